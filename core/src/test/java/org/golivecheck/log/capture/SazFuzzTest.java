package org.golivecheck.log.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.junit.jupiter.params.provider.MethodSource;

/** Any request, answer and times are one call, one problem, or passed over, in any order. */
class SazFuzzTest {
  private static final String BETWEEN = "\n====\n";

  static Stream<byte[]> seeds() {
    return Stream.of(
            "GET https://demo.docusign.net/restapi/v2.1 HTTP/1.1\r\nUser-Agent: a\r\n\r\n"
                + BETWEEN
                + "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
                + BETWEEN
                + "<Session><SessionTimers ClientDoneResponse=\"2026-11-23T14:08:05.7-07:00\"/>",
            "POST / HTTP/1.1\nHost: a\n\nb"
                + BETWEEN
                + "HTTP/1.1 200 OK\nContent-Encoding: gzip\nDate: Mon, 23 Nov 2026 21:08:05 GMT\n\n"
                + "\u001f\u008b"
                + BETWEEN)
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @DictionaryEntries({
    "\\x0a====\\x0a",
    "HTTP/1.1 200 OK\\x0d\\x0a",
    "Transfer-Encoding: chunked\\x0d\\x0a",
    "Content-Encoding: deflate\\x0d\\x0a",
    " ClientBeginRequest=\\x222026-11-23T14:08:05.7-07:00\\x22"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreRead(byte[] bytes) throws IOException {
    String[] parts = new String(bytes, StandardCharsets.ISO_8859_1).split(BETWEEN, 3);

    List<Object> inOrder = read(parts, 0, 1);

    assertThat(inOrder).hasSizeLessThanOrEqualTo(4);
    assertThat(read(parts, parts.length - 1, -1)).isEqualTo(inOrder);
  }

  private static List<Object> read(String[] parts, int first, int step) throws IOException {
    List<Object> read = new ArrayList<>();
    List<LogProblem> problems = new ArrayList<>();
    ReadContext context = new ReadContext(ReadLimits.DEFAULT, FormatOptions.NONE, problems::add);
    ReadSession session = new SazReader().open(context);
    List<ApiCall> calls = new ArrayList<>();
    for (int i = first; i >= 0 && i < parts.length; i += step) {
      String name = "a.saz!raw/1_" + "csm".charAt(i) + ".txt";
      byte[] part = parts[i].getBytes(StandardCharsets.ISO_8859_1);
      session.read(name, new ByteArrayInputStream(part), calls::add);
    }
    session.end(calls::add);
    read.addAll(calls);
    read.addAll(problems);
    return read;
  }
}

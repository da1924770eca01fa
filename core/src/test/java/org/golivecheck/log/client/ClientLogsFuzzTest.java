package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is read to its end by the reader of any format, in whatever pieces it comes. */
class ClientLogsFuzzTest {
  private static final List<LogReader> READERS =
      Stream.concat(
              Stream.of(
                  ClientFormats.jersey(),
                  ClientFormats.sdkExceptions(),
                  ClientFormats.okHttp(),
                  ClientFormats.apache(),
                  ClientFormats.javaHttp(),
                  ClientFormats.logbook(),
                  ClientFormats.curl(),
                  new ApplicationLogReader()),
              Stream.of(DeclaredClient.values())
                  .map(client -> ClientFormats.declared(client.format().name())))
          .toList();
  private static final ReadLimits LIMITS = ReadLimits.DEFAULT.with("line-bytes", 300);

  static Stream<byte[]> seeds() {
    return ClientFixtures.ALL.stream()
        .map(fixture -> seed(fixture.format(), ReadLog.bytes(fixture.file())));
  }

  /** Puts the number of the format's reader before a log. */
  private static byte[] seed(String format, byte[] log) {
    byte[] seed = new byte[log.length + 1];
    seed[0] =
        (byte) READERS.stream().map(reader -> reader.format().name()).toList().indexOf(format);
    System.arraycopy(log, 0, seed, 1, log.length);
    return seed;
  }

  @DictionaryEntries({
    "\\x0a1 * Sending client request on thread main\\x0a",
    "\\x0a1 * Client response received on thread main\\x0a",
    "1 > GET https://demo.docusign.net/restapi/v2.1/\\x0a",
    "1 < 200\\x0a",
    "1 < Content-Length: 9\\x0a",
    "...more...",
    "Error while requesting server, received a non successful HTTP code 400 with response Body: '{",
    "\\x0aRequest failed with status code 400 docusign.com\\x0a",
    "\\x0a--> GET https://demo.docusign.net/\\x0a",
    "\\x0a<-- 200 OK https://demo.docusign.net/ (1ms)\\x0a",
    "http-outgoing-0 >> \\\"GET / HTTP/1.1[\\\\r][\\\\n]\\\"\\x0a",
    "http-outgoing-0 << \\\"HTTP/1.1 200 OK[\\\\r][\\\\n]\\\"\\x0a",
    "REQUEST: https://demo.docusign.net/ GET\\x0a",
    "HEADERS: RESPONSE HEADERS:\\x0a",
    "RESPONSE: (GET https://demo.docusign.net/) 404\\x0a",
    "\\x0aOutgoing Request: 1\\x0aGET https://demo.docusign.net/ HTTP/1.1\\x0a",
    "\\x0aIncoming Response: 1\\x0aHTTP/1.1 200 OK\\x0a",
    "\\x0a1 curl -v -X GET 'https://demo.docusign.net/' -H 'A: b'\\x0a",
    "origin=remote type=response correlation=1 status=200 headers={A=[b]} body={}\\x0a",
    "\\x0a> GET / HTTP/1.1\\x0a> Host: demo.docusign.net\\x0a",
    "\\x0a< HTTP/1.1 200 OK\\x0a",
    "\\x0a=> Send header\\x0a0000: GET / HTTP/1.1\\x0a",
    "\\x0a<= Recv header\\x0a0000: HTTP/1.1 200 OK\\x0a",
    "https://demo.docusign.net:443 \\\"GET / HTTP/1.1\\\" 200 1\\x0a",
    "HTTP Request: GET https://demo.docusign.net/ \\\"HTTP/1.1 200 OK\\\"\\x0a",
    "ApiException: (400)\\x0a",
    "HTTP response body: b'{",
    "\\x0a2026-11-23T09:00:00Z "
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyTextIsReadToItsEndInAnyPieces(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    LogReader reader = READERS.get((bytes[0] & 0xFF) % READERS.size());
    byte[] log = Arrays.copyOfRange(bytes, 1, bytes.length);

    List<Object> whole = read(reader, new ByteArrayInputStream(log));

    assertThat(read(reader, pieces(log, 1 + log.length % 7))).isEqualTo(whole);
  }

  private static List<Object> read(LogReader reader, InputStream in) throws IOException {
    List<Object> read = new ArrayList<>();
    ReadContext context =
        new ReadContext(
            LIMITS,
            FormatOptions.NONE,
            problem -> {
              read.add(checked(problem));
            });
    reader.open(context).read("log", in, call -> read.add(checked(call)));
    return read;
  }

  private static ApiCall checked(ApiCall call) {
    assertThat(call.source()).startsWith("log:");
    assertThat(call.status()).isBetween(100, 999);
    return call;
  }

  private static LogProblem checked(LogProblem problem) {
    boolean ofAll = problem.code() == ProblemCode.UNKNOWN_FORMAT;
    assertThat(problem.line()).isGreaterThanOrEqualTo(ofAll ? 0 : 1);
    assertThat(problem.message()).isNotBlank();
    return problem;
  }

  private static InputStream pieces(byte[] log, int size) {
    return new FilterInputStream(new ByteArrayInputStream(log)) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return in.read(into, offset, Math.min(length, size));
      }
    };
  }
}

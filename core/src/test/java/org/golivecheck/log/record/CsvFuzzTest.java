package org.golivecheck.log.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.ReadContext;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read to their end, alike in whatever parts they come. */
class CsvFuzzTest {
  private static final ReadLimits SMALL =
      ReadLimits.DEFAULT.with("line-bytes", 16).with("depth", 8);

  static Stream<byte[]> seeds() {
    return Stream.of(
            "timestamp,method,url,status,message\n2026-11-23T09:00:00Z,GET,/restapi/v2.1/x,200,\n",
            "sep=;\r\ndate;time;method;path;status\r\n23.11.2026;09:00;GET;\"/a\"\";b\";404",
            "'time'\t'request'\t'status'\n'1795424400'\t'GET /x HTTP/1.1'\t'200'")
        .map(table -> table.getBytes(StandardCharsets.UTF_8));
  }

  @DictionaryEntries({"\\x0d\\x0a", "\\\"\\\"", ";;;;", "timestamp,method,url,status"})
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreReadToTheirEnd(byte[] log) {
    assertThat(read(parts(log), ReadLimits.DEFAULT))
        .isEqualTo(read(new ByteArrayInputStream(log), ReadLimits.DEFAULT));
    assertThat(read(parts(log), SMALL)).isEqualTo(read(new ByteArrayInputStream(log), SMALL));
    new CsvLogReader().recognises(log, Math.min(log.length, 8_192));
  }

  private static List<String> read(InputStream in, ReadLimits limits) {
    List<String> found = new ArrayList<>();
    ReadContext context = new ReadContext(limits, problem -> found.add(problem.toString()));
    try {
      new CsvLogReader().open(context).read("log", in, call -> found.add(call.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static InputStream parts(byte[] log) {
    int half = log.length / 2;
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(log, 0, half),
                new ByteArrayInputStream(log, half, log.length - half))));
  }
}

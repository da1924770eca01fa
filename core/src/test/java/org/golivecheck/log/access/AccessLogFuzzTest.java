package org.golivecheck.log.access;

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
class AccessLogFuzzTest {
  private static final ReadLimits SMALL =
      ReadLimits.DEFAULT.with("line-bytes", 16).with("depth", 8);

  static Stream<byte[]> seeds() {
    return Stream.of(
            "1.2.3.4 - - [23/Nov/2026:21:10:20 +0100] \"GET /x HTTP/1.1\" 200 1 \"-\" \"a\\\"b\""
                + " rt=1",
            "[2026-11-23T20:10:20Z] \"GET /x HTTP/1.1\" 200 - 0 1 2 1 \"-\" \"a\" \"b\" \"h.x\""
                + " \"-\"")
        .map(log -> log.getBytes(StandardCharsets.UTF_8));
  }

  @DictionaryEntries({"\\\" ", "[23/Nov/2026:21:10:20 +0100] \\\"", "\\x0a", " trace=\\\""})
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreReadToTheirEnd(byte[] log) {
    assertThat(read(parts(log), ReadLimits.DEFAULT))
        .isEqualTo(read(new ByteArrayInputStream(log), ReadLimits.DEFAULT));
    assertThat(read(parts(log), SMALL)).isEqualTo(read(new ByteArrayInputStream(log), SMALL));
    new AccessLogReader().recognises(log, Math.min(log.length, 8_192));
  }

  private static List<String> read(InputStream in, ReadLimits limits) {
    List<String> found = new ArrayList<>();
    ReadContext context = new ReadContext(limits, problem -> found.add(problem.toString()));
    try {
      new AccessLogReader().open(context).read("log", in, call -> found.add(call.toString()));
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

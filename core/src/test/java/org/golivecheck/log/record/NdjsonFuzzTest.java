package org.golivecheck.log.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.format.Head;
import org.golivecheck.log.format.ReadContext;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read to their end, alike in whatever parts they come. */
class NdjsonFuzzTest {
  private static final ReadLimits SMALL =
      ReadLimits.DEFAULT.with("line-bytes", 16).with("depth", 8);

  static Stream<byte[]> seeds() {
    return Stream.of(
            "logbook-3.12.2_lbjson.log",
            "nginx-1.26_egress-json.ndjson",
            "docusign-java-sdk-6.0.0_jersey-via-ecs-encoder.ndjson")
        .map(ReadLog::bytes);
  }

  @DictionaryEntries({
    "\\\"timestamp\\\":\\\"2026-11-23T09:00:00Z\\\"",
    "\\\"method\\\":\\\"GET\\\"",
    "\\\"url\\\":\\\"/restapi/v2.1/accounts/1/envelopes\\\"",
    "\\\"status\\\":200",
    "\\\"headers\\\":{\\\"X-DocuSign-TraceToken\\\":[\\\"a\\\"]}",
    "\\\"type\\\":\\\"request\\\",\\\"correlation\\\":\\\"1\\\"",
    "\\\"message\\\":\\\"{\\\\\\\"a\\\\\\\":1}\\\"",
    "}\\x0a{",
    "[{"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreReadToTheirEnd(byte[] log) {
    assertThat(read(parts(log), ReadLimits.DEFAULT))
        .isEqualTo(read(new ByteArrayInputStream(log), ReadLimits.DEFAULT));
    assertThat(read(parts(log), SMALL)).isEqualTo(read(new ByteArrayInputStream(log), SMALL));
    new JsonLogReader().recognises(log, Math.min(log.length, Head.BYTES));
  }

  private static List<String> read(InputStream in, ReadLimits limits) {
    List<String> found = new ArrayList<>();
    ReadContext context = new ReadContext(limits, problem -> found.add(problem.toString()));
    try {
      new JsonLogReader().open(context).read("log", in, call -> found.add(call.toString()));
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

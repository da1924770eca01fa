package org.golivecheck.log.otel;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.format.FuzzedReading;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read as spans: to the end, the same in whatever parts they come. */
class OtlpFuzzTest {

  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(
        Stream.of(
            ReadLog.bytes("otel-javaagent-2.15.0_logging-otlp-exporter.log"),
            "{\n\"batches\":[{\"scopeSpans\":[{\"spans\":[{\"kind\":3}]}]}]}"
                .getBytes(StandardCharsets.US_ASCII)));
  }

  @DictionaryEntries({
    "{\\x22resourceSpans\\x22:[{",
    "{\\x22resource\\x22:{\\x22attributes\\x22:[",
    "\\x22scopeSpans\\x22:[{\\x22spans\\x22:[{",
    "\\x22endTimeUnixNano\\x22:\\x221795468028668147085\\x22",
    "{\\x22key\\x22:\\x22http.request.method\\x22,\\x22value\\x22:{\\x22stringValue\\x22:\\x22GET\\x22}}",
    "\\x22kind\\x22:3"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreRead(byte[] bytes) {
    FuzzedReading.check(new OtlpReader(), bytes);
  }
}

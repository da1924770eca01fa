package org.golivecheck.log.capture;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.format.FuzzedReading;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read as a report: to the end, the same in whatever parts they come. */
class NewmanFuzzTest {

  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(
        Stream.of(
            ReadLog.bytes("newman-6.2.2_json-reporter.json"),
            ("{\"run\":{\"executions\":[{\"request\":{\"url\":\"https://demo.docusign.net\","
                    + "\"method\":\"GET\"},\"response\":{\"code\":500}}]}}")
                .getBytes(StandardCharsets.US_ASCII)));
  }

  @DictionaryEntries({
    "\\x22run\\x22:{\\x22executions\\x22:[{",
    "\\x22timings\\x22:{\\x22started\\x22:1795467878643}",
    "\\x22stream\\x22:{\\x22data\\x22:[123,34]}",
    "{\\x22key\\x22:\\x22Date\\x22,\\x22value\\x22:\\x22Mon, 23 Nov 2026 21:04:38 GMT\\x22}",
    "\\x22responseTime\\x22:9"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreRead(byte[] bytes) {
    FuzzedReading.check(new NewmanReader(), bytes);
  }
}

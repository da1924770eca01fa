package org.golivecheck.log.record;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.client.AnyClient;
import org.golivecheck.log.format.FuzzedReading;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read to their end, alike in whatever parts they come. */
class NdjsonFuzzTest {
  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(Stream.empty());
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
    FuzzedReading.check(new JsonLogReader(AnyClient::new), log);
  }
}

package org.golivecheck.log.record;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.format.FuzzedReading;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read to their end, alike in whatever parts they come. */
class VcrFuzzTest {
  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(Stream.empty());
  }

  @DictionaryEntries({
    "http_interactions:\\x0a",
    "- request:\\x0a    method: get\\x0a    uri: /restapi/v2.1/accounts/1/envelopes\\x0a",
    "  response:\\x0a    status:\\x0a      code: 200\\x0a",
    "    body:\\x0a      base64_string: |\\x0a",
    "!binary |",
    "&a",
    "*a"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreReadToTheirEnd(byte[] log) {
    FuzzedReading.check(new VcrReader(), log);
  }
}

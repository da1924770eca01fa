package org.golivecheck.log.capture;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.format.FuzzedReading;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read as an archive: to the end, the same in whatever parts they come. */
class HarFuzzTest {

  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(Stream.empty());
  }

  @DictionaryEntries({
    "\\x22startedDateTime\\x22:\\x222026-11-23T21:08:05.291Z\\x22",
    "\\x22status\\x22:200",
    "\\x22encoding\\x22:\\x22base64\\x22",
    "\\x22entries\\x22:[{",
    "\\x22postData\\x22:{\\x22params\\x22:[{\\x22name\\x22:\\x22client_id\\x22"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreRead(byte[] bytes) {
    FuzzedReading.check(new HarReader(), bytes);
  }
}

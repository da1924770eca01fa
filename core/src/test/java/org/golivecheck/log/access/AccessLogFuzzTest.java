package org.golivecheck.log.access;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.format.FuzzedReading;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read to their end, alike in whatever parts they come. */
class AccessLogFuzzTest {
  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(
        Stream.of(
                "1.2.3.4 - - [23/Nov/2026:21:10:20 +0100] \"GET /x HTTP/1.1\" 200 1 \"-\" \"a\\\"b\""
                    + " rt=1",
                "[2026-11-23T20:10:20Z] \"GET /x HTTP/1.1\" 200 - 0 1 2 1 \"-\" \"a\" \"b\" \"h.x\""
                    + " \"-\"")
            .map(log -> log.getBytes(StandardCharsets.UTF_8)));
  }

  @DictionaryEntries({"\\\" ", "[23/Nov/2026:21:10:20 +0100] \\\"", "\\x0a", " trace=\\\""})
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreReadToTheirEnd(byte[] log) {
    FuzzedReading.check(new AccessLogReader(), log);
  }
}

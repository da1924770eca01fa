package org.golivecheck.log.otel;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.format.FuzzedReading;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read as lines of spans: to the end, the same in whatever parts they come. */
class SpanLogFuzzTest {

  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(Stream.empty());
  }

  @DictionaryEntries({
    " CLIENT [tracer: a] AttributesMap{data={",
    "}, capacity=",
    "http.request.method=GET, ",
    "http.response.status_code=200, ",
    "2026-11-23 21:07:05:060 +0000"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreRead(byte[] bytes) {
    FuzzedReading.check(new SpanLogReader(), bytes);
  }
}

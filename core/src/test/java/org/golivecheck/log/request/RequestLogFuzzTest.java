package org.golivecheck.log.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is one call or one problem, in whatever parts it comes. */
class RequestLogFuzzTest {
  private static final ReadLimits SMALL = ReadLimits.DEFAULT.with("line-bytes", 40);

  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(RequestLogSpecTest.cases().map(Fixture::entry));
  }

  @DictionaryEntries({
    "\\x0d\\x0a\\x0d\\x0a",
    "TraceToken: ",
    "Timestamp: 2026-03-01T09:15:30.0534526Z",
    "X-DocuSign-TraceToken: ",
    "Content-Length: 1",
    "200 OK",
    "\\\"errorDetails\\\":{\\\"errorCode\\\":\\\"A\\\"}"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyTextIsOneCallOrOneProblem(byte[] entry) {
    Reading whole = Reading.of(Reading.SOURCE, entry);

    assertThat(whole.calls().size() + whole.problems().size()).isEqualTo(1);
    int size = 1 + entry.length % 7;
    assertThat(Reading.of(Reading.SOURCE, Reading.inParts(entry, size), ReadLimits.DEFAULT))
        .isEqualTo(whole);
    assertThat(Reading.of(Reading.SOURCE, Reading.inParts(entry, size), SMALL))
        .isEqualTo(Reading.of(Reading.SOURCE, new ByteArrayInputStream(entry), SMALL));
  }
}

package org.golivecheck.log.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.params.provider.MethodSource;

/** Any log of any format is redacted to one of as many calls. */
class LogRedactionFuzzTest {
  private static final GoLiveCheck CHECK = GoLiveCheck.withDefaults().withThreads(1);

  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(Stream.empty());
  }

  @MethodSource("seeds")
  @FuzzTest
  void aRedactedLogHasAsManyCalls(byte[] log) throws IOException {
    ByteArrayOutputStream safe = new ByteArrayOutputStream();

    RedactionSummary summary = CHECK.redact(List.of(source("log", log)), safe);

    if (summary.entries() > 0) {
      GoLiveReport after = CHECK.check(List.of(source("safe.zip", safe.toByteArray())));
      assertThat(after.calls().total())
          .isEqualTo(CHECK.check(List.of(source("log", log))).calls().total());
    }
  }

  private static LogSource source(String name, byte[] bytes) {
    return LogSource.of(name, new ByteArrayInputStream(bytes));
  }
}

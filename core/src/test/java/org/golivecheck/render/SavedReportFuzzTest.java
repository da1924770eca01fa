package org.golivecheck.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a report that every format prints, or are refused in plain words. */
class SavedReportFuzzTest {

  static Stream<byte[]> seeds() {
    return Stream.of(
            ReportFixtures.nothingRead(),
            ReportFixtures.polling(),
            ReportFixtures.hostile(),
            GateFixtures.partlyKnown())
        .map(report -> Printed.print("json", report).getBytes(UTF_8));
  }

  @DictionaryEntries({
    "\"series\":",
    "\"gate\":",
    "null",
    "9223372036854775807",
    "1e999",
    "\"0000-01-01T00:00:00Z\"",
    "\"9999-12-31T23:59:59.999999999Z\"",
    "\\u202e",
    "\\ud800"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesArePrintedOrRefused(byte[] bytes) throws IOException {
    GoLiveReport report;
    try {
      report = SavedReport.read(new ByteArrayInputStream(bytes), new Redactor());
    } catch (ReportFormatException e) {
      assertThat(e.getMessage().codePoints()).noneMatch(Steering::steers);
      return;
    }
    for (String format : ReportFormats.names()) {
      assertThat(Printed.print(format, report).codePoints()).noneMatch(Steering::steersLines);
    }
  }
}

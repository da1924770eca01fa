package org.golivecheck.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.SavedReport;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the page "In your build"; {@link ReadmeTest} compares the two. */
class CallsInJavaTest {
  @TempDir Path folder;

  @Test
  void callsAreJudgedAndTheReportIsSavedAndReadAgain() throws Exception {
    Path file = folder.resolve("golive.json");

    GoLiveReport saved = judge(file);

    assertThat(saved.findings())
        .extracting(finding -> finding.rule())
        .containsExactly("ER-not-found", "GL-001");
    assertThat(Files.readString(file)).contains("ENVELOPE_DOES_NOT_EXIST");
  }

  // example
  static GoLiveReport judge(Path file) throws Exception {
    Stream<ApiCall> calls =
        Stream.of(
            ApiCall.builder(
                    Instant.parse("2026-11-02T09:30:00Z"),
                    "GET",
                    "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes/2",
                    404)
                .error("ENVELOPE_DOES_NOT_EXIST", "The envelope specified does not exist.")
                .build());
    GoLiveReport report = calls.collect(GoLiveCheck.withDefaults().collector());

    try (Writer out = Files.newBufferedWriter(file)) {
      ReportFormats.writer("json").write(report, out);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return SavedReport.read(in, new Redactor());
    }
  }
  // end
}

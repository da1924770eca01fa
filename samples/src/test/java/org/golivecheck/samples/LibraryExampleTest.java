package org.golivecheck.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.api.Test;

/** The example of the README, as an ISV would write it. {@link ReadmeTest} compares the two. */
class LibraryExampleTest {
  // example
  @Test
  void ourIntegrationWouldPassGoLive() {
    GoLiveReport report = GoLiveCheck.withDefaults().check(Path.of("logs/passes.zip"));

    assertThat(report.passes()).as("%s", report.reasons()).isTrue();
    assertThat(report.findings()).noneMatch(finding -> finding.rule().equals("PL-001"));
  }
  // end
}

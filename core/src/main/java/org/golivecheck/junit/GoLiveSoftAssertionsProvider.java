package org.golivecheck.junit;

import org.assertj.core.api.SoftAssertionsProvider;
import org.golivecheck.report.GoLiveReport;
import org.jspecify.annotations.Nullable;

/** Adds soft assertions on reports to your own class of soft assertions. */
@SuppressWarnings("exports") // Optional dependency: AssertJ.
public interface GoLiveSoftAssertionsProvider extends SoftAssertionsProvider {
  /** Starts assertions on a report, whose failures are collected. */
  default GoLiveReportAssert assertThat(@Nullable GoLiveReport report) {
    return proxy(GoLiveReportAssert.class, GoLiveReport.class, report);
  }
}

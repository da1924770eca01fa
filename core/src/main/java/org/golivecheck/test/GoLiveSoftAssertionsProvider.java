package org.golivecheck.test;

import org.assertj.core.api.SoftAssertionsProvider;
import org.golivecheck.report.GoLiveReport;
import org.jspecify.annotations.Nullable;

/** Adds soft assertions on reports to a class of soft assertions of one's own. */
@SuppressWarnings("exports") // Whoever uses it has AssertJ.
public interface GoLiveSoftAssertionsProvider extends SoftAssertionsProvider {
  /** Starts assertions on a report, whose failures are collected. */
  default GoLiveReportAssert assertThat(@Nullable GoLiveReport report) {
    return proxy(GoLiveReportAssert.class, GoLiveReport.class, report);
  }
}

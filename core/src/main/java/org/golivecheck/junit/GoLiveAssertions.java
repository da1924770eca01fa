package org.golivecheck.junit;

import org.golivecheck.report.GoLiveReport;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a report, for AssertJ.
 *
 * <pre>{@code
 * import static org.golivecheck.junit.GoLiveAssertions.assertThat;
 *
 * assertThat(GoLiveCheck.withDefaults().check(recorder)).passesGoLive().hasNoPolling();
 * }</pre>
 */
public final class GoLiveAssertions {
  private GoLiveAssertions() {}

  /** Starts assertions on a report; a null report fails all of them. */
  public static GoLiveReportAssert assertThat(@Nullable GoLiveReport report) {
    return new GoLiveReportAssert(report);
  }
}

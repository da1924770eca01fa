package org.golivecheck;

import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Redactor;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.Reviewer;

/** The front door: reads logs, applies the rules and returns a report. */
public final class GoLiveCheck {
  private final ReviewSettings settings;
  private final ReadLimits limits;
  private final Redactor redactor;

  private GoLiveCheck(ReviewSettings settings, ReadLimits limits, Redactor redactor) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.limits = Objects.requireNonNull(limits, "limits");
    this.redactor = Objects.requireNonNull(redactor, "redactor");
  }

  /** Returns a check with the default profile, no filter, and redaction on. */
  public static GoLiveCheck withDefaults() {
    return new GoLiveCheck(ReviewSettings.DEFAULT, ReadLimits.DEFAULT, new Redactor());
  }

  /** Returns the same check with other settings. */
  public GoLiveCheck with(ReviewSettings other) {
    return new GoLiveCheck(other, limits, redactor);
  }

  /** Returns the same check with other limits. */
  public GoLiveCheck with(ReadLimits other) {
    return new GoLiveCheck(settings, other, redactor);
  }

  /** Returns the same check with another redactor. */
  public GoLiveCheck with(Redactor other) {
    return new GoLiveCheck(settings, limits, other);
  }

  /** Returns a collector that judges any stream of calls, sequential or parallel. */
  public Collector<ApiCall, ?, GoLiveReport> collector() {
    return Collectors.collectingAndThen(
        new Reviewer(settings).collector(),
        review -> GoLiveReport.of(review, ReadingSummary.NONE, redactor));
  }

  /** Returns by which rules, as of when and for which calls this check judges. */
  public ReviewSettings settings() {
    return settings;
  }

  /** Returns how much of an input this check reads. */
  public ReadLimits limits() {
    return limits;
  }

  /** Returns what this check redacts reports with. */
  public Redactor redactor() {
    return redactor;
  }
}

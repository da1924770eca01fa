package org.golivecheck.rule.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;

/**
 * The check of one rule in one review. It sees each call that concerns it once, from the oldest to
 * the newest, and then reports. Logs contain millions of calls, so what depends only on the kind of
 * a call is decided in {@link #concerns}.
 */
abstract class Check {
  final ReviewContext context;
  final RuleInfo rule;
  final Timeline timeline;

  Check(ReviewContext context, RuleInfo rule) {
    this.context = context;
    this.rule = rule;
    timeline = context.timeline();
  }

  /** Returns whether calls of a kind concern this check. Asked once for each kind. */
  boolean concerns(CallKind kind) {
    return false;
  }

  /** Returns whether calls without a detail of their own never concern this check. */
  boolean needsDetail() {
    return false;
  }

  /** Sees the next call that concerns it. */
  void see(TimedCall call) {}

  /** Reports what was found. Called once, after the newest call. */
  abstract void finish(FindingSink out);

  /** Returns the beginning of a finding of this rule. */
  final FindingDraft draft() {
    return new FindingDraft(context, rule);
  }

  /** Returns a moment such as {@code 2026-11-23T12:00:00Z}. */
  static String moment(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Returns a moment, given in units of 100 nanoseconds since 1970. */
  static String moment(long ticks) {
    return moment(Timeline.instant(ticks));
  }
}

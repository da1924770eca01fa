package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.Words;

/** RL-002: an account comes near its limit of calls in 30 seconds, or exceeds it. */
final class BurstRule extends AccountCheck<BurstRule.Burst> {
  /** The calls of one account in the last 30 seconds, and the most there ever were. */
  static final class Burst {
    private final RecentCalls recent = new RecentCalls(CallLimits.BURST);
    private int peak;
    private int peakEnd;
  }

  BurstRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  Burst fresh() {
    return new Burst();
  }

  @Override
  void see(Burst burst, int position) {
    int calls = burst.recent.add(timeline.ticks(position));
    if (calls > burst.peak) {
      burst.peak = calls;
      burst.peakEnd = position;
    }
  }

  @Override
  void report(AccountCalls account, Burst burst, FindingSink out) {
    if (AccountCalls.nearLimit(burst.peak, limit(account))) {
      out.add(Severity.WARNING, burst.peak, () -> finding(account, burst));
    }
  }

  private int limit(AccountCalls account) {
    return CallLimits.burst(context.thresholds(), account.demo());
  }

  private Finding finding(AccountCalls account, Burst burst) {
    long end = timeline.ticks(burst.peakEnd);
    String message =
        account.words(timeline)
            + " made "
            + Words.number(burst.peak)
            + " calls in the 30 seconds up to "
            + moment(end)
            + ", "
            + AccountCalls.comparedWithLimit(burst.peak, limit(account))
            + ".";
    Evidence evidence = account.during(timeline, end - CallLimits.BURST + 1, burst.peakEnd);
    return draft().build(message, evidence);
  }
}

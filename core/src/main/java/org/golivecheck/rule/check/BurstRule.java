package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.Timeline;

/** RL-002: an account comes near its limit of calls in 30 seconds, or exceeds it. */
public final class BurstRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "RL-002",
          "Burst of calls near the limit",
          "rate-limit",
          "integration-developer",
          Severity.WARNING,
          "https://developers.docusign.com/platform/resource-limits",
          "Spread the calls: let fewer threads call at a time, and slow down as"
              + " X-BurstLimit-Remaining falls. For many envelopes at once use bulk send.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Scope scope() {
    return Scope.LOG;
  }

  @Override
  public Check start(ReviewContext context) {
    return new Found(context);
  }

  /** The calls of one account in the last 30 seconds, and the most there ever were. */
  private static final class Burst {
    private final RecentCalls recent = new RecentCalls(CallLimits.BURST);
    int peak;
    int peakEnd;

    void add(int position, Timeline timeline) {
      int calls = recent.add(timeline.ticks(position));
      if (calls > peak) {
        peak = calls;
        peakEnd = position;
      }
    }
  }

  private static final class Found extends AccountCheck<Burst> {
    private final ReviewContext context;
    private final Timeline timeline;

    Found(ReviewContext context) {
      super(Burst::new);
      this.context = context;
      timeline = context.timeline();
    }

    @Override
    void see(Burst burst, int position) {
      burst.add(position, timeline);
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
              + burst.peak
              + " calls in the 30 seconds up to "
              + Moments.words(end)
              + ", "
              + AccountCalls.comparedWithLimit(burst.peak, limit(account))
              + ".";
      Evidence evidence = account.during(timeline, end - CallLimits.BURST + 1, burst.peakEnd);
      return new FindingDraft(context, INFO).build(message, evidence);
    }
  }
}

package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.Timeline;

/** RL-003: an account comes near its limit of calls in a clock hour, or exceeds it. */
public final class HourRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "RL-003",
          "Hour of calls near the limit",
          "rate-limit",
          "integration-developer",
          Severity.WARNING,
          "https://developers.docusign.com/platform/resource-limits",
          "Make fewer calls: a Connect webhook instead of reads, cached answers, one call for"
              + " several changes; move what can wait to quiet hours. The limit is the account's,"
              + " all applications together; its administrator can raise it in the API Usage"
              + " Center, if the plan includes limit management.");

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

  /** One account's calls in the present clock hour, and the hour that came nearest to its limit. */
  private static final class Hours {
    private long hour;
    private long calls;
    private long limit;
    long mostCalls;
    long mostLimit;
    int mostNewest;

    Hours(long limit) {
      this.limit = limit;
      mostLimit = limit;
    }

    void add(int position, Timeline timeline) {
      long now = Math.floorDiv(timeline.ticks(position), CallLimits.HOUR);
      if (now != hour) {
        hour = now;
        calls = 0;
      }
      long told = timeline.kind(position).hourlyLimit();
      limit = told > 0 ? told : limit;
      calls++;
      if (calls * mostLimit > mostCalls * limit) {
        mostCalls = calls;
        mostLimit = limit;
        mostNewest = position;
      }
    }
  }

  private static final class Found extends AccountCheck<Hours> {
    private final ReviewContext context;
    private final Timeline timeline;

    Found(ReviewContext context) {
      super(() -> new Hours(context.thresholds().callsPerHour()));
      this.context = context;
      timeline = context.timeline();
    }

    @Override
    void see(Hours hours, int position) {
      hours.add(position, timeline);
    }

    @Override
    void report(AccountCalls account, Hours hours, FindingSink out) {
      if (AccountCalls.nearLimit(hours.mostCalls, hours.mostLimit)) {
        out.add(Severity.WARNING, hours.mostCalls, () -> finding(account, hours));
      }
    }

    private Finding finding(AccountCalls account, Hours hours) {
      long begin =
          Math.floorDiv(timeline.ticks(hours.mostNewest), CallLimits.HOUR) * CallLimits.HOUR;
      String message =
          account.words(timeline)
              + " made "
              + hours.mostCalls
              + " calls in the hour from "
              + Moments.words(begin)
              + ", "
              + AccountCalls.comparedWithLimit(hours.mostCalls, hours.mostLimit)
              + ".";
      return new FindingDraft(context, INFO)
          .build(message, account.during(timeline, begin, hours.mostNewest));
    }
  }
}

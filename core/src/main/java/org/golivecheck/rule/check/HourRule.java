package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.Words;

/** RL-003: an account comes near its limit of calls in a clock hour, or exceeds it. */
final class HourRule extends AccountCheck<HourRule.Hours> {
  /** One account's calls in the present clock hour, and the hour that came nearest to its limit. */
  static final class Hours {
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
  }

  HourRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  Hours fresh() {
    return new Hours(context.thresholds().callsPerHour());
  }

  @Override
  void see(Hours hours, int position) {
    long now = Math.floorDiv(timeline.ticks(position), CallLimits.HOUR);
    if (now != hours.hour) {
      hours.hour = now;
      hours.calls = 0;
    }
    long stated = timeline.kind(position).hourlyLimit();
    hours.limit = stated > 0 ? stated : hours.limit;
    hours.calls++;
    if (hours.calls * hours.mostLimit > hours.mostCalls * hours.limit) {
      hours.mostCalls = hours.calls;
      hours.mostLimit = hours.limit;
      hours.mostNewest = position;
    }
  }

  @Override
  void report(AccountCalls account, Hours hours, FindingSink out) {
    if (AccountCalls.nearLimit(hours.mostCalls, hours.mostLimit)) {
      out.add(Severity.WARNING, hours.mostCalls, () -> finding(account, hours));
    }
  }

  private Finding finding(AccountCalls account, Hours hours) {
    long begin = Math.floorDiv(timeline.ticks(hours.mostNewest), CallLimits.HOUR) * CallLimits.HOUR;
    String message =
        account.words(timeline)
            + " made "
            + Words.number(hours.mostCalls)
            + " calls in the hour from "
            + moment(begin)
            + ", "
            + AccountCalls.comparedWithLimit(hours.mostCalls, hours.mostLimit)
            + ".";
    return draft().build(message, account.during(timeline, begin, hours.mostNewest));
  }
}

package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallDetail;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** RL-005: by the response headers less than a tenth of a limit was left. */
final class LowRemainderRule extends LogCheck {
  private long lowestOfHour = Long.MAX_VALUE;
  private long lowestOfBurst = Long.MAX_VALUE;

  LowRemainderRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return true;
  }

  @Override
  boolean needsDetail() {
    return true;
  }

  @Override
  boolean isPart(TimedCall call) {
    CallDetail detail = call.detail();
    if (detail.hourlyRemaining() >= 0) {
      lowestOfHour = Math.min(lowestOfHour, detail.hourlyRemaining());
    }
    if (detail.burstRemaining() >= 0) {
      lowestOfBurst = Math.min(lowestOfBurst, detail.burstRemaining());
    }
    return detail.hourlyRemaining() >= 0 || detail.burstRemaining() >= 0;
  }

  @Override
  Finding finding(Evidence evidence) {
    return draft().build(message(evidence), evidence);
  }

  private String message(Evidence evidence) {
    StringBuilder text = new StringBuilder("Less than a tenth of a limit was left after ");
    text.append(Words.calls(evidence.count())).append(':');
    if (lowestOfHour < Long.MAX_VALUE) {
      text.append(" X-RateLimit-Remaining fell to ").append(lowestOfHour);
    }
    if (lowestOfBurst < Long.MAX_VALUE) {
      text.append(lowestOfHour < Long.MAX_VALUE ? "," : "")
          .append(" X-BurstLimit-Remaining fell to ")
          .append(lowestOfBurst);
    }
    return text.append('.').toString();
  }
}

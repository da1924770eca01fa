package org.golivecheck.rule.check;

import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallDetail;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** RL-005: by the response headers less than a tenth of a limit was left. */
public final class LowRemainderRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "RL-005",
          "Few calls left by the headers",
          "rate-limit",
          "integration-developer",
          Severity.WARNING,
          "https://developers.docusign.com/docs/esign-rest-api/esign101/rules-and-limits/",
          "Let your HTTP client read X-RateLimit-Remaining and X-BurstLimit-Remaining and slow down"
              + " before they reach zero; put off what can wait until X-RateLimit-Reset.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.LIMITS);
  }

  @Override
  public Check start(ReviewContext context) {
    return new LogCheck() {
      private long lowestOfHour = Long.MAX_VALUE;
      private long lowestOfBurst = Long.MAX_VALUE;

      @Override
      public boolean concerns(CallKind kind) {
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
        return new FindingDraft(context, INFO).build(message(evidence), evidence);
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
    };
  }
}

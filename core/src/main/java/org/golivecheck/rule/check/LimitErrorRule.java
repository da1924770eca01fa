package org.golivecheck.rule.check;

import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** RL-001: DocuSign refused calls because the account made too many. One finding for each limit. */
public final class LimitErrorRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "RL-001",
          "Call limit exceeded",
          "rate-limit",
          "integration-developer",
          Severity.WARNING,
          "https://www.docusign.com/blog/dsdev-from-the-trenches-api-rate-limits",
          "Pause until the limit resets, then go on more slowly; watch X-RateLimit-Remaining and"
              + " X-BurstLimit-Remaining. Replace reads by a Connect webhook. If the volume is real,"
              + " the account's administrator raises the limit in the API Usage Center, if the plan"
              + " includes limit management.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.ERROR);
  }

  @Override
  public Check start(ReviewContext context) {
    return new GroupCheck<LimitError>(INFO) {
      @Override
      public boolean concerns(CallKind kind) {
        return kind.failed();
      }

      @Override
      @Nullable LimitError groupOf(TimedCall call) {
        return LimitError.of(call);
      }

      @Override
      Finding finding(LimitError limit, Evidence evidence) {
        int newest = evidence.newest();
        Timeline timeline = context.timeline();
        String message =
            cause(limit)
                + " in "
                + Words.calls(evidence.count())
                + (timeline.kind(newest).timed()
                    ? "; the limit last reset at "
                        + Moments.words(limit.windowEnd(timeline.ticks(newest)))
                    : "")
                + ". Each is a failed call.";
        return new FindingDraft(context, INFO)
            .errorCode(context.timeline().detail(newest).errorCode())
            .build(message, evidence);
      }
    };
  }

  private static String cause(LimitError limit) {
    return switch (limit) {
      case HOURLY -> "The account's limit of calls in a clock hour was exceeded";
      case BURST -> "The account's limit of calls in 30 seconds was exceeded";
      case TOO_MANY_REQUESTS -> "Status 429 told of too many requests";
      case BLOCKED -> "Status 444 told that calls were blocked for excess usage";
    };
  }
}

package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** RL-001: DocuSign refused calls because the account made too many. One finding for each limit. */
final class LimitErrorRule extends GroupCheck<LimitError> {
  LimitErrorRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.failed();
  }

  @Override
  @Nullable LimitError groupOf(TimedCall call) {
    return LimitError.of(call);
  }

  @Override
  Finding finding(LimitError limit, Evidence evidence) {
    int newest = evidence.newest();
    String message =
        cause(limit)
            + " in "
            + Words.calls(evidence.count())
            + (timeline.kind(newest).timed()
                ? "; the limit last reset at " + moment(limit.windowEnd(timeline.ticks(newest)))
                : "")
            + ". Each is a failed call.";
    return draft().errorCode(timeline.detail(newest).errorCode()).build(message, evidence);
  }

  private static String cause(LimitError limit) {
    return switch (limit) {
      case HOURLY -> "The account's limit of calls in a clock hour was exceeded";
      case BURST -> "The account's limit of calls in 30 seconds was exceeded";
      case TOO_MANY_REQUESTS -> "DocuSign refused too many requests (status 429)";
      case BLOCKED -> "DocuSign blocked calls for excess usage (status 444)";
    };
  }
}

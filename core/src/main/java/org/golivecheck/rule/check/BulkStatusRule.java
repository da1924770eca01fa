package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.LastSeen;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * PL-005: the statuses of many envelopes were read by {@code PUT .../envelopes/status} again within
 * 15 minutes. By its method no polling, by its meaning a status read.
 */
public final class BulkStatusRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "PL-005",
          "Bulk status polled",
          "polling",
          "integration-developer",
          Severity.WARNING,
          RuleInfo.HEURISTIC,
          "Read the statuses of many envelopes at most every 20 minutes, all in one call, or let a"
              + " Connect webhook tell you of changes.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Check start(ReviewContext context) {
    LastSeen lastRead = new LastSeen();
    return new GroupCheck<Integer>(INFO) {
      @Override
      public boolean concerns(CallKind kind) {
        return kind.countable()
            && kind.isMethod("PUT")
            && kind.operation().template().endsWith("/envelopes/status");
      }

      @Override
      @Nullable Integer groupOf(TimedCall call) {
        int before = lastRead.put(call.resource(), call.position());
        boolean soon =
            before != LastSeen.NOTHING
                && call.ticks() - context.timeline().ticks(before)
                    < context.timeline().pairs().breachGap();
        return soon ? Integer.valueOf(call.resource()) : null;
      }

      @Override
      Finding finding(Integer resource, Evidence evidence) {
        String message =
            "PUT "
                + context.resource(evidence.newest())
                + " reads the status of many envelopes, and came "
                + Words.times(evidence.count())
                + " less than "
                + context.thresholds().pollingIntervalInWords()
                + " after the call before.";
        return new FindingDraft(context, INFO).resource(evidence.newest()).build(message, evidence);
      }
    };
  }
}

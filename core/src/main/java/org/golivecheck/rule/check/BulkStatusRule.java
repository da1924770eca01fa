package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.LastSeen;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * PL-005: the statuses of many envelopes were read by {@code PUT .../envelopes/status} again within
 * 15 minutes. By its method no polling, by its meaning a status read.
 */
final class BulkStatusRule extends GroupCheck<Integer> {
  private final LastSeen lastRead = new LastSeen();

  BulkStatusRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.countable()
        && kind.isMethod("PUT")
        && kind.operation().template().endsWith("/envelopes/status");
  }

  @Override
  @Nullable Integer groupOf(TimedCall call) {
    int before = lastRead.put(call.resource(), call.position());
    boolean soon =
        before != LastSeen.NOTHING
            && call.ticks() - timeline.ticks(before) < timeline.pairs().breachGap();
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
    return draft().resource(evidence.newest()).build(message, evidence);
  }
}

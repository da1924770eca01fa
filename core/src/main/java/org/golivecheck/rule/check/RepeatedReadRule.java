package org.golivecheck.rule.check;

import org.golivecheck.call.Operation;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.LastSeen;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * PL-010: something other than an envelope was read again within 15 minutes. No wording of the
 * polling rule covers it; it costs calls of the hourly limit. One finding for each operation.
 */
final class RepeatedReadRule extends GroupCheck<Operation> {
  private final LastSeen lastRead = new LastSeen();

  RepeatedReadRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.countable() && kind.isMethod("GET");
  }

  @Override
  @Nullable Operation groupOf(TimedCall call) {
    int position = call.position();
    if (call.envelope() >= 0 || timeline.isEnvelopeList(position)) {
      return null;
    }
    int before = lastRead.put(call.resource(), position);
    boolean soon =
        before != LastSeen.NOTHING
            && call.ticks() - timeline.ticks(before) < timeline.pairs().breachGap()
            && !timeline.isNextPage(position, before);
    return soon ? call.kind().operation() : null;
  }

  @Override
  Finding finding(Operation operation, Evidence evidence) {
    String message =
        Words.count(evidence.count(), "GET", "GETs")
            + " of a resource other than an envelope came less than "
            + context.thresholds().pollingIntervalInWords()
            + " after the GET of the"
            + " same path before, the newest "
            + context.resource(evidence.newest())
            + ".";
    return draft().operation(evidence.newest()).build(message, evidence);
  }
}

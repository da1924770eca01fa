package org.golivecheck.rule.check;

import org.golivecheck.call.Operation;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-007: a countable call answered neither 2xx nor 4xx nor 5xx. */
final class UnknownStatusRule extends GroupCheck<Operation> {
  UnknownStatusRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.countable() && !kind.succeeded() && !kind.failed();
  }

  @Override
  Operation groupOf(TimedCall call) {
    return call.kind().operation();
  }

  @Override
  Finding finding(Operation operation, Evidence evidence) {
    return draft().operation(evidence.newest()).build(message(evidence), evidence);
  }

  private String message(Evidence evidence) {
    int status = timeline.kind(evidence.newest()).status();
    String answered = "answered " + status + ", which is neither success nor error.";
    return evidence.count() == 1
        ? "One call " + answered
        : Words.number(evidence.count())
            + " calls answered a status that is neither success nor error, the"
            + " newest "
            + status
            + ".";
  }
}

package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;

/** A check that reports one finding for the whole log, if any call is part of it. */
abstract class LogCheck extends Check {
  private final Evidence evidence = new Evidence();

  LogCheck(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  /** Returns whether the next call is part of the finding. */
  abstract boolean isPart(TimedCall call);

  /** Returns the finding. */
  abstract Finding finding(Evidence evidence);

  @Override
  final void see(TimedCall call) {
    if (isPart(call)) {
      evidence.add(call.position());
    }
  }

  @Override
  final void finish(FindingSink out) {
    if (evidence.count() > 0) {
      out.add(finding(evidence));
    }
  }
}

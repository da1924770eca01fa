package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;

/** A check that reports one finding for the whole log, if any call is part of it. */
abstract class LogCheck implements Rule.Check {
  private final Evidence evidence = new Evidence();

  /** Returns whether the next call is part of the finding. */
  abstract boolean isPart(TimedCall call);

  /** Returns the finding. */
  abstract Finding finding(Evidence evidence);

  @Override
  public final void see(TimedCall call) {
    if (isPart(call)) {
      evidence.add(call.position());
    }
  }

  @Override
  public final void finish(FindingSink out) {
    if (evidence.count() > 0) {
      out.add(finding(evidence));
    }
  }
}

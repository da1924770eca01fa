package org.golivecheck.rule.check;

import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-014: countable calls went to demo and to production. */
final class MixedEnvironmentsRule extends Check {
  private final Evidence production = new Evidence();
  private boolean demo;

  MixedEnvironmentsRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    demo |= kind.countable() && kind.demo();
    return kind.countable() && kind.environment() == Environment.PRODUCTION;
  }

  @Override
  void see(TimedCall call) {
    production.add(call.position());
  }

  @Override
  void finish(FindingSink out) {
    if (demo && production.count() > 0) {
      String message =
          Words.number(production.count())
              + " of "
              + Words.count(context.countable(), "countable call", "countable calls")
              + " went to production, others to demo: the verdict covers both.";
      out.add(draft().build(message, production));
    }
  }
}

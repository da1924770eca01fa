package org.golivecheck.rule.check;

import org.golivecheck.rule.RuleInfo;

/** GL-001: the log contains fewer countable calls than the review examines. */
public final class TooFewCallsRule extends Check {
  TooFewCallsRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  void finish(FindingSink out) {
    long countable = context.countable();
    // The calls that were not read may be the missing ones.
    if (countable < context.window().required() && countable > 0 && context.unread().isEmpty()) {
      FindingDraft draft = draft();
      if (context.isProductionAlone()) {
        draft.remedy("Check a log with more eSignature REST calls made with this integration key.");
      }
      out.add(draft.build(message(context), countable));
    }
  }

  /** Returns the finding in a sentence. */
  public static String message(ReviewContext context) {
    long countable = context.countable();
    int required = context.window().required();
    String calls =
        countable == 1
            ? "Only 1 call in this log counts"
            : "Only " + countable + " calls in this log count";
    if (context.isProductionAlone()) {
      return calls + "; the rules of the review ask for " + required + ".";
    }
    String newest = required == 1 ? "the newest" : "the newest " + required;
    return calls + " for the review, which examines " + newest + ".";
  }
}

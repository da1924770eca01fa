package org.golivecheck.rule.check;

import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;

/**
 * One rule at work in one review. Sees every call that concerns it once, from the oldest to the
 * newest, and then reports. Logs contain millions of calls, so what can be answered for a kind of
 * calls is asked in {@link #concerns}.
 */
abstract class Check {
  final ReviewContext context;
  final RuleInfo rule;

  Check(ReviewContext context, RuleInfo rule) {
    this.context = context;
    this.rule = rule;
  }

  /** Returns whether calls of a kind concern this check. Asked once for each kind. */
  boolean concerns(CallKind kind) {
    return false;
  }

  /** Returns whether calls without a detail of their own never concern this check. */
  boolean needsDetail() {
    return false;
  }

  /** Sees the next call that concerns it. */
  void see(TimedCall call) {}

  /** Reports what was found. Called once, after the newest call. */
  abstract void finish(FindingSink out);

  /** Returns the beginning of a finding of this rule. */
  final FindingDraft draft() {
    return new FindingDraft(context, rule);
  }
}

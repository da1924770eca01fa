package org.golivecheck.rule.check;

import org.golivecheck.rule.RuleInfo;

/** One rule: what it is, and a fresh check for every review. */
public interface Rule {

  /** Returns what the rule is, apart from any run. */
  RuleInfo info();

  /** Returns a check that has seen no call yet. */
  Check start(ReviewContext context);

  /** Sees every call of the time line once, from the oldest to the newest, and then reports. */
  interface Check {

    /** Sees the next call. */
    void see(TimedCall call);

    /** Reports what was found. Called once, after the newest call. */
    void finish(FindingSink out);
  }
}

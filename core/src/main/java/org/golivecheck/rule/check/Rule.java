package org.golivecheck.rule.check;

import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;

/** One rule: what it is, and a fresh check for every review. */
public interface Rule {

  /** Returns what the rule is, apart from any run. */
  RuleInfo info();

  /**
   * Returns what a log must show for the rule to be judged. Calls whose time a log does not show
   * are not shown to a rule that needs it.
   */
  default Set<LogField> needs() {
    return Set.of(LogField.TIME, LogField.URL);
  }

  /** Returns a check that has seen no call yet. */
  Check start(ReviewContext context);

  /**
   * Sees every call that concerns it once, from the oldest to the newest, and then reports. Logs
   * hold millions of calls: what a kind of calls can tell is asked in {@link #concerns}.
   */
  interface Check {

    /** Returns whether calls of a kind concern this check. Asked once for each kind. */
    boolean concerns(CallKind kind);

    /** Sees the next call that concerns it. */
    void see(TimedCall call);

    /** Reports what was found. Called once, after the newest call. */
    void finish(FindingSink out);
  }

  /** A check that needs no call of its own: the context tells it all. */
  interface EndCheck extends Check {
    @Override
    default boolean concerns(CallKind kind) {
      return false;
    }

    @Override
    default void see(TimedCall call) {}
  }
}

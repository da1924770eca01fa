package org.golivecheck.rule.check;

import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;

/** One rule: what it is, and a fresh check for every review. */
public interface Rule {

  /** What a rule speaks of. */
  enum Scope {
    /** What one integration does. */
    INTEGRATION,
    /** What the review of one integration counts: nothing of one without countable calls. */
    REVIEW,
    /** An account, which all integrations share, or the log. */
    LOG
  }

  /** Returns what the rule is, apart from any run. */
  RuleInfo info();

  /**
   * Returns what a log must show for the rule to be judged. Calls whose time a log does not show
   * are not shown to a rule that needs it.
   */
  default Set<LogField> needs() {
    return Set.of(LogField.TIME, LogField.URL);
  }

  /** Returns whether a profile evaluates the rule. */
  default boolean isOf(Profile profile) {
    return true;
  }

  /** Returns what the rule speaks of, where a log holds the calls of several integration keys. */
  default Scope scope() {
    return Scope.INTEGRATION;
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

package org.golivecheck.rule;

import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;

/** What a rule is, apart from any run. */
public interface RuleInfo {
  /** The basis of a rule that no official text states. */
  String HEURISTIC = "heuristic";

  /** What a rule is about. */
  enum Scope {
    /** What one integration does. */
    INTEGRATION,
    /** The countable calls of one integration; not evaluated for one without such calls. */
    REVIEW,
    /** An account, which all integrations share, or the log. */
    LOG
  }

  /** Returns the stable id, such as {@code PL-001}. */
  String id();

  /** Returns the rule in a few words, with an initial capital and no full stop. */
  String title();

  /** Returns what its findings are about, such as {@code polling}. */
  String category();

  /** Returns who has to act on its findings, such as {@code integration-developer}. */
  String actor();

  /** Returns the most that a finding of it can matter. */
  Severity severity();

  /**
   * Returns what a log must show for the rule to be judged. Calls whose time a log does not show
   * are not shown to a rule that needs it.
   */
  Set<LogField> needs();

  /** Returns what the rule is about, for logs with the calls of several integration keys. */
  Scope scope();

  /** Returns the profiles that evaluate the rule. */
  Set<Profile> profiles();

  /** Returns a link to DocuSign's own words, or {@code heuristic}. */
  String basis();

  /** Returns what to do, in one or a few sentences. */
  String remedy();
}

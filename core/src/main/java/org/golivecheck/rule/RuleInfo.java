package org.golivecheck.rule;

import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;

/**
 * What a rule is, apart from any run.
 *
 * @param id the stable id, such as {@code PL-001}
 * @param title the rule in a few words, with an initial capital and no full stop
 * @param category what its findings are about, such as {@code polling}
 * @param actor who has to act on its findings, such as {@code integration-developer}
 * @param severity the most that a finding of it can matter
 * @param needs what a log must show for the rule to be judged. Calls whose time a log does not show
 *     are not shown to a rule that needs it
 * @param scope what the rule speaks of, where a log contains the calls of several integration keys
 * @param profiles the profiles that evaluate the rule
 * @param basis a link to DocuSign's own words, or {@code heuristic}
 * @param remedy what to do, in one or a few sentences
 */
public record RuleInfo(
    String id,
    String title,
    String category,
    String actor,
    Severity severity,
    Set<LogField> needs,
    Scope scope,
    Set<Profile> profiles,
    String basis,
    String remedy) {

  /** The basis of a rule that no official text states. */
  public static final String HEURISTIC = "heuristic";

  /** What a rule speaks of. */
  public enum Scope {
    /** What one integration does. */
    INTEGRATION,
    /** What the review of one integration counts: nothing of one without countable calls. */
    REVIEW,
    /** An account, which all integrations share, or the log. */
    LOG
  }

  /** Copies the sets. */
  public RuleInfo {
    needs = Set.copyOf(needs);
    profiles = Set.copyOf(profiles);
  }
}

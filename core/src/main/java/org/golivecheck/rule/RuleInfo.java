package org.golivecheck.rule;

import org.golivecheck.report.Severity;

/**
 * What a rule is, apart from any run.
 *
 * @param id the stable id, such as {@code PL-001}
 * @param title the rule in a few words, with an initial capital and no full stop
 * @param category what its findings are about, such as {@code polling}
 * @param actor who has to act on its findings, such as {@code integration-developer}
 * @param severity the most that a finding of it can matter
 * @param basis a link to DocuSign's own words, or {@code heuristic}
 * @param remedy what to do, in one or a few sentences
 */
public record RuleInfo(
    String id,
    String title,
    String category,
    String actor,
    Severity severity,
    String basis,
    String remedy) {

  /** The basis of a rule that no official text states. */
  public static final String HEURISTIC = "heuristic";
}

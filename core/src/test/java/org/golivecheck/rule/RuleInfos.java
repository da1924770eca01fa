package org.golivecheck.rule;

import org.golivecheck.report.Severity;

/** Rules that no table has. */
public final class RuleInfos {
  private RuleInfos() {}

  /** Returns a rule that every profile evaluates. */
  public static RuleInfo of(String id, String title, Severity severity, String actor) {
    return new RuleInfo(
        id,
        title,
        id.startsWith("PL") ? "polling" : "go-live",
        actor,
        severity.name(),
        "",
        "INTEGRATION",
        "CLASSIC STRICT CURRENT",
        severity == Severity.ERROR
            ? "https://developers.docusign.com/docs/" + id
            : RuleInfo.HEURISTIC,
        "Do what is right for " + id + ".");
  }
}

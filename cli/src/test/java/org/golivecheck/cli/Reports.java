package org.golivecheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.report.data.ReportData;

/** Reports made by hand. */
public final class Reports {
  private static final Redactor REDACTOR = new Redactor();

  private final Verdict verdict;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private long entries = 20;
  private String reason = "GL-001";

  private Reports(Verdict verdict) {
    this.verdict = verdict;
  }

  public static Reports of(Verdict verdict) {
    return new Reports(verdict);
  }

  public static SafeText safe(String text) {
    return REDACTOR.redact(text);
  }

  public Reports finding(Severity severity) {
    findings.add(
        Finding.builder("PL-001", severity)
            .title("Polling")
            .basis("heuristic")
            .category("polling")
            .actor("integration-developer")
            .message(safe("The same envelope was asked for twice"))
            .remedy("Use Connect")
            .count(1)
            .fingerprint(safe("PL-001"))
            .build());
    return this;
  }

  /** Names the rule of the reason. */
  public Reports because(String rule) {
    reason = rule;
    return this;
  }

  public Reports problem(ProblemCode code, String source, String message) {
    problems.add(new ReportData.Problem(code.name(), safe(source), 0, -1, safe(message), 1));
    return this;
  }

  public Reports withoutEntries() {
    entries = 0;
    return this;
  }

  public GoLiveReport build() {
    List<Reason> reasons =
        verdict == Verdict.PASS
            ? List.of()
            : List.of(new Reason(reason, safe("Only 3 of 20 calls.")));
    return GoLiveReport.builder(Profile.CLASSIC, verdict)
        .reasons(reasons)
        .window(new Window(20, 0, List.of()))
        .calls(new ReportData.Calls(entries, entries, 0, 0, 0, 0, Map.of(), null, null, null, null))
        .findings(findings)
        .inputs(List.of(new Input(safe("logs.zip"), "request-log", entries, entries, 0)))
        .problems(problems)
        .build();
  }
}

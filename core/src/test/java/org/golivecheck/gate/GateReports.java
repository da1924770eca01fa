package org.golivecheck.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.report.data.ReportData;
import org.jspecify.annotations.Nullable;

/** Reports of which a gate sees all that it looks at. */
final class GateReports {
  static final Redactor REDACTOR = new Redactor();

  private final Verdict verdict;
  private final List<Reason> reasons = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private GateReports(Verdict verdict) {
    this.verdict = verdict;
  }

  static GateReports of(Verdict verdict, String... reasons) {
    GateReports report = new GateReports(verdict);
    for (String rule : reasons) {
      report.reasons.add(new Reason(rule, REDACTOR.redact("Because.")));
    }
    return report;
  }

  /** Adds a finding about the whole log. */
  GateReports finding(String rule, Severity severity, long count) {
    return finding(rule, severity, count, null, null, null, null);
  }

  GateReports finding(
      String rule,
      Severity severity,
      long count,
      @Nullable String path,
      @Nullable String resource,
      @Nullable String operation,
      @Nullable String code) {
    findings.add(
        Finding.builder(rule, severity)
            .title("A title")
            .basis("heuristic")
            .category("a-category")
            .actor("integration-developer")
            .message(REDACTOR.redact("Seen."))
            .remedy("Do.")
            .method(path == null ? null : REDACTOR.redact("GET"))
            .path(REDACTOR.redactNullable(path))
            .resource(REDACTOR.redactNullable(resource))
            .operation(operation)
            .errorCode(REDACTOR.redactNullable(code))
            .count(count)
            .fingerprint(fingerprint(rule, path, code))
            .build());
    return this;
  }

  private static SafeText fingerprint(String rule, @Nullable String path, @Nullable String code) {
    return REDACTOR.redact(
        rule + (path == null ? "" : " " + path) + (code == null ? "" : " " + code));
  }

  GateReports unreadableInput() {
    problems.add(
        new ReportData.Problem(
            "UNREADABLE_INPUT", REDACTOR.redact("x.zip"), 0, -1, REDACTOR.redact("gone"), 1));
    reasons.add(new Reason("GL-000", REDACTOR.redact("x.zip: gone")));
    return this;
  }

  GoLiveReport build() {
    return GoLiveReport.builder(Profile.CLASSIC, verdict)
        .reasons(reasons)
        .window(new Window(20, 0, List.of()))
        .calls(new ReportData.Calls(20, 20, 0, 0, 0, 0, Map.of(), null, null, null, null))
        .findings(findings)
        .problems(problems)
        .build();
  }
}

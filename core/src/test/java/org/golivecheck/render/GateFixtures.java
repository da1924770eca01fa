package org.golivecheck.render;

import java.time.LocalDate;
import java.util.List;
import org.golivecheck.call.Wildcard;
import org.golivecheck.gate.Baseline;
import org.golivecheck.gate.BaselineEntry;
import org.golivecheck.gate.GatePolicy;
import org.golivecheck.gate.Suppression;
import org.golivecheck.gate.Suppression.Target;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;

/** Reports some findings of which are known. */
final class GateFixtures {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 31);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);

  private GateFixtures() {}

  /** FAIL, but all that decides it is baselined or suppressed. */
  static GoLiveReport excused() {
    GoLiveReport report = ReportFixtures.permissionErrors();
    Finding sending = report.findings().get(0);
    return GatePolicy.failingOn(FailOn.ERROR, TODAY)
        .withBaseline(
            "golive-baseline.json",
            Baseline.of(
                List.of(
                    new BaselineEntry(
                        sending.fingerprint().toString(),
                        70,
                        "The administrator has been asked, ticket 4711",
                        YESTERDAY,
                        NEXT_YEAR))))
        .withSuppressions(
            List.of(
                new Suppression(
                    Target.ofErrorCode("consent_required"), "Tests of a new user do this", null)))
        .apply(report, new Redactor());
  }

  /** More than known, an expired and a stale entry, suppressions in every state. */
  static GoLiveReport partlyKnown() {
    GoLiveReport report = ReportFixtures.permissionErrors();
    List<Finding> findings = report.findings();
    return GatePolicy.failingOn(FailOn.WARNING, TODAY)
        .withBaseline(
            "golive-baseline.json",
            Baseline.of(
                List.of(
                    entry(findings.get(0), 60, null),
                    entry(findings.get(1), 2, YESTERDAY),
                    new BaselineEntry("PL-001 /a/{b}", 3, "Was polling", YESTERDAY, null))))
        .withSuppressions(
            List.of(
                new Suppression(
                    new Target(
                        "ER-account-permission",
                        null,
                        Wildcard.of("*/envelopes"),
                        Wildcard.of("Envelopes:*")),
                    "Bought next month",
                    NEXT_YEAR),
                new Suppression(Target.ofRule("PL-001"), "Never seen", null),
                new Suppression(
                    Target.ofErrorCode("USER_LACKS_PERMISSIONS"), "Till yesterday", YESTERDAY)))
        .apply(report, new Redactor());
  }

  private static BaselineEntry entry(Finding finding, long count, LocalDate until) {
    return new BaselineEntry(
        finding.fingerprint().toString(), count, "Known for long", YESTERDAY, until);
  }

  /** What a team wrote is cleaned like what a log contains. */
  static GoLiveReport hostile() {
    GoLiveReport report = ReportFixtures.hostile();
    String attack = "</script>\u001b[2J\r\n::error::x |a| =1+1 ]]> password=hunter2";
    return policy(FailOn.INFO, report)
        .withSuppressions(
            List.of(
                new Suppression(
                    new Target("ER-unknown", null, Wildcard.of(attack), null), attack, NEXT_YEAR),
                new Suppression(
                    new Target("ER-unknown", attack, null, Wildcard.of(attack)), attack, null)))
        .withBaseline(
            attack,
            Baseline.of(
                List.of(
                    new BaselineEntry(attack, 1, attack, null, null),
                    new BaselineEntry("x" + attack, 1, attack, null, YESTERDAY),
                    new BaselineEntry(
                        report.findings().get(0).fingerprint().toString(), 2, attack, null, null))))
        .apply(report, new Redactor());
  }

  /** A policy that knows the first finding of a report and suppresses one rule. */
  static GatePolicy policy(FailOn failOn, GoLiveReport report) {
    GatePolicy policy =
        GatePolicy.failingOn(failOn, TODAY)
            .withSuppressions(
                List.of(new Suppression(Target.ofRule("GL-001"), "So be it", NEXT_YEAR)));
    return report.findings().isEmpty()
        ? policy
        : policy.withBaseline(
            "b.json", Baseline.of(List.of(entry(report.findings().get(0), 1_000, NEXT_YEAR))));
  }
}

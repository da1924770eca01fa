package org.golivecheck.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.call.Wildcard;
import org.golivecheck.gate.Suppression.Target;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.FindingState.Kind;
import org.golivecheck.report.Gate;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.GateDecision.Result;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatePolicyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String PATH = "/restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}";
  private static final String RESOURCE = "/restapi/v2.1/accounts/0f1e2d3c/envelopes/1a2b3c4d";

  private static GatePolicy policy(BaselineEntry... entries) {
    return GatePolicy.failingOn(FailOn.ERROR, TODAY)
        .withBaseline("b.json", Baseline.of(Arrays.asList(entries)));
  }

  private static GatePolicy suppressing(Suppression... suppressions) {
    return GatePolicy.failingOn(FailOn.ERROR, TODAY).withSuppressions(Arrays.asList(suppressions));
  }

  private static BaselineEntry entry(String fingerprint, long maxCount) {
    return new BaselineEntry(fingerprint, maxCount, "known", TODAY, null);
  }

  private static Suppression byRule(String rule) {
    return new Suppression(Target.ofRule(rule), "why", null);
  }

  private static GateDecision decide(GatePolicy policy, GateReports report) {
    return apply(policy, report).decision();
  }

  private static GoLiveReport apply(GatePolicy policy, GateReports report) {
    return policy.apply(report.build(), GateReports.REDACTOR);
  }

  private static List<Kind> states(GoLiveReport report) {
    return report.findings().stream().map(finding -> finding.state().kind()).toList();
  }

  private static GateReports pollingOfTwoEnvelopes() {
    return GateReports.of(Verdict.FAIL, "PL-001")
        .finding("PL-001", Severity.ERROR, 5, PATH, RESOURCE, "Envelopes:get", null)
        .finding("PL-001", Severity.WARNING, 6, PATH, RESOURCE + "/x", "Envelopes:get", null);
  }

  @Test
  void nothingIsExcusedWithoutBaselineAndSuppressions() {
    GateDecision decision =
        decide(GatePolicy.failingOn(FailOn.ERROR, TODAY), pollingOfTwoEnvelopes());

    assertThat(decision).isEqualTo(new GateDecision(Result.FAILED, false, 2, 0, 0));
  }

  @Test
  void asManyAsKnownPassAndTheVerdictStaysFail() {
    GoLiveReport report = apply(policy(entry("PL-001 " + PATH, 11)), pollingOfTwoEnvelopes());

    assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(report.decision()).isEqualTo(new GateDecision(Result.PASSED, true, 0, 2, 0));
  }

  @Test
  void countsOfEqualFingerprintsAddUpSoOneMoreOpensThemAll() {
    GoLiveReport report = apply(policy(entry("PL-001 " + PATH, 10)), pollingOfTwoEnvelopes());

    assertThat(states(report)).containsExactly(Kind.OPEN, Kind.OPEN);
    assertThat(report.findings().get(0).state().known()).isEqualTo(10);
    assertThat(report.decision().result()).isEqualTo(Result.FAILED);
  }

  @Test
  void aNewFindingFailsBesideAKnownOne() {
    GateDecision decision =
        decide(
            policy(entry("PL-001 " + PATH, 99)),
            pollingOfTwoEnvelopes().finding("PL-003", Severity.ERROR, 1));

    assertThat(decision).isEqualTo(new GateDecision(Result.FAILED, false, 1, 2, 0));
  }

  @Test
  void tooFewCallsIsOneFactHoweverManyCallsThereAre() {
    GatePolicy policy = policy(entry("GL-001", 1));

    for (long countable : new long[] {0, 3, 19}) {
      GateReports report =
          GateReports.of(Verdict.FAIL, "GL-001").finding("GL-001", Severity.ERROR, countable);
      assertThat(decide(policy, report).result())
          .as("%d calls", countable)
          .isEqualTo(Result.PASSED);
    }
  }

  @Test
  void anErrorInTheWindowIsCarriedByTheFindingOfItsClass() {
    GateReports report =
        GateReports.of(Verdict.FAIL, "GL-002", "GL-001")
            .finding("ER-consent", Severity.ERROR, 1, PATH, null, null, "consent_required")
            .finding("GL-001", Severity.ERROR, 3);

    assertThat(
            decide(
                    policy(
                        entry("ER-consent " + PATH + " consent_required", 1), entry("GL-001", 1)),
                    report)
                .excused())
        .isTrue();
    assertThat(decide(policy(entry("GL-001", 1)), report).excused()).isFalse();
  }

  @Test
  void aReasonThatNoFindingCarriesIsNotExcused() {
    GateReports report =
        GateReports.of(Verdict.FAIL, "PL-001", "GL-002")
            .finding("PL-001", Severity.ERROR, 1)
            .finding("ER-consent", Severity.WARNING, 1);

    assertThat(decide(suppressing(byRule("PL-001"), byRule("ER-consent")), report))
        .isEqualTo(new GateDecision(Result.FAILED, false, 0, 0, 2));
  }

  @Test
  void openWarningsFailWhoAsksForItAlsoBesideAnExcusedVerdict() {
    GateReports report =
        GateReports.of(Verdict.FAIL, "PL-001")
            .finding("PL-001", Severity.ERROR, 1)
            .finding("RL-003", Severity.WARNING, 1);
    GatePolicy strict =
        GatePolicy.failingOn(FailOn.WARNING, TODAY).withSuppressions(List.of(byRule("PL-001")));

    assertThat(decide(strict, report)).isEqualTo(new GateDecision(Result.FAILED, true, 1, 0, 1));
    assertThat(decide(suppressing(byRule("PL-001")), report).result()).isEqualTo(Result.PASSED);
  }

  @Test
  void nothingExcusesAMissingVerdictOrAnUnreadableInput() {
    GateReports undecided = GateReports.of(Verdict.NO_VERDICT, "GL-001");
    undecided.finding("GL-001", Severity.ERROR, 0);
    GateReports unread = GateReports.of(Verdict.FAIL, "GL-001").unreadableInput();
    unread.finding("GL-001", Severity.ERROR, 0);
    GatePolicy never =
        GatePolicy.failingOn(FailOn.NEVER, TODAY).withSuppressions(List.of(byRule("GL-001")));

    assertThat(decide(never, undecided).result()).isEqualTo(Result.UNDECIDED);
    assertThat(decide(never, unread).result()).isEqualTo(Result.UNDECIDED);
  }

  @Test
  void anEntryExcusesThroughItsLastDayAndIsShownAsExpiredAfterIt() {
    GateReports report =
        GateReports.of(Verdict.FAIL, "GL-001").finding("GL-001", Severity.ERROR, 3);

    assertThat(decide(policy(new BaselineEntry("GL-001", 1, null, null, TODAY)), report).excused())
        .isTrue();

    GoLiveReport late =
        apply(
            policy(
                new BaselineEntry("GL-001", 1, null, null, TODAY.minusDays(1)),
                new BaselineEntry("PL-003", 1, null, null, TODAY.minusDays(1))),
            report);
    assertThat(late.decision().result()).isEqualTo(Result.FAILED);
    assertThat(late.findings().get(0).state().expired()).isTrue();
    assertThat(late.gate().baseline().expired())
        .extracting(use -> use.fingerprint() + " " + use.seen())
        .containsExactly("GL-001 1", "PL-003 0");
  }

  @Test
  void anEntryOfWhichNothingIsSeenIsStale() {
    GoLiveReport report =
        apply(policy(entry("PL-001 " + PATH, 11), entry("PL-003", 4)), pollingOfTwoEnvelopes());

    assertThat(report.gate().baseline().stale())
        .extracting(use -> use.fingerprint().toString())
        .containsExactly("PL-003");
    assertThat(report.gate().baseline().entries()).isEqualTo(2);
  }

  @Test
  void anEntryOfWhichAllIsSuppressedIsNotStale() {
    GatePolicy policy =
        policy(entry("PL-001 " + PATH, 1)).withSuppressions(List.of(byRule("PL-001")));

    GoLiveReport report = apply(policy, pollingOfTwoEnvelopes());

    assertThat(states(report)).containsOnly(Kind.SUPPRESSED);
    assertThat(report.gate().baseline().stale()).isEmpty();
  }

  @Test
  void suppressedFindingsDoNotUseUpTheBaseline() {
    Suppression ofOne =
        new Suppression(new Target("PL-001", null, Wildcard.of("*/x"), null), "a test polls", null);
    GatePolicy policy = policy(entry("PL-001 " + PATH, 5)).withSuppressions(List.of(ofOne));

    assertThat(states(apply(policy, pollingOfTwoEnvelopes())))
        .containsExactly(Kind.BASELINED, Kind.SUPPRESSED);
  }

  @Test
  void aSuppressionAsksForAllThatItNames() {
    GateReports report =
        GateReports.of(Verdict.FAIL, "GL-002")
            .finding("ER-not-found", Severity.ERROR, 1, PATH, null, "Envelopes:get", "GONE");

    assertThat(matches(report, null, "gone", null, null)).isTrue();
    assertThat(matches(report, "er-not-found", "GONE", "*/envelopes/*", "envelopes:*")).isTrue();
    assertThat(matches(report, "ER-not-found", null, null, "GET " + PATH)).isTrue();
    assertThat(matches(report, "GL-002", null, null, null)).isTrue();
    assertThat(matches(report, "ER-not-found", "OTHER", null, null)).isFalse();
    assertThat(matches(report, "ER-consent", "GONE", null, null)).isFalse();
    assertThat(matches(report, null, "GONE", "*/documents", null)).isFalse();
    assertThat(matches(report, null, "GONE", null, "Templates:*")).isFalse();
  }

  private static boolean matches(
      GateReports report,
      @Nullable String rule,
      @Nullable String code,
      @Nullable String resource,
      @Nullable String operation) {
    Suppression suppression =
        new Suppression(
            new Target(
                rule,
                code,
                resource == null ? null : Wildcard.of(resource),
                operation == null ? null : Wildcard.of(operation)),
            "why",
            null);
    return decide(suppressing(suppression), report).suppressed() == 1;
  }

  @Test
  void anExpiredSuppressionSuppressesNothingAndOneThatMatchesNothingIsShown() {
    GoLiveReport report =
        apply(
            suppressing(
                new Suppression(Target.ofRule("PL-001"), "why", TODAY.minusDays(1)),
                new Suppression(Target.ofRule("PL-003"), "why", TODAY)),
            pollingOfTwoEnvelopes());

    assertThat(states(report)).containsOnly(Kind.OPEN);
    assertThat(report.gate().suppressions())
        .extracting(Gate.SuppressionUse::expired, Gate.SuppressionUse::findings)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(true, 2L),
            org.assertj.core.groups.Tuple.tuple(false, 0L));
  }

  @Test
  void whatATeamWroteIsCleaned() {
    GoLiveReport report =
        apply(
            suppressing(
                new Suppression(Target.ofRule("PL-001"), "ask jo@example.com\u001b[2J", null)),
            pollingOfTwoEnvelopes());

    assertThat(report.findings().get(0).state().reason().toString())
        .isEqualTo("ask [email]\ufffd[2J");
  }

  @ParameterizedTest
  @EnumSource(FailOn.class)
  void appliedToItsOwnResultItChangesNothing(FailOn failOn) {
    GatePolicy policy =
        GatePolicy.failingOn(failOn, TODAY)
            .withBaseline("b.json", Baseline.of(List.of(entry("GL-001", 1))))
            .withSuppressions(List.of(byRule("PL-001")));
    GoLiveReport once = apply(policy, pollingOfTwoEnvelopes());

    assertThat(policy.apply(once, GateReports.REDACTOR)).isEqualTo(once);
    assertThat(
            GatePolicy.failingOn(failOn, TODAY)
                .apply(once, GateReports.REDACTOR)
                .decision()
                .known())
        .isZero();
  }

  @Property(tries = 200)
  void anUpdatedBaselineExcusesAllAndASecondUpdateChangesNothing(
      @ForAll("reports") GateReports drawn) {
    GoLiveReport report = drawn.build();
    Baseline first = Baseline.EMPTY.updated(report, TODAY);
    GoLiveReport judged =
        GatePolicy.failingOn(FailOn.INFO, TODAY)
            .withBaseline("b.json", first)
            .apply(report, GateReports.REDACTOR);

    assertThat(judged.decision().result()).isEqualTo(Result.PASSED);
    assertThat(judged.decision().open()).isZero();
    assertThat(judged.gate().baseline().stale()).isEmpty();
    assertThat(first.updated(judged, TODAY.plusDays(7))).isEqualTo(first);
  }

  @Provide
  Arbitrary<GateReports> reports() {
    Arbitrary<String> rules = Arbitraries.of("GL-001", "PL-001", "PL-003", "ER-consent");
    Arbitrary<String> codes = Arbitraries.of("A", "B").injectNull(0.3);
    return Combinators.combine(
            rules, codes, Arbitraries.longs().between(0, 9), Arbitraries.of(Severity.class))
        .as((rule, code, count, severity) -> new Drawn(rule, code, count, severity))
        .list()
        .ofMaxSize(8)
        .map(GatePolicyTest::report);
  }

  private record Drawn(String rule, @Nullable String code, long count, Severity severity) {}

  /** A report whose verdict and reasons follow from its findings, as those of a review do. */
  private static GateReports report(List<Drawn> drawn) {
    String[] reasons =
        drawn.stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(finding -> finding.rule().startsWith("ER-") ? "GL-002" : finding.rule())
            .distinct()
            .toArray(String[]::new);
    GateReports report = GateReports.of(reasons.length == 0 ? Verdict.PASS : Verdict.FAIL, reasons);
    for (Drawn finding : drawn) {
      report.finding(
          finding.rule(), finding.severity(), finding.count(), PATH, null, null, finding.code());
    }
    return report;
  }
}

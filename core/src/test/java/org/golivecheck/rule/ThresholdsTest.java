package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.golivecheck.rule.CallLog.envelope;

import java.time.Duration;
import java.util.List;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.Client;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Wildcard;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.error.CustomError;
import org.golivecheck.rule.error.ErrorCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users may set of a review: thresholds, traffic that does not count, errors of their own. */
class ThresholdsTest {
  private static final ReviewSettings CLASSIC = ReviewSettings.DEFAULT;

  private static ReviewSettings by(Thresholds thresholds) {
    return CLASSIC.withThresholds(thresholds);
  }

  private static List<String> messages(GoLiveReport review, String rule) {
    return review.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(finding -> finding.message().toString())
        .toList();
  }

  @Test
  void theDefaultsAreNoOtherThresholds() {
    CallLog log = new CallLog().clean(0, 20);

    assertThat(log.review(by(new Thresholds(20, Duration.ofMinutes(15), 3_000, 0))))
        .isEqualTo(log.review(CLASSIC));
    assertThat(log.review(CLASSIC).notes()).noneMatch(note -> note.contains("thresholds"));
  }

  @Test
  void aSmallerWindowForgetsOlderErrors() {
    CallLog log = new CallLog().call(0, "POST", "/envelopes", 500).clean(1, 10);
    GoLiveReport review = log.review(by(Thresholds.DEFAULT.withWindowSize(10)));

    assertThat(log.review(CLASSIC).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.window().calls()).hasSize(10);
    assertThat(review.window().required()).isEqualTo(10);
    assertThat(review.window().cleanCallsNeeded()).isZero();
  }

  @Test
  void aLargerWindowNeedsMoreCallsAndRemembersMore() {
    CallLog log = new CallLog().call(0, "POST", "/envelopes", 500).clean(1, 25);
    GoLiveReport review = log.review(by(Thresholds.DEFAULT.withWindowSize(30)));

    assertThat(log.review(CLASSIC).verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.reasons())
        .extracting(reason -> reason.message().toString())
        .containsExactly(
            "1 of the 26 countable calls in this log failed.",
            "Only 26 calls in this log count for the review, which examines the newest 30.");
    // 26 calls, the oldest an error at position 25: five more push it out of the newest 30.
    assertThat(review.window().cleanCallsNeeded()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "299, 300, 1 5 minutes",
    "300, 300, 0 -",
    "59, 60, 1 1 minute",
    "44, 45, 1 45 seconds"
  })
  void anotherIntervalDecidesWhatPollingIs(int gap, int interval, String expected) {
    CallLog log =
        new CallLog()
            .clean(0, 20)
            .call(40, "GET", envelope(1))
            .call(40 + gap / 60.0, "GET", envelope(1));
    GoLiveReport review =
        log.review(by(Thresholds.DEFAULT.withPollingInterval(Duration.ofSeconds(interval))));

    String[] parts = expected.split(" ", 2);
    assertThat(messages(review, "PL-001")).hasSize(Integer.parseInt(parts[0]));
    if (!messages(review, "PL-001").isEmpty()) {
      assertThat(messages(review, "PL-001").get(0))
          .contains("less than " + parts[1] + " after the call before");
      assertThat(review.reasons().get(0).message().toString())
          .contains("came less than " + parts[1] + " after the previous one");
    }
  }

  @Test
  void theSafeDistanceIsAThirdLonger() {
    CallLog log =
        new CallLog().clean(0, 20).call(40, "GET", envelope(1)).call(70, "GET", envelope(1));
    Thresholds half = Thresholds.DEFAULT.withPollingInterval(Duration.ofMinutes(24));

    assertThat(messages(log.review(CLASSIC), "PL-002")).isEmpty();
    assertThat(messages(log.review(by(half)), "PL-002")).hasSize(1);
    assertThat(messages(log.review(by(half)), "PL-002").get(0)).contains("24 to 32 minutes after");
    assertThat(Thresholds.DEFAULT.marginInWords()).isEqualTo("15 to 20 minutes");
    assertThat(half.withPollingInterval(Duration.ofSeconds(45)).marginInWords())
        .isEqualTo("45 to 60 seconds");
  }

  @Test
  void otherLimitsWarnEarlierOrLater() {
    CallLog log = new CallLog().burst(0, 100, 20);

    assertThat(messages(log.review(CLASSIC), "RL-002")).isEmpty();
    assertThat(messages(log.review(by(Thresholds.DEFAULT.withCallsPerBurst(100))), "RL-002"))
        .hasSize(1);
    assertThat(messages(log.review(CLASSIC), "RL-003")).isEmpty();
    assertThat(messages(log.review(by(Thresholds.DEFAULT.withCallsPerHour(90))), "RL-003"))
        .hasSize(1);
  }

  @Test
  void aReportSaysThatItWasMadeByOtherThresholds() {
    Thresholds others = new Thresholds(10, Duration.ofMinutes(5), 1_000, 50);

    assertThat(new CallLog().clean(0, 20).review(by(others)).notes().get(0))
        .isEqualTo(
            "Judged by thresholds that are not DocuSign's, so that its review may differ: a window"
                + " of 10 instead of 20, a polling interval of 5 minutes instead of 15 minutes, a"
                + " limit of 1,000 calls an hour instead of 3,000, a limit of 50 calls in 30"
                + " seconds.");
  }

  @Test
  void aReportFromJavaObeysThemToo() {
    GoLiveReport report =
        new CallLog()
            .clean(0, 12).calls().stream()
                .collect(
                    GoLiveCheck.withDefaults()
                        .withSettings(by(Thresholds.DEFAULT.withWindowSize(12)))
                        .collector());

    assertThat(report.passes()).isTrue();
    assertThat(report.window().required()).isEqualTo(12);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    Thresholds own = Thresholds.DEFAULT;
    assertThatIllegalArgumentException().isThrownBy(() -> own.withWindowSize(0));
    assertThatIllegalArgumentException().isThrownBy(() -> own.withWindowSize(10_001));
    assertThatIllegalArgumentException().isThrownBy(() -> own.withPollingInterval(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> own.withPollingInterval(Duration.ofMillis(1_500)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> own.withPollingInterval(Duration.ofHours(25)));
    assertThatIllegalArgumentException().isThrownBy(() -> own.withCallsPerHour(0));
    assertThatIllegalArgumentException().isThrownBy(() -> own.withCallsPerBurst(-1));
  }

  // --- Traffic that does not count -----------------------------------------------------------

  private static CallLog withProbes() {
    Client probe = new Client("kube-probe/1.29", null, null, null, null);
    return new CallLog()
        .clean(0, 20)
        .add(30, "GET", envelope(1), call -> call.client(probe))
        .add(31, "GET", envelope(1), call -> call.client(probe))
        .call(32, "GET", "/billing_plan", 500);
  }

  @Test
  void trafficOfAPatternDoesNotCount() {
    ReviewSettings settings =
        CLASSIC.withIgnored(
            List.of(
                new TrafficPattern(null, null, Wildcard.of("kube-probe/*")),
                new TrafficPattern(
                    Wildcard.of("*/billing_plan"), Wildcard.of("DEMO.docusign.net"), null)));
    GoLiveReport review = withProbes().review(settings);

    assertThat(withProbes().review(CLASSIC).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.calls().total()).isEqualTo(23);
    assertThat(review.calls().countable()).isEqualTo(20);
    assertThat(review.calls().excluded()).containsEntry(Exclusion.BY_PATTERN.id(), 3L);
    assertThat(review.notes())
        .anyMatch(note -> note.startsWith("3 calls do not count since a pattern of yours says so"));
    assertThat(withProbes().review(CLASSIC).calls().excluded())
        .doesNotContainKey(Exclusion.BY_PATTERN.id());
  }

  @Test
  void allOfAPatternMustMatchAndKnownReasonsGoFirst() {
    TrafficPattern other =
        new TrafficPattern(
            Wildcard.of("*"), Wildcard.of("www.docusign.net"), Wildcard.of("kube-probe/*"));
    assertThat(withProbes().review(CLASSIC.withIgnored(List.of(other))).calls().countable())
        .isEqualTo(23);

    TrafficPattern all = new TrafficPattern(Wildcard.of("*"), null, null);
    GoLiveReport review =
        new CallLog()
            .call(0, "GET", "https://account-d.docusign.com/oauth/userinfo")
            .clean(1, 2)
            .review(CLASSIC.withIgnored(List.of(all)));
    assertThat(review.calls().excluded())
        .containsEntry(Exclusion.OAUTH.id(), 1L)
        .containsEntry(Exclusion.BY_PATTERN.id(), 2L);
    assertThatIllegalArgumentException().isThrownBy(() -> new TrafficPattern(null, null, null));
  }

  // --- Errors of a team's own -----------------------------------------------------------------

  private static CustomError custom(String code, String message, int status, String remedy) {
    return new CustomError(
        code,
        message == null ? null : Wildcard.of(message),
        status,
        new CustomError.Advice("account-quota", "account-admin", "no", remedy));
  }

  private static List<Finding> errors(CallLog log, CustomError... errors) {
    return log
        .review(CLASSIC.withErrors(ErrorCatalog.get().withCustomErrors(List.of(errors))))
        .findings()
        .stream()
        .filter(finding -> finding.rule().startsWith("ER-"))
        .toList();
  }

  @Test
  void aCodeOfATeamsOwnHasItsRemedy() {
    CallLog log =
        new CallLog()
            .clean(0, 20)
            .error(30, "POST", "/envelopes", 400, "ACME_1234", "No budget left")
            .error(31, "POST", "/envelopes", 400, "ENVELOPE_DOES_NOT_EXIST", "It does not exist");

    assertThat(errors(log, custom("acme_1234", null, 0, "Ask the ACME desk for budget.")))
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo("ER-account-quota");
              assertThat(finding.actor()).isEqualTo("account-admin");
              assertThat(finding.retry()).isEqualTo("no");
              assertThat(finding.remedy()).isEqualTo("Ask the ACME desk for budget.");
              assertThat(finding.basis()).isEqualTo("configuration");
            })
        .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo("ER-not-found"));
  }

  @Test
  void itGoesBeforeTheCatalogueAndTheFirstThatFitsWins() {
    CallLog log =
        new CallLog().error(0, "POST", "/envelopes", 404, "ENVELOPE_DOES_NOT_EXIST", "It is gone.");

    assertThat(
            errors(
                log,
                custom("ENVELOPE_DOES_NOT_EXIST", null, 400, "another status"),
                custom(null, "* is here.", 0, "another message"),
                custom("ENVELOPE_DOES_NOT_EXIST", "it is *", 404, "this"),
                custom("ENVELOPE_DOES_NOT_EXIST", null, 0, "too late")))
        .extracting(Finding::remedy)
        .containsExactly("this");
  }

  @Test
  void twoClassesOfOneOperationAreTwoFindings() {
    CallLog log =
        new CallLog()
            .error(0, "POST", "/envelopes", 400, "A_B", "x")
            .error(1, "POST", "/envelopes", 400, "A_B", "y");

    assertThat(errors(log, custom("A_B", "x", 0, "first"), custom("A_B", "y", 0, "second")))
        .extracting(Finding::remedy)
        .containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void whatTheCatalogueCouldNotHoldIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> custom(null, null, 0, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> custom("A", null, 0, " "));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CustomError(
                    "A", null, 0, new CustomError.Advice("no-such", "account-admin", "no", "x")));
    assertThat(ErrorCatalog.categories()).contains("consent", "validation").doesNotContain("");
    assertThat(ErrorCatalog.actors()).contains("integration-developer").doesNotContain("actor");
    assertThat(ErrorCatalog.retries()).contains("after-fix", "no").doesNotContain("retry");
  }

  @Test
  void rowsOfATeamsOwnAreFoundByCodeAndNumber() {
    ErrorCatalog catalog =
        ErrorCatalog.get().withCustomErrors(List.of(custom("ACME_1", null, 0, "x")));

    assertThat(catalog.find("acme_1")).hasSize(1);
    assertThat(catalog.row(catalog.find("acme_1").get(0).id()))
        .isEqualTo(catalog.find("ACME_1").get(0));
    assertThat(catalog.rows().get(0).code()).isEqualTo("ACME_1");
    assertThat(ErrorCatalog.get().find("acme_1")).isEmpty();
  }
}

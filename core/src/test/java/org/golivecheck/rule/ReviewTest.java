package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewTest {
  private static List<String> rulesOfReasons(GoLiveReport review) {
    return review.reasons().stream().map(GoLiveReport.Reason::rule).toList();
  }

  private static Finding only(GoLiveReport review, String rule) {
    return review.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .reduce(
            (a, b) -> {
              throw new AssertionError("more than one " + rule);
            })
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void twentyCleanCallsPass(Profile profile) {
    GoLiveReport review = new CallLog().clean(0, 20).review(profile);

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.reasons()).isEmpty();
    assertThat(review.window().cleanCallsNeeded()).isZero();
  }

  @Test
  void nineteenCallsAreTooFewForClassicAndStrictButNotForCurrent() {
    CallLog log = new CallLog().clean(0, 19);

    for (Profile profile : List.of(Profile.CLASSIC, Profile.STRICT)) {
      GoLiveReport review = log.review(profile);
      assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(rulesOfReasons(review)).containsExactly("GL-001");
      assertThat(only(review, "GL-001").severity()).isEqualTo(Severity.ERROR);
      assertThat(review.window().cleanCallsNeeded()).isEqualTo(1);
    }
    GoLiveReport current = log.review(Profile.CURRENT);
    assertThat(current.verdict()).isEqualTo(Verdict.PASS);
    assertThat(current.findings()).isEmpty();
    assertThat(current.window().cleanCallsNeeded()).isZero();
  }

  @Test
  void anErrorInTheWindowFailsClassicAndStrictAndWarnsInCurrent() {
    CallLog log =
        new CallLog()
            .clean(0, 10)
            .error(10, "POST", "/envelopes", 400, "USER_LACKS_PERMISSIONS", "No.")
            .clean(11, 10);

    for (Profile profile : List.of(Profile.CLASSIC, Profile.STRICT)) {
      GoLiveReport review = log.review(profile);
      assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(rulesOfReasons(review)).containsExactly("GL-002");
      assertThat(review.window().cleanCallsNeeded()).isEqualTo(10);
      assertThat(review.findings().get(0).severity()).isEqualTo(Severity.ERROR);
    }
    GoLiveReport current = log.review(Profile.CURRENT);
    assertThat(current.verdict()).isEqualTo(Verdict.PASS);
    assertThat(current.findings().get(0).rule()).startsWith("ER-");
    assertThat(current.findings().get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void anErrorBeforeTheWindowFailsStrictAloneAndMoreCleanCallsDoNotHelp() {
    CallLog log = new CallLog().call(0, "GET", envelope(1), 404).clean(1, 20);

    assertThat(log.review(Profile.CLASSIC).verdict()).isEqualTo(Verdict.PASS);
    GoLiveReport strict = log.review(Profile.STRICT);
    assertThat(strict.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(strict.window().cleanCallsNeeded()).isZero();
    assertThat(rulesOfReasons(strict)).containsExactly("GL-002");
  }

  @ParameterizedTest
  @CsvSource({
    "200,OK",
    "204,OK",
    "299,OK",
    "302,UNKNOWN",
    "100,UNKNOWN",
    "999,UNKNOWN",
    "400,ERROR",
    "499,ERROR",
    "500,ERROR",
    "599,ERROR",
    "600,UNKNOWN",
    "444,ERROR"
  })
  void theStatusDecidesTheOutcome(int status, Outcome outcome) {
    GoLiveReport review =
        new CallLog().call(0, "GET", "/templates", status).review(Profile.CLASSIC);

    assertThat(review.window().calls().get(0).outcome()).isEqualTo(outcome);
    assertThat(review.findings().stream().anyMatch(finding -> finding.rule().equals("GL-007")))
        .isEqualTo(outcome == Outcome.UNKNOWN);
  }

  @Test
  void callsComeByTimeThenByPlaceInTheirFileThenByToken() {
    CallLog log = new CallLog();
    add(log, 5, "app.log:1", "e");
    add(log, 3, "app.log:3", "c");
    add(log, 3, "app.log:2", "d");
    add(log, 3, "logs.zip!1.txt", "b");
    log.add(3, "PUT", "/envelopes", call -> call.source("logs.zip!2.txt").traceToken("a"));
    add(log, 1, "app.log:9", "f");
    add(log, -30_000_000, "app.log:8", "g");

    assertThat(log.review(Profile.CLASSIC).window().calls())
        .extracting(call -> String.valueOf(call.traceToken()))
        .containsExactly("g", "f", "a", "b", "d", "c", "e");
  }

  private static void add(CallLog log, int minute, String source, String token) {
    log.add(minute, "GET", "/envelopes", call -> call.source(source).traceToken(token));
  }

  @Test
  void timesKeepAllTheirDigits() {
    Instant time = Instant.parse("2026-11-23T12:00:00.1234567Z");
    CallLog log = new CallLog().add(ApiCall.builder(time, "GET", envelope(1), 200).build());

    assertThat(log.review(Profile.CLASSIC).calls().to()).isEqualTo(time);
  }

  @Test
  void aFailedBreachIsAnErrorInTheWindow() {
    GoLiveReport review =
        new CallLog()
            .call(0, "GET", envelope(1))
            .call(1, "GET", envelope(1), 500)
            .call(2, "GET", envelope(1), 302)
            .review(Profile.CLASSIC);

    assertThat(review.window().calls().stream().map(GoLiveReport.WindowCall::outcome).toList())
        .containsExactly(Outcome.OK, Outcome.ERROR, Outcome.BREACH);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void aLogWithoutACallAllowsNoVerdict(Profile profile) {
    GoLiveReport review = new CallLog().review(profile);

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(rulesOfReasons(review)).containsExactly("GL-000");
    assertThat(review.calls().from()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void aLogWithoutACountableCallAllowsNoVerdict(Profile profile) {
    GoLiveReport review =
        new CallLog()
            .call(0, "GET", "https://account-d.docusign.com/oauth/userinfo")
            .review(profile);

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(rulesOfReasons(review)).containsExactly("GL-000");
  }

  @Test
  void filtersApplyBeforeDuplicatesAndAreCounted() {
    CallLog log = new CallLog().clean(0, 5);
    ReviewSettings settings =
        ReviewSettings.DEFAULT
            .withSince(Instant.parse("2026-11-23T12:01:00Z"))
            .withUntil(Instant.parse("2026-11-23T12:04:00Z"));

    GoLiveReport review = log.review(settings);

    assertThat(review.calls().total()).isEqualTo(3);
    assertThat(review.calls().filtered()).isEqualTo(2);
    assertThat(review.calls().from()).isEqualTo("2026-11-23T12:01:00Z");
    assertThat(review.calls().to()).isEqualTo("2026-11-23T12:03:00Z");
  }

  @Test
  void asOfLeavesOutWhatHappenedLater() {
    ReviewSettings settings =
        ReviewSettings.DEFAULT.withAsOf(Instant.parse("2026-11-23T12:02:00Z"));

    assertThat(new CallLog().clean(0, 5).review(settings).calls().total()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "1E2D3C4B-0000-4000-8000-000000000001,,,2",
    "other,,,0",
    ",0a1b2c3d-1111-4222-8333-444455556666,,1",
    ",,DEMO.docusign.net,2",
    ",,eu.docusign.net,0",
  })
  void accountUserAndHostSelectCalls(String account, String user, String host, int expected) {
    CallLog log =
        new CallLog()
            .call(0, "GET", "/users/0A1B2C3D-1111-4222-8333-444455556666/settings")
            .call(1, "GET", "/templates");
    ReviewSettings settings =
        ReviewSettings.DEFAULT.withAccount(account).withUser(user).withHost(host);

    assertThat(log.review(settings).calls().total()).isEqualTo(expected);
  }

  @Test
  void theFirstOfCallsWithOneTraceTokenStays() {
    Instant time = Instant.parse("2026-11-23T12:00:00Z");
    ApiCall.Builder late =
        ApiCall.builder(time.plusSeconds(1), "GET", CallLog.ACCOUNT + "/templates", 200);
    CallLog log =
        new CallLog()
            .add(late.traceToken("ABC").source("a.zip!1.txt").build())
            .add(
                ApiCall.builder(time, "GET", CallLog.ACCOUNT + "/templates", 500)
                    .traceToken("abc")
                    .source("b.zip!1.txt")
                    .build());

    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.calls().duplicates()).isEqualTo(1);
    assertThat(review.window().calls()).hasSize(1);
    assertThat(review.window().calls().get(0).source().toString()).isEqualTo("b.zip!1.txt");
  }

  @Test
  void callsWithoutATraceTokenAreNeverDuplicates() {
    ApiCall call =
        ApiCall.builder(Instant.EPOCH, "GET", CallLog.ACCOUNT + "/templates", 200).build();

    assertThat(new CallLog().add(call).add(call).review(Profile.CLASSIC).calls().total())
        .isEqualTo(2);
  }

  @Test
  void anItemErrorWithoutACodeIsSaidInWords() {
    GoLiveReport review =
        new CallLog().itemError(0, "PUT", envelope(1) + "/recipients", "-").review(Profile.CLASSIC);

    assertThat(only(review, "GL-006").message().toString())
        .isEqualTo("A successful response reports items that failed: one without an error code.");
  }

  @Test
  void itemErrorsAreOneWarningAnOperationCountingCalls() {
    GoLiveReport review =
        new CallLog()
            .itemError(0, "PUT", envelope(1) + "/recipients", "UNKNOWN_ENVELOPE_RECIPIENT")
            .itemError(1, "PUT", envelope(2) + "/recipients", "UNKNOWN_ENVELOPE_RECIPIENT")
            .review(Profile.CLASSIC);

    Finding finding = only(review, "GL-006");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.count()).isEqualTo(2);
    assertThat(String.valueOf(finding.errorCode())).isEqualTo("UNKNOWN_ENVELOPE_RECIPIENT");
    assertThat(review.window().calls()).allMatch(call -> call.outcome() == Outcome.OK);
  }

  @Test
  void aStatusThatTheErrorImpliesIsMarked() {
    ApiError error =
        new ApiError("AUTHORIZATION_INVALID_TOKEN", "No.", BodyForm.DOCUSIGN, "C# SDK", "");
    CallLog log =
        new CallLog()
            .add(
                ApiCall.builder(Instant.parse("2026-11-23T12:00:00Z"), "-", "/", 401)
                    .gaps(Set.of(Gap.URL, Gap.STATUS))
                    .error(error)
                    .build());

    assertThat(log.finding("ER-authentication").message().toString())
        .isEqualTo(
            "A call without a URL in the log answered 401 (implied) AUTHORIZATION_INVALID_TOKEN:"
                + " No.");
  }

  @Test
  void errorsOfOneCodeAndOperationAreOneFindingWhateverTheCase() {
    CallLog log = new CallLog();
    for (int i = 0; i < 60; i++) {
      log.error(
          i, "GET", envelope(i), 404, i % 2 == 0 ? "NOT_HERE_AT_ALL" : "not_here_at_all", "No.");
    }

    GoLiveReport review = log.review(Profile.CLASSIC);
    List<Finding> errors =
        review.findings().stream().filter(finding -> finding.rule().startsWith("ER-")).toList();

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).count()).isEqualTo(60);
    assertThat(errors.get(0).evidence()).hasSize(50);
    assertThat(errors.get(0).evidence().get(0).timestamp()).isEqualTo("2026-11-23T12:59:00Z");
    assertThat(errors.get(0).evidence().get(49).timestamp()).isEqualTo("2026-11-23T12:10:00Z");
  }

  @Test
  void aFingerprintHoldsNothingThatChangesFromLogToLog() {
    GoLiveReport review =
        new CallLog()
            .error(0, "GET", envelope(1), 404, "ENVELOPE_DOES_NOT_EXIST", "No.")
            .review(Profile.CLASSIC);
    GoLiveReport tomorrow =
        new CallLog()
            .clean(1, 3)
            .error(1440, "GET", envelope(2), 404, "envelope_does_not_exist", "No.")
            .review(Profile.CLASSIC);

    assertThat(tomorrow.findings().get(0).fingerprint().toString())
        .isEqualTo(review.findings().get(0).fingerprint().toString())
        .startsWith("ER-")
        .doesNotContain("00000001");
  }
}

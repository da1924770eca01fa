package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What decides a verdict, sentence by sentence. */
class VerdictContractTest {
  private static final String POLLED = envelope(1);

  private static List<String> reasons(GoLiveReport review) {
    return review.reasons().stream().map(GoLiveReport.Reason::rule).toList();
  }

  private static List<Outcome> outcomes(GoLiveReport review) {
    return review.window().calls().stream().map(GoLiveReport.WindowCall::outcome).toList();
  }

  private static List<Finding> findings(GoLiveReport review, String rule) {
    return review.findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  /** Returns whether the second of two calls, a minute apart, is a breach. */
  private static boolean breach(String first, String second) {
    return breaches("GET", first, "GET", second);
  }

  private static boolean breaches(String method, String path, String laterMethod, String later) {
    GoLiveReport review =
        new CallLog().call(0, method, path).call(1, laterMethod, later).review(Profile.CURRENT);
    assertThat(review.calls().countable()).isEqualTo(2);
    return review.verdict() == Verdict.FAIL;
  }

  @Nested
  class Outcomes {
    @ParameterizedTest
    @CsvSource({
      "200,OK",
      "201,OK",
      "299,OK",
      "400,ERROR",
      "499,ERROR",
      "500,ERROR",
      "599,ERROR",
      "199,UNKNOWN",
      "300,UNKNOWN",
      "302,UNKNOWN",
      "399,UNKNOWN",
      "600,UNKNOWN"
    })
    void the2xxAreOkThe4xxAnd5xxErrorsAndEverythingElseIsUnknown(int status, Outcome outcome) {
      GoLiveReport review = new CallLog().call(0, "GET", "/users", status).review(Profile.CLASSIC);

      assertThat(outcomes(review)).containsExactly(outcome);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void unknownIsNeitherSuccessNorErrorAndAWarning(Profile profile) {
      GoLiveReport review =
          new CallLog().clean(0, 19).call(20, "GET", "/users", 302).review(profile);

      assertThat(review.verdict()).isEqualTo(Verdict.PASS);
      assertThat(review.calls().failed()).isZero();
      assertThat(findings(review, "GL-007"))
          .extracting(Finding::severity)
          .containsExactly(Severity.WARNING);
    }

    @Test
    void errorGoesBeforeBreachBeforeUnknownBeforeOk() {
      GoLiveReport review =
          new CallLog()
              .call(0, "GET", POLLED, 200)
              .call(1, "GET", POLLED, 404)
              .call(2, "GET", POLLED, 302)
              .call(3, "GET", POLLED, 200)
              .call(4, "GET", "/users", 302)
              .review(Profile.CLASSIC);

      assertThat(outcomes(review))
          .containsExactly(
              Outcome.OK, Outcome.ERROR, Outcome.BREACH, Outcome.BREACH, Outcome.UNKNOWN);
    }
  }

  @Test
  void aCallOfTwoLogsShowsWhatEitherOfThemDoes() {
    CallLog log = new CallLog();
    for (String source : List.of("a.zip!1.txt", "b.zip!1.txt")) {
      boolean legacy = source.startsWith("b");
      log.add(
          ApiCall.builder(Instant.EPOCH, "GET", CallLog.ACCOUNT + "/users", 200)
              .traceToken("5D5D5D5D")
              .source(source)
              .legacyAuthentication(legacy)
              .build());
    }
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.calls().duplicates()).isEqualTo(1);
    assertThat(review.window().calls().get(0).traceToken().toString()).isEqualTo("5d5d5d5d");
    assertThat(findings(review, "GL-011")).hasSize(1);
  }

  @Nested
  class Polling {
    private static final String OTHER_HOST =
        "https://eu.docusign.net/restapi/v2.1/accounts/1e2d3c4b-0000-4000-8000-000000000001";
    private static final String OTHER_VERSION =
        "https://demo.docusign.net/restapi/v2/accounts/1e2d3c4b-0000-4000-8000-000000000001";

    @Test
    void theKeyIsThePathWithoutQueryAndTrailingSlash() {
      assertThat(breach(POLLED, POLLED + "?include=recipients")).isTrue();
      assertThat(breach(POLLED + "/", POLLED)).isTrue();
      assertThat(breach(POLLED, POLLED + "/recipients")).isFalse();
      assertThat(breach(POLLED, envelope(2))).isFalse();
    }

    @Test
    void guidsCompareIgnoringCase() {
      assertThat(breach(POLLED, POLLED.replace("aaaa", "AAAA"))).isTrue();
      assertThat(breach(POLLED + "/documents/a", POLLED + "/documents/A")).isFalse();
    }

    @Test
    void theApiVersionIsPartOfTheKeyAndTheHostIsNot() {
      assertThat(breach(POLLED, OTHER_HOST + POLLED)).isTrue();
      assertThat(breach(POLLED, OTHER_VERSION + POLLED)).isFalse();
      assertThat(breach(OTHER_VERSION + POLLED, OTHER_VERSION + POLLED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/documents/1", "/recipients/2/tabs", "/audit_events"})
    void anEnvelopeAndAnythingBelowItIsPolled(String below) {
      assertThat(breach(POLLED + below, POLLED + below)).isTrue();
    }

    @Test
    void theListOfEnvelopesIsPolled() {
      assertThat(breach("/envelopes", "/envelopes?status=sent")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"/envelopes/status", "/envelopes/transfer_rules", "/envelopes/7", "/templates"})
    void nothingElseIsPolled(String path) {
      assertThat(breach(path, path)).isFalse();
    }

    @Test
    void failedCallsTakePart() {
      GoLiveReport review =
          new CallLog().call(0, "GET", POLLED, 404).call(1, "GET", POLLED).review(Profile.CURRENT);

      assertThat(reasons(review)).containsExactly("PL-001");
    }

    @Test
    void onlyCountableCallsTakePart() {
      String webApp = "https://app.docusign.com/restapi/v2.1/accounts/1" + POLLED;
      GoLiveReport review =
          new CallLog()
              .call(0, "GET", webApp)
              .call(1, "GET", webApp)
              .call(2, "POST", "/envelopes", 201)
              .review(Profile.CURRENT);

      assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource({
      "899.9999999,true",
      "900,false",
      "900.0000001,false",
      "0,true",
    })
    void lessThan900SecondsIsABreachAndExactly900IsFine(String seconds, boolean breach) {
      Instant first = Instant.parse("2026-11-23T12:00:00.0000003Z");
      Duration gap = Duration.parse("PT" + seconds + "S");
      CallLog log = new CallLog();
      int number = 0;
      for (Instant time : List.of(first, first.plus(gap))) {
        log.add(
            ApiCall.builder(time, "GET", CallLog.ACCOUNT + POLLED, 200)
                .traceToken("t" + number++)
                .build());
      }

      assertThat(log.review(Profile.CURRENT).verdict() == Verdict.FAIL).isEqualTo(breach);
    }

    @ParameterizedTest
    @CsvSource({
      "'',?start_position=100,false",
      "?start_position=0,?start_position=1,false",
      "?count=9&status=sent,?status=sent&start_position=9&count=9,false",
      "?start_position=100,?start_position=100,true",
      "?start_position=100,?start_position=50,true",
      "?start_position=100,'',true",
      "?start_position=1,?start_position=x,true",
      "?start_position=x,?start_position=1,true",
      "?start_position=1,?start_position=-2,true",
      "?status=sent,?start_position=100,true",
      "?status=sent,?status=completed&start_position=100,true",
      "?count=9,?count=8&start_position=9,true",
    })
    void aPageHasEqualParametersAndAGreaterStartPosition(
        String first, String second, boolean breach) {
      assertThat(breach("/envelopes" + first, "/envelopes" + second)).isEqualTo(breach);
    }

    @Test
    void onlyTheListHasPages() {
      assertThat(breach(POLLED, POLLED + "?start_position=100")).isTrue();
    }

    @Test
    void theGapIsAlwaysToThePreviousGetWhetherItIsAPageOrNot() {
      GoLiveReport review =
          new CallLog()
              .call(0, "GET", "/envelopes")
              .call(14, "GET", "/envelopes?start_position=100")
              .call(28, "GET", "/envelopes")
              .review(Profile.CURRENT);

      assertThat(findings(review, "PL-003")).extracting(Finding::count).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE"})
    void changesAreNeverBreachesAndComeBetweenNoGets(String method) {
      assertThat(breaches(method, POLLED, method, POLLED)).isFalse();
      assertThat(breaches("GET", POLLED, method, POLLED)).isFalse();
      assertThat(breaches(method, POLLED, "GET", POLLED)).isFalse();
      GoLiveReport review =
          new CallLog()
              .call(0, "GET", POLLED)
              .call(1, method, POLLED)
              .call(2, "GET", POLLED)
              .review(Profile.CURRENT);
      assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aBreachLiesInTheWindowOnlyIfBothCallsOfItsPairDo(Profile profile) {
      CallLog reaching = new CallLog().call(0, "GET", POLLED).call(1, "GET", POLLED).clean(2, 19);
      CallLog inside = new CallLog().call(0, "GET", POLLED).call(1, "GET", POLLED).clean(2, 18);

      assertThat(outcomes(reaching.review(profile))).doesNotContain(Outcome.BREACH);
      assertThat(outcomes(inside.review(profile)).indexOf(Outcome.BREACH)).isEqualTo(1);
      assertThat(outcomes(inside.review(profile)).lastIndexOf(Outcome.BREACH)).isEqualTo(1);
    }
  }

  @Nested
  class Profiles {
    @ParameterizedTest
    @CsvSource({"19,FAIL,FAIL,PASS", "20,PASS,PASS,PASS", "1,FAIL,FAIL,PASS"})
    void classicAndStrictNeed20Calls(int calls, Verdict classic, Verdict strict, Verdict current) {
      check(new CallLog().clean(0, calls), classic, strict, current);
    }

    @Test
    void anErrorInTheWindowFailsClassicAndStrict() {
      CallLog log = new CallLog().call(0, "GET", "/users", 500).clean(1, 19);
      check(log, Verdict.FAIL, Verdict.FAIL, Verdict.PASS);
    }

    @Test
    void anErrorBeforeTheWindowFailsStrictAlone() {
      CallLog log = new CallLog().call(0, "GET", "/users", 500).clean(1, 20);
      check(log, Verdict.PASS, Verdict.FAIL, Verdict.PASS);
    }

    @Test
    void aBreachInTheWindowFailsEveryProfile() {
      CallLog log = new CallLog().call(0, "GET", POLLED).call(1, "GET", POLLED).clean(2, 18);
      check(log, Verdict.FAIL, Verdict.FAIL, Verdict.FAIL);
    }

    @Test
    void aBreachBeforeTheWindowFailsStrictAndCurrent() {
      CallLog log = new CallLog().call(0, "GET", POLLED).call(1, "GET", POLLED).clean(2, 20);
      check(log, Verdict.PASS, Verdict.FAIL, Verdict.FAIL);
    }

    @Test
    void anErrorOfACallThatDoesNotCountFailsNone() {
      CallLog log =
          new CallLog()
              .clean(0, 20)
              .call(30, "POST", "https://account-d.docusign.com/oauth/token", 400);
      check(log, Verdict.PASS, Verdict.PASS, Verdict.PASS);
      assertThat(log.review(Profile.STRICT).calls().failed()).isEqualTo(1);
    }

    @Test
    void aRunThatReadNoCallHasNoVerdict() {
      check(new CallLog(), Verdict.NO_VERDICT, Verdict.NO_VERDICT, Verdict.NO_VERDICT);
    }

    @Test
    void callsOfWhichNoneCountsAllowNoVerdictAndTheReasonSaysWhatTheyAre() {
      CallLog log =
          new CallLog()
              .call(0, "GET", "https://account-d.docusign.com/oauth/userinfo")
              .call(1, "GET", "https://api-d.docusign.com/v1/forms")
              .call(2, "GET", "https://api-d.docusign.com/v1/forms");
      check(log, Verdict.NO_VERDICT, Verdict.NO_VERDICT, Verdict.NO_VERDICT);
      for (Profile profile : Profile.values()) {
        assertThat(log.review(profile).reasons())
            .containsExactly(
                CallLog.reason(
                    "GL-000",
                    "No call in this log counts for the review: 1 oauth (tokens and user"
                        + " information), 2 other-api (not eSignature REST)."));
        assertThat(findings(log.review(profile), "GL-001")).isEmpty();
      }
    }

    @Test
    void aLegacySignInThatSucceedsFailsInTheWindowAndInCurrentAndStrictAnywhere() {
      CallLog old = new CallLog();
      old.add(0, "GET", "/users", call -> call.legacyAuthentication(true));
      CallLog recent = new CallLog();
      recent.add(0, "GET", "/users", call -> call.legacyAuthentication(true));
      old.clean(100, 21);
      recent.clean(100, 19);

      check(old, Verdict.PASS, Verdict.FAIL, Verdict.FAIL);
      check(recent, Verdict.FAIL, Verdict.FAIL, Verdict.FAIL);
      assertThat(reasons(recent.review(Profile.CLASSIC))).containsExactly("GL-011");
      assertThat(findings(recent.review(Profile.CLASSIC), "GL-011"))
          .extracting(Finding::severity)
          .containsExactly(Severity.ERROR);
      assertThat(findings(old.review(Profile.CLASSIC), "GL-011"))
          .extracting(Finding::severity)
          .containsExactly(Severity.WARNING);
    }

    @Test
    void aLegacySignInThatFailedOrDoesNotCountIsNoReasonOfItsOwn() {
      CallLog log = new CallLog().clean(0, 21);
      String login = "https://demo.docusign.net/restapi/v2.1/login_information";
      log.add(100, "GET", login, call -> call.legacyAuthentication(true));

      check(log, Verdict.PASS, Verdict.PASS, Verdict.PASS);
      log.add(
          ApiCall.builder(
                  Instant.parse("2026-11-30T00:00:00Z"), "GET", CallLog.ACCOUNT + "/users", 401)
              .legacyAuthentication(true)
              .error("USER_AUTHENTICATION_FAILED", "x")
              .source("late")
              .build());
      assertThat(reasons(log.review(Profile.CLASSIC))).containsExactly("GL-002");
    }

    @Test
    void otherRulesOnlyWarn() {
      CallLog log = new CallLog().clean(0, 18);
      log.call(60 * 24 * 40, "GET", "/users", 302);
      log.itemError(60 * 24 * 40 + 1, "POST", "/bulk_envelopes", "X");
      check(log, Verdict.PASS, Verdict.PASS, Verdict.PASS);
      assertThat(log.review(Profile.STRICT).findings())
          .extracting(Finding::rule)
          .contains("GL-003", "GL-006", "GL-007");
    }

    private void check(CallLog log, Verdict classic, Verdict strict, Verdict current) {
      assertThat(log.review(Profile.CLASSIC).verdict()).isEqualTo(classic);
      assertThat(log.review(Profile.STRICT).verdict()).isEqualTo(strict);
      assertThat(log.review(Profile.CURRENT).verdict()).isEqualTo(current);
    }
  }

  @Nested
  class CleanCallsNeeded {
    @ParameterizedTest
    @CsvSource({"0,20", "1,19", "19,1", "20,0", "40,0"})
    void theyFillTheWindow(int calls, int needed) {
      check(new CallLog().clean(0, calls), needed);
    }

    @ParameterizedTest
    @CsvSource({"0,20", "1,19", "19,1", "20,0"})
    void theyPushTheErrorOut(int position, int needed) {
      check(new CallLog().clean(0, 30).call(40, "GET", "/users", 500).clean(50, position), needed);
    }

    @ParameterizedTest
    @CsvSource({"0,17", "16,1", "17,0"})
    void theyPushTheEarlierCallOfABreachOut(int position, int needed) {
      check(
          new CallLog()
              .clean(0, 30)
              .call(40, "GET", POLLED)
              .clean(41, 2)
              .call(44, "GET", POLLED)
              .clean(50, position),
          needed);
    }

    @Test
    void theLargestNumberIsNeeded() {
      CallLog log =
          new CallLog()
              .clean(0, 3)
              .call(10, "GET", "/users", 500)
              .call(11, "GET", POLLED)
              .call(12, "GET", POLLED)
              .clean(20, 2);
      check(log, 17);
    }

    private void check(CallLog log, int needed) {
      assertThat(log.review(Profile.CLASSIC).window().cleanCallsNeeded()).isEqualTo(needed);
      assertThat(log.review(Profile.STRICT).window().cleanCallsNeeded()).isEqualTo(needed);
      assertThat(log.review(Profile.CLASSIC).window().required()).isEqualTo(20);
      assertThat(log.review(Profile.CURRENT).window().cleanCallsNeeded()).isZero();
      assertThat(log.review(Profile.CURRENT).window().required()).isZero();
    }
  }

  @Nested
  class Findings {
    @Test
    void itemErrorsAreOneFindingPerOperationThatCountsCalls() {
      GoLiveReport review =
          new CallLog()
              .itemError(0, "PUT", POLLED + "/recipients", "A")
              .itemError(1, "PUT", envelope(2) + "/recipients", "B")
              .itemError(2, "POST", POLLED + "/documents", "A")
              .review(Profile.STRICT);

      assertThat(findings(review, "GL-006"))
          .allMatch(finding -> finding.severity() == Severity.WARNING)
          .extracting(Finding::count)
          .containsExactlyInAnyOrder(2L, 1L);
      assertThat(outcomes(review)).containsOnly(Outcome.OK);
    }

    @ParameterizedTest
    @CsvSource({"CLASSIC,ERROR,WARNING", "STRICT,ERROR,ERROR", "CURRENT,WARNING,WARNING"})
    void anErrorIsOfSeverityErrorWhereACallOfItsFindingDecides(
        Profile profile, Severity inWindow, Severity before) {
      CallLog log =
          new CallLog()
              .error(0, "GET", "/users", 400, "INVALID_REQUEST_PARAMETER", "x")
              .clean(1, 19)
              .error(30, "GET", "/users", 400, "INVALID_USER_ID", "x");

      assertThat(log.review(profile).findings())
          .filteredOn(finding -> finding.rule().startsWith("ER-"))
          .allSatisfy(
              finding ->
                  assertThat(finding.severity())
                      .isEqualTo(
                          "INVALID_USER_ID".contentEquals(finding.errorCode()) ? inWindow : before))
          .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"CLASSIC,WARNING", "STRICT,ERROR", "CURRENT,ERROR"})
    void aPollingFindingIsOfSeverityErrorWhereABreachDecides(Profile profile, Severity severity) {
      for (String path : List.of(POLLED, "/envelopes")) {
        CallLog log = new CallLog().call(0, "GET", path).call(1, "GET", path).clean(2, 20);

        assertThat(findings(log.review(profile), path.equals(POLLED) ? "PL-001" : "PL-003"))
            .extracting(Finding::severity)
            .containsExactly(severity);
      }
    }

    @Test
    void aPollingFindingIsOnePerKeyAndCountsTheBreachesOfTheWholeLog() {
      CallLog log = new CallLog().call(0, "GET", envelope(2)).call(1, "GET", envelope(2));
      for (int i = 0; i < 25; i++) {
        log.call(10 + i, "GET", POLLED);
      }

      assertThat(findings(log.review(Profile.CLASSIC), "PL-001"))
          .extracting(Finding::count, Finding::severity)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(24L, Severity.ERROR),
              org.assertj.core.groups.Tuple.tuple(1L, Severity.WARNING));
    }

    @Test
    void tooFewCallsAreAFindingAndAReason() {
      GoLiveReport review = new CallLog().clean(0, 3).review(Profile.CLASSIC);

      assertThat(reasons(review)).containsExactly("GL-001");
      assertThat(findings(review, "GL-001"))
          .extracting(Finding::severity)
          .containsExactly(Severity.ERROR);
    }

    @Test
    void tooFewCallsAreJudgedWhereALogShowsUrls() {
      assertThat(Rules.find("GL-001").orElseThrow().needs()).containsExactly(LogField.URL);
    }

    @Test
    void aWindowOfOneCallIsSpokenOfInTheSingular() {
      ReviewSettings one =
          ReviewSettings.DEFAULT.withThresholds(Thresholds.DEFAULT.withWindowSize(1));
      GoLiveReport review =
          new CallLog()
              .clean(0, 1)
              .review(ReviewSettings.DEFAULT.withThresholds(Thresholds.DEFAULT.withWindowSize(2)));

      assertThat(review.reasons().get(0).message().toString())
          .isEqualTo("Only 1 call in this log counts for the review, which examines the newest 2.");
      assertThat(new CallLog().clean(0, 1).review(one).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void anErrorInTheWindowIsTheReasonGl002CarriedByItsErFinding() {
      GoLiveReport review =
          new CallLog().clean(0, 19).call(20, "GET", "/users", 500).review(Profile.CLASSIC);

      assertThat(reasons(review)).containsExactly("GL-002");
      assertThat(findings(review, "GL-002")).isEmpty();
      assertThat(review.findings()).extracting(Finding::rule).containsExactly("ER-service");
    }

    @Test
    void reasonsAreErrorsThenPollingThenTooFewCalls() {
      GoLiveReport review =
          new CallLog()
              .call(0, "GET", "/envelopes")
              .call(1, "GET", "/envelopes")
              .call(2, "GET", POLLED)
              .call(3, "GET", POLLED)
              .call(4, "GET", "/users", 500)
              .review(Profile.CLASSIC);

      assertThat(reasons(review)).containsExactly("GL-002", "PL-001", "PL-003", "GL-001");
    }

    @Test
    void everyReasonOfAFailIsCountedInFull() {
      CallLog log =
          new CallLog()
              .call(0, "GET", POLLED)
              .call(1, "GET", POLLED)
              .call(2, "GET", "/users", 500)
              .clean(3, 20)
              .call(30, "GET", "/users", 500);

      assertThat(log.review(Profile.STRICT).reasons())
          .extracting(reason -> reason.message().toString())
          .containsExactly(
              "2 countable calls failed in the whole log, 1 of them among the newest 20 countable"
                  + " calls.",
              "1 GET of an envelope resource came less than 15 minutes after the previous one in"
                  + " the log.");
      assertThat(log.review(Profile.CLASSIC).reasons())
          .extracting(reason -> reason.message().toString())
          .containsExactly("1 of the newest 20 countable calls failed.");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aLogOfExceptionsAloneIsNoVerdictWithoutAFindingOfTooFewCalls(Profile profile) {
      CallLog log = new CallLog();
      for (int i = 0; i < 3; i++) {
        log.add(
            ApiCall.builder(Instant.EPOCH, ApiCall.NO_METHOD, "/", 500)
                .source("app.log:" + i)
                .gaps(Set.of(Gap.URL, Gap.TIME))
                .build());
      }
      GoLiveReport review = log.review(profile);

      assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
      assertThat(reasons(review)).containsExactly("GL-000");
      assertThat(findings(review, "GL-001")).isEmpty();
    }
  }
}

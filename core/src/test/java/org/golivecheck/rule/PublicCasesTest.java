package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.time.Instant;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.RateLimits;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What integrators told in public of their reviews, and what golive-check says of such logs. */
class PublicCasesTest {
  private static final String HOURLY_LIMIT_MESSAGE =
      "The maximum number of hourly API invocations has been exceeded. The hourly limit is 1000.";

  private static List<Finding> of(GoLiveReport review, String rule) {
    return review.findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  private static void failsByPollingAlone(GoLiveReport review, String rule) {
    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.reasons()).extracting(GoLiveReport.Reason::rule).containsExactly(rule);
    assertThat(of(review, rule)).isNotEmpty().allMatch(f -> f.severity() == Severity.ERROR);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void case1FlowThatReadsDocumentAndRecipientEachTimeFailsAndTwentyPostsPass(Profile profile) {
    CallLog rejected = new CallLog().clean(-60, 14);
    for (int round = 0; round < 2; round++) {
      rejected
          .call(3 * round, "POST", "/envelopes", 201)
          .call(3 * round + 1, "GET", envelope(1) + "/documents/1")
          .call(3 * round + 2, "GET", envelope(1) + "/recipients/2");
    }
    failsByPollingAlone(rejected.review(profile), "PL-001");
    assertThat(of(rejected.review(profile), "PL-001")).hasSize(2);

    CallLog approved = new CallLog().clean(0, 20);
    assertThat(approved.review(profile).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void case2SameEnvelopeAskedAgainFailsAndTheRemedyIsConnectNotHeaders() {
    GoLiveReport review =
        new CallLog()
            .clean(0, 18)
            .call(20, "GET", envelope(1))
            .call(25, "GET", envelope(1))
            .review(Profile.CLASSIC);

    failsByPollingAlone(review, "PL-001");
    assertThat(of(review, "PL-001").get(0).remedy()).contains("Connect webhook");
  }

  @Test
  void case3ListWithOtherFiltersEachTimeIsStillOneList() {
    CallLog log = new CallLog().clean(0, 18);
    for (int i = 0; i < 3; i++) {
      log.call(20 + i, "GET", "/envelopes?from_date=2020-09-0" + (i + 1) + "&custom_field=id=" + i);
    }

    failsByPollingAlone(log.review(Profile.CLASSIC), "PL-003");
  }

  @Test
  void case4ListEveryMinuteFailsAndReadingEachSubResourceOnceIsFine() {
    CallLog log = new CallLog().clean(-30, 15);
    for (int minute = 0; minute < 4; minute++) {
      log.call(minute, "GET", "/envelopes?from_date=2017-03-01");
    }
    log.call(4, "GET", envelope(1) + "/documents").call(5, "GET", envelope(1) + "/documents/1");

    GoLiveReport review = log.review(Profile.CLASSIC);

    failsByPollingAlone(review, "PL-003");
    assertThat(of(review, "PL-003").get(0).count()).isEqualTo(3);
    assertThat(of(review, "PL-001")).isEmpty();
  }

  @Test
  void case5UsersWhoOpenOneEnvelopeOftenFailOnlyInsideTheNewestTwentyCalls() {
    CallLog log =
        new CallLog().clean(-30, 18).call(0, "GET", envelope(1)).call(1, "GET", envelope(1));

    failsByPollingAlone(log.review(Profile.CLASSIC), "PL-001");
    assertThat(log.clean(2, 20).review(Profile.CLASSIC).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void case6ClicksOnOneEnvelopeFailAndClicksOnDifferentEnvelopesPass() {
    CallLog one = new CallLog();
    CallLog different = new CallLog();
    for (int i = 0; i < 20; i++) {
      one.call(i, "GET", envelope(1) + "/recipients");
      different.call(i, "GET", envelope(i) + "/recipients");
    }

    failsByPollingAlone(one.review(Profile.CLASSIC), "PL-001");
    assertThat(different.review(Profile.CLASSIC).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void case7DocumentsPolledForEachUserAreAFindingADocument() {
    CallLog log = new CallLog().clean(-30, 16);
    for (int i = 0; i < 4; i++) {
      log.call(i, "GET", envelope(1) + "/documents/" + (i % 2 + 1));
    }

    GoLiveReport review = log.review(Profile.CLASSIC);

    failsByPollingAlone(review, "PL-001");
    assertThat(of(review, "PL-001"))
        .extracting(finding -> finding.resource().toString())
        .containsExactlyInAnyOrder(
            "/restapi/v2.1/accounts/1e2d3c4b/envelopes/00000001/documents/1",
            "/restapi/v2.1/accounts/1e2d3c4b/envelopes/00000001/documents/2");
    assertThat(of(review, "PL-001").get(0).remedy()).contains("Download a document once");
  }

  @Test
  void case8ByTodaysReadingMoreThanTheStatusListIsRestricted() {
    GoLiveReport review =
        new CallLog()
            .clean(-30, 18)
            .call(0, "GET", envelope(1) + "/audit_events")
            .call(1, "GET", envelope(1) + "/audit_events")
            .review(Profile.CLASSIC);

    failsByPollingAlone(review, "PL-001");
  }

  @Test
  void case9OneUserInAHundredWhoAsksTwiceIsAWarningOutsideTheWindowAndToldToCache() {
    GoLiveReport review =
        new CallLog()
            .call(0, "GET", envelope(1))
            .call(2, "GET", envelope(1))
            .clean(3, 98)
            .review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(of(review, "PL-001").get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(of(review, "PL-001").get(0).remedy()).contains("your own copy for 15 minutes");
  }

  @Test
  void case10StatusOnceForEachNewEnvelopePasses() {
    CallLog log = new CallLog();
    for (int i = 0; i < 10; i++) {
      log.call(2 * i, "POST", "/envelopes", 201).call(2 * i + 1, "GET", envelope(i));
    }

    assertThat(log.review(Profile.CLASSIC).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void case11JobThatLoopsOverOpenEnvelopesIsAFindingAnEnvelopeWithTheListAsRemedy() {
    CallLog log = new CallLog();
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < 5; i++) {
        log.call(10 * round + i / 10.0, "GET", envelope(i));
      }
    }

    GoLiveReport review = log.review(Profile.CLASSIC);

    failsByPollingAlone(review, "PL-001");
    assertThat(of(review, "PL-001")).hasSize(5).allMatch(finding -> finding.count() == 4);
    assertThat(of(review, "PL-001").get(0).remedy()).contains("one list call");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/documents"})
  void case12StatusReadOnTheReturnFromEmbeddedSigningIsAWarning(String read) {
    GoLiveReport review =
        new CallLog()
            .clean(-30, 18)
            .call(0, "POST", envelope(1) + "/views/recipient", 201)
            .call(3, "GET", envelope(1) + read)
            .review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(of(review, "PL-007")).hasSize(1);
    assertThat(of(review, "PL-007").get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(of(review, "PL-007").get(0).remedy()).contains("event");
  }

  @Test
  void case13TwentyTestOffersInOneDayPass() {
    CallLog log = new CallLog();
    for (int i = 0; i < 20; i++) {
      log.call(30 * i, "POST", "/envelopes", 201);
    }

    assertThat(log.review(Profile.CLASSIC).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void case14SendingTheSameDocumentTwentyTimesPassesAndTheCounterFallsToZero() {
    for (int sent = 1; sent <= 20; sent++) {
      GoLiveReport review = new CallLog().clean(0, sent).review(Profile.CLASSIC);
      assertThat(review.window().cleanCallsNeeded()).isEqualTo(20 - sent);
      assertThat(review.verdict()).isEqualTo(sent == 20 ? Verdict.PASS : Verdict.FAIL);
    }
  }

  @Test
  void case15AnIntegrationThatUsesMonitorAloneHasNoCountableCall() {
    CallLog log = new CallLog();
    for (int i = 0; i < 30; i++) {
      log.call(
          i, "GET", "https://lens-d.docusign.net/api/v2.0/datasets/monitor/stream?cursor=" + i);
    }

    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.reasons()).extracting(GoLiveReport.Reason::rule).containsExactly("GL-000");
    assertThat(of(review, "GL-012")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"5,FAIL", "14,FAIL", "15,PASS", "20,PASS"})
  void case16VendorThatPollsForChangesPassesFromFifteenMinutesOn(int minutes, Verdict verdict) {
    CallLog log = new CallLog();
    for (int i = 0; i < 20; i++) {
      log.call(minutes * i, "GET", "/envelopes?from_date=2026-11-0" + (i % 9 + 1));
    }

    assertThat(log.review(Profile.CLASSIC).verdict()).isEqualTo(verdict);
  }

  @Test
  void case17ClientThatWaitsFifteenMinutesForEachEndpointPasses() {
    CallLog log = new CallLog();
    for (int i = 0; i < 10; i++) {
      log.call(15 * i, "GET", envelope(1)).call(15 * i + 1, "GET", envelope(1) + "/recipients");
    }

    assertThat(log.review(Profile.CLASSIC).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void case18FewCallsLeftByTheLimitHeadersAreSaid() {
    GoLiveReport review =
        new CallLog()
            .add(
                ApiCall.builder(Instant.EPOCH, "GET", CallLog.ACCOUNT + "/templates", 200)
                    .limits(new RateLimits(1000, 12, 3600, 500, 499))
                    .build())
            .review(Profile.CLASSIC);

    assertThat(of(review, "RL-005")).hasSize(1);
    assertThat(of(review, "RL-005").get(0).message().toString()).contains("12");
  }

  @Test
  void case19EveryCallMadeTwiceSecondsApartShowsAsPollingWithATinyGap() {
    CallLog log = new CallLog();
    for (int i = 0; i < 10; i++) {
      log.call(i, "GET", envelope(i)).call(i + 0.01, "GET", envelope(i));
    }

    GoLiveReport review = log.review(Profile.CLASSIC);

    failsByPollingAlone(review, "PL-001");
    assertThat(of(review, "PL-001").get(0).message().toString()).contains("(gap 600 ms)");
  }

  @Test
  void case20HourlyLimitReachedInTestsIsAnErrorInTheReviewAndALimit() {
    GoLiveReport review =
        new CallLog()
            .clean(0, 19)
            .error(
                20,
                "POST",
                "/envelopes",
                400,
                "HOURLY_APIINVOCATION_LIMIT_EXCEEDED",
                HOURLY_LIMIT_MESSAGE)
            .review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.reasons()).extracting(GoLiveReport.Reason::rule).containsExactly("GL-002");
    assertThat(of(review, "ER-rate-limit").get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(of(review, "RL-001").get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(review.window().cleanCallsNeeded()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 429, 444})
  void case21HourlyLimitIsARateLimitWhateverTheStatus(int status) {
    GoLiveReport review =
        new CallLog()
            .error(
                0,
                "GET",
                "/templates",
                status,
                "HOURLY_APIINVOCATION_LIMIT_EXCEEDED",
                HOURLY_LIMIT_MESSAGE)
            .review(Profile.CLASSIC);

    assertThat(of(review, "ER-rate-limit")).hasSize(1);
    assertThat(of(review, "ER-rate-limit").get(0).retry()).isEqualTo("after-wait");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The specified Integrator Key was not found or is disabled.",
        "An Integrator key was not specified.",
        "Invalid account specified for user",
      })
  void case26PartnerAuthenticationFailedHasThreeCauses(String message) {
    GoLiveReport review =
        new CallLog()
            .error(0, "GET", "/templates", 401, "PARTNER_AUTHENTICATION_FAILED", message)
            .review(Profile.CLASSIC);

    assertThat(of(review, "ER-authentication")).hasSize(1);
    assertThat(of(review, "OA-004")).hasSize(1);
  }

  @Test
  void case28TokenRequestsThatFailAreClassifiedAndDoNotCount() {
    GoLiveReport review =
        new CallLog()
            .clean(0, 20)
            .error(
                30,
                "POST",
                "https://account-d.docusign.com/oauth/token",
                400,
                "invalid_grant",
                "issuer_not_found")
            .review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(of(review, "ER-authentication").get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void case29TwentyTwoReadsOfTheAccountInThreeSecondsPassAndTheWithdrawnRuleIsSaid() {
    CallLog log = new CallLog();
    for (int i = 0; i < 22; i++) {
      log.call(i * 0.002, "GET", "");
    }

    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(of(review, "PL-010").get(0).severity()).isEqualTo(Severity.INFO);
    assertThat(Wording.otherProfiles(review))
        .isEqualTo("PASS by the rules since October 2025, which count no calls (current profile).");
  }
}

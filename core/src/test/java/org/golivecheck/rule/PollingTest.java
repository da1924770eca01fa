package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.util.List;
import org.golivecheck.call.Client;
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
import org.junit.jupiter.params.provider.ValueSource;

class PollingTest {
  private static List<Finding> polling(GoLiveReport review) {
    return review.findings().stream()
        .filter(finding -> finding.rule().equals("PL-001") || finding.rule().equals("PL-003"))
        .toList();
  }

  private static List<Long> breaches(CallLog log) {
    return polling(log.review(Profile.CLASSIC)).stream().map(Finding::count).toList();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void officialExampleThatFailsHasExactlyTheTwoMarkedBreaches(Profile profile) {
    String envelope = envelope(1);
    CallLog log =
        new CallLog()
            .clean(-30, 14)
            .call(0, "POST", "/envelopes", 201)
            .call(1, "GET", envelope + "/documents/1")
            .call(2, "GET", envelope + "/recipients/2")
            .call(3, "POST", "/envelopes", 201)
            .call(4, "GET", envelope + "/documents/1")
            .call(5, "GET", envelope + "/recipients/2");

    GoLiveReport review = log.review(profile);

    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(
            review.window().calls().stream()
                .map(GoLiveReport.WindowCall::outcome)
                .toList()
                .subList(14, 20))
        .containsExactly(
            Outcome.OK, Outcome.OK, Outcome.OK, Outcome.OK, Outcome.BREACH, Outcome.BREACH);
    assertThat(polling(review))
        .extracting(finding -> finding.evidence().get(0).source().toString())
        .containsExactlyInAnyOrder("log.zip!18_Call.txt", "log.zip!19_Call.txt");
    assertThat(polling(review)).allMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(review.window().cleanCallsNeeded()).isEqualTo(profile == Profile.CURRENT ? 0 : 17);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void officialExampleThatPassesHasNoBreach(Profile profile) {
    String envelope = envelope(1);
    CallLog log =
        new CallLog()
            .clean(-30, 13)
            .call(0, "POST", "/envelopes", 201)
            .call(1, "GET", envelope)
            .call(16, "GET", envelope)
            .call(17, "GET", envelope + "/documents/1")
            .call(32, "GET", envelope + "/documents/1")
            .call(40, "PUT", envelope + "/recipients/1")
            .call(41, "PUT", envelope + "/recipients/1");

    GoLiveReport review = log.review(profile);

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    assertThat(review.window().calls()).hasSize(20).allMatch(call -> call.outcome() == Outcome.OK);
    assertThat(polling(review)).isEmpty();
    assertThat(review.window().cleanCallsNeeded()).isZero();
  }

  @Test
  void aStatusCheckEveryMinuteIsOneFindingThatTellsCountGapAndCaller() {
    CallLog log = new CallLog().clean(-30, 10);
    for (int minute = 0; minute < 12; minute++) {
      log.call(minute, "GET", envelope(7));
    }

    List<Finding> findings = polling(log.review(Profile.CLASSIC));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).count()).isEqualTo(11);
    assertThat(findings.get(0).message().toString())
        .isEqualTo(
            "GET /restapi/v2.1/accounts/1e2d3c4b/envelopes/00000007 was called 12 times, 11 times"
                + " less than 15 minutes after the call before (median gap 1 min), by"
                + " Swagger-Codegen/v2.1/6.8.0/Java/17.");
    assertThat(findings.get(0).remedy()).contains("Connect").contains("eventNotification");
  }

  @Test
  void twoCallersAreNamedAndTheOthersAreNot() {
    CallLog log = new CallLog().call(0, "GET", envelope(7));
    callBy(log, 1, "b/1");
    callBy(log, 2, "b/1");
    callBy(log, 3, "a/1");
    assertThat(message(log)).endsWith(", by b/1 and a/1.");
    callBy(log, 4, "c/1");
    callBy(log, 5, "c/1");
    assertThat(message(log)).endsWith(", by b/1 and c/1 and others.");
  }

  private static void callBy(CallLog log, int minute, String agent) {
    log.add(
        minute, "GET", envelope(7), call -> call.client(new Client(agent, null, null, null, null)));
  }

  private static String message(CallLog log) {
    return polling(log.review(Profile.CLASSIC)).get(0).message().toString();
  }

  @Test
  void exactlyFifteenMinutesAreFineAndOneTickLessIsNot() {
    assertThat(breaches(new CallLog().call(0, "GET", envelope(1)).call(15, "GET", envelope(1))))
        .isEmpty();
    assertThat(
            breaches(new CallLog().call(0, "GET", envelope(1)).call(14.9999, "GET", envelope(1))))
        .containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void methodsOtherThanGetAreNoPolling(String method) {
    assertThat(breaches(new CallLog().call(0, method, envelope(1)).call(1, method, envelope(1))))
        .isEmpty();
  }

  @Test
  void differentEnvelopesAndDifferentSubResourcesAreNoPolling() {
    assertThat(
            breaches(
                new CallLog()
                    .call(0, "GET", envelope(1))
                    .call(0.1, "GET", envelope(2))
                    .call(0.2, "GET", envelope(1) + "/recipients")
                    .call(0.3, "GET", envelope(1) + "/documents/1")
                    .call(0.4, "GET", envelope(1) + "/documents/2")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"?include=recipients", "/", "/?a=b"})
  void queryAndTrailingSlashAreNoPartOfTheResource(String tail) {
    assertThat(
            breaches(new CallLog().call(0, "GET", envelope(1)).call(1, "GET", envelope(1) + tail)))
        .containsExactly(1L);
  }

  @Test
  void theApiVersionIsPartOfTheResourceAndTheHostIsNot() {
    String v2 = CallLog.ACCOUNT.replace("v2.1", "v2") + envelope(1);
    String eu = CallLog.ACCOUNT.replace("demo.", "eu.") + envelope(1);

    assertThat(breaches(new CallLog().call(0, "GET", envelope(1)).call(1, "GET", v2))).isEmpty();
    assertThat(breaches(new CallLog().call(0, "GET", envelope(1)).call(1, "GET", eu)))
        .containsExactly(1L);
  }

  @Test
  void guidsAreComparedIgnoringCase() {
    String upper =
        envelope(1).toUpperCase(java.util.Locale.ROOT).replace("/ENVELOPES", "/envelopes");

    assertThat(breaches(new CallLog().call(0, "GET", envelope(1)).call(1, "GET", upper)))
        .containsExactly(1L);
  }

  @Test
  void failedGetsTakePartToo() {
    assertThat(
            breaches(
                new CallLog().call(0, "GET", envelope(1), 404).call(1, "GET", envelope(1), 404)))
        .containsExactly(1L);
  }

  @Test
  void callsOfTheWebAppTakeNoPart() {
    String app = "https://apps-d.docusign.com/restapi/v2.1/accounts/1" + envelope(1);

    assertThat(breaches(new CallLog().call(0, "GET", app).call(1, "GET", app))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/envelopes/status", "/envelopes/transfer_rules", "/templates", ""})
  void resourcesThatAreNoEnvelopesAreNoPolling(String path) {
    assertThat(breaches(new CallLog().call(0, "GET", path).call(1, "GET", path))).isEmpty();
  }

  @Test
  void theListIsOneResourceWhateverItsFilters() {
    GoLiveReport review =
        new CallLog()
            .call(0, "GET", "/envelopes?from_date=2026-11-23T11:00:00Z")
            .call(1, "GET", "/envelopes?from_date=2026-11-23T11:01:00Z&custom_field=a")
            .review(Profile.CLASSIC);

    assertThat(polling(review)).extracting(Finding::rule).containsExactly("PL-003");
    assertThat(polling(review).get(0).remedy()).contains("every 20 minutes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from_date=1&start_position=0|start_position=100&from_date=1|0",
        "from_date=1|from_date=1&start_position=100|0",
        "a=%32|start_position=1&a=2|0",
        "start_position=100|start_position=100|1",
        "start_position=100|start_position=0|1",
        "start_position=100||1",
        "start_position=1|start_position=x|1",
        "start_position=x|start_position=1|1",
        "from_date=1|from_date=2&start_position=100|1",
      })
  void aListGetWithAGreaterStartPositionAndEqualParametersIsAPage(
      String first, String second, int expected) {
    CallLog log =
        new CallLog()
            .call(0, "GET", "/envelopes?" + first)
            .call(1, "GET", "/envelopes" + (second == null ? "" : "?" + second));

    assertThat(breaches(log).stream().mapToLong(Long::longValue).sum()).isEqualTo(expected);
  }

  @Test
  void theGapIsToThePreviousGetOfTheResourceBeItAPageOrNot() {
    CallLog log =
        new CallLog()
            .call(0, "GET", "/envelopes?a=1")
            .call(10, "GET", "/envelopes?a=1&start_position=100")
            .call(20, "GET", "/envelopes?a=1");

    assertThat(breaches(log)).containsExactly(1L);
  }

  @Test
  void aBreachWhoseEarlierCallLiesBeforeTheWindowIsNotInIt() {
    CallLog log =
        new CallLog()
            .call(0, "GET", envelope(1))
            .clean(1, 10)
            .call(14, "GET", envelope(1))
            .clean(15, 9);

    GoLiveReport classic = log.review(Profile.CLASSIC);
    assertThat(classic.verdict()).isEqualTo(Verdict.PASS);
    assertThat(polling(classic)).extracting(Finding::severity).containsExactly(Severity.WARNING);
    assertThat(classic.window().calls()).noneMatch(call -> call.outcome() == Outcome.BREACH);
    for (Profile profile : List.of(Profile.CURRENT, Profile.STRICT)) {
      GoLiveReport review = log.review(profile);
      assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(review.window().cleanCallsNeeded()).isZero();
      assertThat(review.window().calls()).noneMatch(call -> call.outcome() == Outcome.BREACH);
    }
  }

  @Test
  void statusAfterEmbeddedSigningIsToldOfTheEventParameter() {
    CallLog log =
        new CallLog()
            .call(0, "POST", envelope(1) + "/views/recipient", 201)
            .call(1, "GET", envelope(1))
            .call(2, "GET", envelope(1));

    assertThat(polling(log.review(Profile.CLASSIC)).get(0).remedy())
        .contains("event parameter")
        .contains("returnUrl");
  }

  @Test
  void workflowStatusIsPollingWithItsOwnRemedy() {
    CallLog log =
        new CallLog()
            .call(0, "GET", envelope(1) + "/workflow/scheduledSending")
            .call(5, "GET", envelope(1) + "/workflow/scheduledSending");

    Finding finding = polling(log.review(Profile.CLASSIC)).get(0);
    assertThat(finding.rule()).isEqualTo("PL-001");
    assertThat(finding.remedy()).contains("scheduled sending");
  }
}

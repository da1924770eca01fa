package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import org.golivecheck.call.RateLimits;
import org.golivecheck.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of accounts, envelopes and sizes. */
class LimitRulesTest {
  private static final String HOURLY = "HOURLY_APIINVOCATION_LIMIT_EXCEEDED";
  private static final String BURST = "BURST_APIINVOCATION_LIMIT_EXCEEDED";

  private static CallLog refused(double minutes, int status, String code) {
    return new CallLog().error(minutes, "POST", "/envelopes", status, code, "No.");
  }

  @ParameterizedTest
  @CsvSource({
    "EV-001,Hourly_Envelope_Polling_Limit_Exceeded,an hour",
    "EV-001,BURST_ENVELOPE_POLLING_LIMIT_EXCEEDED,30 seconds",
    "EV-002,Hourly_APIInvocation_Envelope_Limit_Exceeded,an hour",
    "EV-002,burst_apiinvocation_envelope_limit_exceeded,30 seconds",
  })
  void limitsOfOneEnvelopeAreToldByTheirCodesInAnyCase(String rule, String code, String span) {
    Finding finding = refused(0, 400, code).finding(rule);

    assertThat(String.valueOf(finding.errorCode())).isEqualTo(String.valueOf(code));
    assertThat(finding.message().toString()).contains("within " + span);
  }

  @Test
  void aCodeInTwoSpellingsIsOneFinding() {
    CallLog log =
        refused(0, 400, "Hourly_Envelope_Polling_Limit_Exceeded")
            .error(1, "GET", envelope(1), 429, "HOURLY_ENVELOPE_POLLING_LIMIT_EXCEEDED", "No.");

    assertThat(log.finding("EV-001").count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {HOURLY, BURST, "ENVELOPE_SEND_LIMIT_EXCEEDED"})
  void limitsOfTheAccountAreNotThoseOfAnEnvelope(String code) {
    assertThat(refused(0, 400, code).findings("EV-001")).isEmpty();
    assertThat(refused(0, 400, code).findings("EV-002")).isEmpty();
  }

  private static CallLog changes(int envelope, int count) {
    CallLog log = new CallLog();
    for (int i = 0; i < count; i++) {
      log.call(i, i % 2 == 0 ? "PUT" : "POST", envelope(envelope) + "/recipients");
    }
    return log;
  }

  @Test
  void fiveCallsMayBuildAnEnvelope() {
    assertThat(changes(1, 5).findings("EV-003")).isEmpty();
    assertThat(changes(1, 6).finding("EV-003").count()).isEqualTo(1);
  }

  @Test
  void theEnvelopeWithMostChangesIsNamed() {
    CallLog log = changes(1, 7);
    for (int i = 0; i < 9; i++) {
      log.call(20 + i, "PUT", envelope(2)).call(40 + i, i < 5 ? "DELETE" : "GET", envelope(3));
    }

    assertThat(log.finding("EV-003").message().toString())
        .isEqualTo(
            "2 envelopes were built or changed by more than 5 calls, envelope 00000002 by 9.");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/recipients",
    "POST,/views/recipient",
    "POST,/lock",
    "POST,/responsive_html_preview",
  })
  void readsViewsLocksAndPreviewsChangeNothing(String method, String part) {
    CallLog log = changes(1, 5);
    for (int i = 0; i < 5; i++) {
      log.call(10 + i, method, envelope(1) + part);
    }

    assertThat(log.findings("EV-003")).isEmpty();
  }

  @Test
  void templatesAreNoEnvelopes() {
    CallLog log = new CallLog();
    for (int i = 0; i < 8; i++) {
      log.call(i, "PUT", envelope(1).replace("/envelopes/", "/templates/"));
    }

    assertThat(log.findings("EV-003")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400," + HOURLY + ",2026-11-23T13:00:00Z",
    "429,hourly_apiinvocation_limit_exceeded,2026-11-23T13:00:00Z",
    "400," + BURST + ",2026-11-23T12:40:30Z",
    "429,,2026-11-23T12:40:30Z",
    "444,,2026-11-23T12:40:30Z",
  })
  void limitErrorsTellWhenTheirWindowEnds(int status, String code, String end) {
    Finding finding = refused(40, status, code).finding("RL-001");

    assertThat(finding.message().toString()).contains("the limit last reset at " + end);
    assertThat(String.valueOf(finding.errorCode())).isEqualTo(String.valueOf(code));
  }

  @ParameterizedTest
  @CsvSource({"429,RECIPIENT_LIMIT_EXCEEDED", "400,", "503,", "400,INVALID_REQUEST_BODY"})
  void otherErrorsAreNoCallLimit(int status, String code) {
    assertThat(refused(0, status, code).findings("RL-001")).isEmpty();
  }

  @Test
  void oneLimitIsOneFinding() {
    CallLog log =
        refused(0, 400, HOURLY)
            .error(1, "POST", "/envelopes", 429, HOURLY, "No.")
            .error(2, "POST", "/envelopes", 400, BURST, "No.")
            .call(3, "POST", "/envelopes", 429);

    assertThat(log.findings("RL-001")).extracting(Finding::count).containsExactly(2L, 1L, 1L);
  }

  @ParameterizedTest
  @CsvSource({
    "demo.docusign.net,159,",
    "demo.docusign.net,160,80 % of the limit of 200",
    "demo.docusign.net,200,100 % of the limit of 200",
    "demo.docusign.net,201,more than the limit of 200",
    "proof-d.docusign.net,201,more than the limit of 200",
    "demo.services.docusign.net,201,more than the limit of 200",
    "eu.docusign.net,399,",
    "eu.docusign.net,400,80 % of the limit of 500",
    "eu.docusign.net,501,more than the limit of 500",
  })
  void aBurstIsComparedWithTheLimitOfItsEnvironment(String host, int calls, String words) {
    CallLog log = new CallLog();
    String url = CallLog.ACCOUNT.replace("demo.docusign.net", host) + "/envelopes";
    for (int i = 0; i < calls; i++) {
      log.call(i * 29 / 60.0 / calls, "POST", url, 201);
    }

    if (words == null) {
      assertThat(log.findings("RL-002")).isEmpty();
    } else {
      assertThat(log.finding("RL-002").message().toString())
          .contains(words)
          .contains("Account 1e2d3c4b");
      assertThat(log.finding("RL-002").count()).isEqualTo(calls);
    }
  }

  @Test
  void callsThirtySecondsApartAreNotInOneBurst() {
    CallLog log = new CallLog().burst(0, 100, 0).burst(0.5, 100, 0);

    assertThat(log.findings("RL-002")).isEmpty();
  }

  @Test
  void aBurstIsTheMostOfAny30Seconds() {
    CallLog log = new CallLog().burst(0, 50, 60).burst(1, 170, 20).burst(3, 50, 60);

    Finding finding = log.finding("RL-002");

    // The last 5 of the first 50 calls fall in the 30 seconds too.
    assertThat(finding.count()).isBetween(170L, 180L);
    assertThat(finding.evidence()).hasSize(50);
    assertThat(finding.evidence().get(0).timestamp())
        .isBetween("2026-11-23T12:01:19Z", "2026-11-23T12:01:20Z");
  }

  @Test
  void accountsAndEnvironmentsHaveLimitsOfTheirOwn() {
    CallLog log = new CallLog();
    for (int i = 0; i < 150; i++) {
      log.call(i / 600.0, "POST", "/envelopes", 201);
      log.call(i / 600.0, "POST", CallLog.ACCOUNT.replace("1e2d", "ffff") + "/envelopes", 201);
      log.call(i / 600.0, "POST", CallLog.ACCOUNT.replace("demo.", "eu.") + "/envelopes", 201);
    }

    assertThat(log.findings("RL-002")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2399,-1,",
    "2400,-1,'80 % of the limit of 3,000'",
    "3001,-1,'more than the limit of 3,000'",
    "801,1000,'80 % of the limit of 1,000'",
    "2400,5000,",
  })
  void theHourIsComparedWithTheLimitOfTheHeaderOr3000(int calls, long limit, String words) {
    CallLog log = new CallLog();
    for (int i = 0; i < calls; i++) {
      log.add(
          i * 59.9 / calls,
          "POST",
          "/envelopes",
          call -> call.limits(new RateLimits(limit, -1, -1, -1, -1)));
    }

    if (words == null) {
      assertThat(log.findings("RL-003")).isEmpty();
    } else {
      assertThat(log.finding("RL-003").message().toString())
          .contains(words)
          .contains("in the hour from 2026-11-23T12:00:00Z");
      assertThat(log.finding("RL-003").count()).isEqualTo(calls);
    }
  }

  @Test
  void theHourIsThatOfTheClock() {
    CallLog log = new CallLog().burst(30, 1_500, 1_799).burst(60, 1_500, 1_799);

    assertThat(log.findings("RL-003")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    HOURLY + ",59.9,1",
    HOURLY + ",60,0",
    BURST + ",40.4,1",
    BURST + ",40.5,0",
    ",40.4,1",
    ",40.5,0",
  })
  void callsInTheWindowOfALimitErrorAreFound(String code, double next, int findings) {
    CallLog log = refused(40, 429, code).call(next, "POST", "/envelopes", 201);

    assertThat(log.findings("RL-004")).hasSize(findings);
  }

  @Test
  void callsOfOtherAccountsAndEnvironmentsAndConcurrentOnesAreFree() {
    CallLog log =
        refused(40, 400, HOURLY)
            .call(40, "POST", "/envelopes", 400)
            .call(41, "POST", CallLog.ACCOUNT.replace("1e2d", "ffff") + "/envelopes", 201)
            .call(42, "POST", CallLog.ACCOUNT.replace("demo.", "eu.") + "/envelopes", 201);

    assertThat(log.findings("RL-004")).isEmpty();
  }

  @Test
  void aRetriedBurstHoldsTheAccountBackAnew() {
    CallLog log =
        refused(0, 400, BURST)
            .error(0.4, "POST", "/envelopes", 400, BURST, "No.")
            .call(0.8, "POST", "/envelopes", 201);

    assertThat(log.finding("RL-004").count()).isEqualTo(2);
  }

  private static CallLog limits(RateLimits... limits) {
    CallLog log = new CallLog();
    for (RateLimits limit : limits) {
      log.add(log.calls().size(), "POST", "/envelopes", call -> call.limits(limit));
    }
    return log;
  }

  @Test
  void theLowestRemaindersAreNamed() {
    Finding finding =
        limits(
                new RateLimits(3000, 299, 0, 200, 20),
                new RateLimits(3000, 12, 0, 200, 19),
                new RateLimits(3000, 300, 0, 200, 100))
            .finding("RL-005");

    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.message().toString())
        .isEqualTo(
            "Less than a tenth of a limit was left after 2 calls: X-RateLimit-Remaining fell to 12,"
                + " X-BurstLimit-Remaining fell to 19.");
  }

  @Test
  void aTenthLeftIsEnough() {
    assertThat(limits(new RateLimits(3000, 300, 0, 200, 20)).findings("RL-005")).isEmpty();
    assertThat(limits(RateLimits.NONE).findings("RL-005")).isEmpty();
  }

  @Test
  void blockedTransfersOfADocumentAreToldByDirection() {
    CallLog log =
        new CallLog()
            .error(0, "GET", envelope(1) + "/documents/1", 400, "api_request_is_throttled", "No.")
            .error(1, "POST", "/envelopes", 400, "UNSPECIFIED_ERROR", "PDF Validation failed.")
            .error(2, "POST", "/envelopes", 400, "UNSPECIFIED_ERROR", "Something else.");

    assertThat(log.findings("RL-006"))
        .extracting(finding -> finding.message().toString())
        .anyMatch(message -> message.contains("downloads"))
        .anyMatch(message -> message.contains("uploads"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/envelopes,35651584,0,0",
    "POST,/envelopes,35651585,1,0",
    "PUT,/documents/1,33554432,0,0",
    "PUT,/documents/1,33554433,0,1",
    "PUT,/documents/1,35651585,1,1",
    "PUT,/documents,33554433,0,0",
    "PUT,/documents/1/tabs,33554433,0,0",
  })
  void bodiesAreComparedWithTheLimitsOfRequestsAndDocuments(
      String method, String part, long bytes, int requests, int documents) {
    String path = part.equals("/envelopes") ? part : envelope(1) + part;
    CallLog log = new CallLog().add(0, method, path, call -> call.requestBytes(bytes));

    assertThat(log.findings("SZ-001")).hasSize(requests);
    assertThat(log.findings("SZ-002")).hasSize(documents);
  }
}

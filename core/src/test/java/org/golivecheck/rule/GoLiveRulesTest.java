package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.time.Instant;
import java.util.Locale;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoLiveRulesTest {
  private static final double DAY = 24 * 60;

  private static ReviewSettings asOf(String instant) {
    return ReviewSettings.DEFAULT.withAsOf(Instant.parse(instant));
  }

  private static long old(GoLiveReport review) {
    return review.findings().stream()
        .filter(finding -> finding.rule().equals("GL-003"))
        .mapToLong(Finding::count)
        .sum();
  }

  @Test
  void callsExactly30DaysBeforeTheReviewAreNotTooOld() {
    CallLog log = new CallLog().clean(0, 20);

    assertThat(old(log.review(asOf("2026-12-23T12:00:00Z")))).isZero();
    assertThat(old(log.review(asOf("2026-12-23T12:00:00.0000001Z")))).isEqualTo(1);
    assertThat(old(log.review(asOf("2027-01-23T12:00:00Z")))).isEqualTo(20);
  }

  @Test
  void callsBeforeTheWindowMayBeAsOldAsTheyLike() {
    CallLog log = new CallLog().clean(0, 10).clean(40 * DAY, 20);

    assertThat(log.findings("GL-003")).isEmpty();
  }

  @Test
  void theMomentOfTheReviewIsTheNewestCallUnlessToldOtherwise() {
    Finding finding = new CallLog().clean(0, 5).clean(31 * DAY, 15).finding("GL-003");

    assertThat(finding.count()).isEqualTo(5);
    assertThat(finding.message().toString())
        .isEqualTo(
            "5 of the newest 20 countable calls are more than 30 days older than"
                + " 2026-12-24T12:14:00Z, the moment of the review.");
  }

  @ParameterizedTest
  @CsvSource({"49,0", "50,1", "51,0"})
  void anArchiveOfExactlyFiftyCallsMayBeCut(int calls, int findings) {
    assertThat(new CallLog().clean(0, calls).findings("GL-008")).hasSize(findings);
  }

  private static CallLog archive(CallLog log, String name, int calls) {
    int first = log.calls().size();
    for (int i = 0; i < calls; i++) {
      String source = String.format(Locale.ROOT, "%s%02d_OK_Call.txt", name, i);
      log.add(first + i, "POST", "/envelopes", call -> call.source(source));
    }
    return log;
  }

  @Test
  void eachArchiveIsCountedForItself() {
    CallLog log = archive(archive(archive(new CallLog(), "a.zip!", 50), "b.zip!", 20), "x/", 50);

    Finding finding = log.finding("GL-008");

    assertThat(finding.count()).isEqualTo(50);
    assertThat(finding.message().toString()).startsWith("a.zip contains exactly 50 calls");
    assertThat(finding.evidence()).hasSize(50);
  }

  @Test
  void anArchiveInAnArchiveIsOneOfItsOwn() {
    CallLog log = archive(archive(new CallLog(), "all.zip!a.zip!", 50), "all.zip!b.zip!x/", 50);

    assertThat(log.findings("GL-008"))
        .extracting(finding -> finding.message().toString())
        .anyMatch(message -> message.startsWith("all.zip!a.zip contains"))
        .anyMatch(message -> message.startsWith("all.zip!b.zip contains"))
        .hasSize(2);
  }

  @Test
  void legacyAuthenticationIsOneFindingForTheLog() {
    CallLog log =
        new CallLog()
            .add(0, "GET", "/users", call -> call.legacyAuthentication(true))
            .add(1, "GET", "/templates", call -> call.legacyAuthentication(true))
            .clean(2, 3);

    assertThat(log.finding("GL-011").count()).isEqualTo(2);
    assertThat(log.finding("GL-011").message().toString()).contains("X-DocuSign-Authentication");
  }

  @Test
  void soapMaySignInTheOldWay() {
    String soap = "https://demo.docusign.net/api/3.0/api.asmx";

    assertThat(
            new CallLog()
                .add(0, "POST", soap, call -> call.legacyAuthentication(true))
                .findings("GL-011"))
        .isEmpty();
  }

  @Test
  void otherApisAloneAreNothingForTheReview() {
    CallLog log =
        new CallLog()
            .call(0, "GET", "https://api-d.docusign.com/v1/accounts/1/workflows")
            .call(1, "GET", "https://account-d.docusign.com/oauth/userinfo");

    assertThat(log.finding("GL-012").count()).isEqualTo(1);
    assertThat(log.finding("GL-012").remedy()).contains("--gateway-host");
    assertThat(log.clean(2, 1).findings("GL-012")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://account-d.docusign.com/oauth/userinfo",
        "https://demo.docusign.net/restapi/v2.1/login_information",
        "https://demo.docusign.net/restapi/v2.1/diagnostics/request_logs",
      })
  void callsThatAreNoOtherApiAreNotTakenForOne(String url) {
    assertThat(new CallLog().call(0, "GET", url).findings("GL-012")).isEmpty();
  }

  @Test
  void otherApisAloneNeedNoFurtherCallsWhereNoneAreCounted() {
    CallLog log =
        new CallLog().call(0, "GET", "https://api-d.docusign.com/v1/accounts/1/workflows");

    assertThat(log.finding("GL-012").remedy()).contains("Until October 2025");
    assertThat(log.findings(Profile.CURRENT, "GL-012").get(0).remedy())
        .doesNotContain("20 calls")
        .contains("--gateway-host");
  }

  @ParameterizedTest
  @CsvSource({
    "https://demo.docusign.net/clickapi/v1/accounts/1/clickwraps, Click API Go-Live, click-api",
    "https://apps-d.docusign.com/api/webforms/v1.1/accounts/1/forms, Web Forms API Go-Live,"
        + " web-forms-api",
    "https://demo.rooms.docusign.com/restapi/v2/accounts/1/rooms, Rooms Go-Live, rooms-api"
  })
  void theSupportCaseNamesTheSubjectOfItsApi(String url, String subject, String folder) {
    Finding finding = new CallLog().call(0, "GET", url).finding("GL-013");

    assertThat(finding.remedy()).contains('"' + subject + '"');
    assertThat(finding.basis())
        .isEqualTo("https://developers.docusign.com/docs/" + folder + "/go-live");
    assertThat(finding.remedy().contains("three business days"))
        .isEqualTo(!subject.startsWith("Rooms"));
  }

  @Test
  void eSignatureNeedsNoSupportCase() {
    assertThat(new CallLog().call(0, "GET", envelope(1)).findings("GL-013")).isEmpty();
  }

  @Test
  void fiftyLinesOfAnotherLogInAnArchiveAreNoCutLog() {
    CallLog log = new CallLog();
    for (int i = 0; i < 50; i++) {
      String source = "logs.zip!app.ndjson:" + (i + 1);
      log.add(i, "POST", "/envelopes", call -> call.source(source));
    }

    assertThat(log.findings("GL-008")).isEmpty();
  }
}

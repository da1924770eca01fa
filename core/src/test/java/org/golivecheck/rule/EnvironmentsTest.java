package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** To which of DocuSign's environments calls went, and what reports of production say. */
class EnvironmentsTest {
  private static final String ACCOUNT =
      "/restapi/v2.1/accounts/1e2d3c4b-0000-4000-8000-000000000001";
  private static final String NA3 = "https://na3.docusign.net" + ACCOUNT;

  @ParameterizedTest
  @CsvSource({
    "demo.docusign.net,demo",
    "DEMO.docusign.net:443,demo",
    "account-d.docusign.com,demo",
    "api-d.docusign.com,demo",
    "apps-d.docusign.com,demo",
    "appdemo.docusign.com,demo",
    "demo.rooms.docusign.com,demo",
    "www.docusign.net,production",
    "na1.docusign.net,production",
    "na2.docusign.net,production",
    "na3.docusign.net,production",
    "na4.docusign.net,production",
    "eu.docusign.net,production",
    "au.docusign.net,production",
    "ca.docusign.net,production",
    "jp.docusign.net,production",
    "account.docusign.com,production",
    "rooms.docusign.com,production",
    "api.docusign.com,production",
    "gateway.example.com,unknown",
    "demo.docusign.net.example.com,unknown",
    "localhost,unknown"
  })
  void theHostTellsTheEnvironment(String host, String environment) {
    EnvironmentCounts counts =
        new CallLog()
            .call(0, "GET", "https://" + host + ACCOUNT)
            .review(Profile.CLASSIC)
            .calls()
            .environments();

    assertThat(counts)
        .isEqualTo(
            new EnvironmentCounts(
                environment.equals("demo") ? 1 : 0,
                environment.equals("production") ? 1 : 0,
                environment.equals("unknown") ? 1 : 0));
  }

  @Test
  void allCallsAreCountedWhetherTheyCountForTheReviewOrNot() {
    GoLiveReport.Calls counts =
        new CallLog()
            .clean(0, 3)
            .call(5, "POST", "https://account-d.docusign.com/oauth/token")
            .call(6, "GET", "https://account.docusign.com/oauth/userinfo")
            .add(7, "GET", "https://api.example.com/orders", call -> call.vantage(Vantage.CLIENT))
            .call(8, "GET", NA3)
            .review(Profile.CLASSIC)
            .calls();

    assertThat(counts.environments()).isEqualTo(new EnvironmentCounts(4, 2, 1));
    assertThat(counts.countableEnvironments()).isEqualTo(new EnvironmentCounts(3, 1, 0));
  }

  @Test
  void aMixtureOfCountableCallsIsPointedOut() {
    Finding finding =
        new CallLog()
            .clean(0, 3)
            .call(5, "GET", NA3)
            .call(6, "GET", NA3 + "/users")
            .finding("GL-014");

    assertThat(finding.message().toString())
        .isEqualTo(
            "2 of 5 countable calls went to production, others to demo: the verdict covers both.");
    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.evidence())
        .extracting(call -> call.source().toString())
        .containsExactly("log.zip!4_Call.txt", "log.zip!3_Call.txt");
  }

  @Test
  void oneEnvironmentAndSigningInToTheOtherIsALeftoverAndNoMixture() {
    assertThat(new CallLog().call(5, "GET", NA3).findings("GL-014")).isEmpty();
    CallLog log =
        new CallLog()
            .call(5, "GET", NA3)
            .call(6, "GET", "https://account-d.docusign.com/oauth/userinfo");

    assertThat(log.finding("GL-014").message().toString())
        .isEqualTo(
            "1 call went to demo (account-d.docusign.com), though all countable calls went to"
                + " production.");
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void theVerdictOfProductionIsTheOneOfDemo(Profile profile) {
    for (Consumer<CallLog> calls : List.<Consumer<CallLog>>of(log -> {}, this::poll)) {
      CallLog demo = new CallLog().clean(0, 20);
      CallLog production = production(20);
      calls.accept(demo);
      calls.accept(production);

      assertThat(production.review(profile).verdict()).isEqualTo(demo.review(profile).verdict());
      assertThat(production.review(profile).window().cleanCallsNeeded())
          .isEqualTo(demo.review(profile).window().cleanCallsNeeded());
    }
  }

  private void poll(CallLog log) {
    String host = log.calls().get(0).url().host();
    String envelope = "https://" + host + ACCOUNT + CallLog.envelope(1);
    log.call(30, "GET", envelope).call(31, "GET", envelope).call(32, "GET", envelope, 404);
  }

  private static CallLog production(int calls) {
    CallLog log = new CallLog();
    for (int i = 0; i < calls; i++) {
      log.call(i, "POST", NA3 + "/envelopes", 201);
    }
    return log;
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void reportsOfProductionSpeakOfRulesAndNotOfPassingAReview(Profile profile) throws IOException {
    CallLog polled = production(20);
    poll(polled);
    for (CallLog log : List.of(production(20), production(3), polled)) {
      for (String format : ReportFormats.names()) {
        String shown = print(format, log, profile);
        assertThat(shown).as(format).doesNotContain("the Go-Live review", "then submit");
        if (!format.endsWith("json")) {
          assertThat(shown).as(format).doesNotContainIgnoringCase("clean call");
        }
      }
    }
  }

  @Test
  void theVerdictOfProductionSaysWhereTheCallsWent() throws IOException {
    CallLog polled = production(20);
    poll(polled);

    assertThat(print("text", production(20), Profile.CLASSIC))
        .startsWith("PASS  classic profile: all calls that count went to production; they keep the")
        .contains("Environment  20 production\n");
    String fail = print("text", polled, Profile.CLASSIC);
    assertThat(fail)
        .startsWith("FAIL  classic profile: all calls that count went to production; they do not")
        .contains("Check a log that begins later, once this");
    assertThat(print("text", production(3), Profile.STRICT))
        .contains("GL-001  Only 3 calls in this log count; the rules of the review ask for 20.")
        .contains("\nNext\n  The integration's developer: Check a log with more calls.\n");
  }

  @Test
  void tooFewCallsToProductionAskForALogWithMoreOfThem() {
    assertThat(production(3).finding("GL-001").remedy())
        .isEqualTo("Check a log with more eSignature REST calls made with this integration key.");
    assertThat(new CallLog().clean(0, 3).finding("GL-001").remedy()).startsWith("Make more");
  }

  @Test
  void oneCallToDemoIsEnoughForTheWordsOfAReview() throws IOException {
    assertThat(print("text", production(20).clean(30, 1), Profile.CLASSIC))
        .startsWith(
            "PASS  classic profile: these calls would likely pass the review of the newest 20")
        .contains("Environment  20 production, 1 demo\n");
    assertThat(print("text", new CallLog().clean(30, 20), Profile.CLASSIC))
        .doesNotContain("Environment");
  }

  @Test
  void theAgeOfCallsIsNoMatterInProduction() {
    CallLog log = production(20);
    log.call(60 * 24 * 31, "POST", NA3 + "/envelopes", 201);

    assertThat(log.findings("GL-003")).isEmpty();
  }

  private static String print(String format, CallLog log, Profile profile) throws IOException {
    GoLiveReport report = log.review(profile);
    StringBuilder out = new StringBuilder();
    ReportFormats.writer(format).write(report, out);
    return out.toString();
  }
}

package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.Client;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.words.Health;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log from production gets a view of how the integration does, and no word of submitting. */
final class HealthTest {
  private static final Client OLD_SDK =
      new Client("Swagger-Codegen/v2.1/6.0.0/Java/17", "Java", null, null, null);

  private static CallLog failing() {
    String account = CallLog.ACCOUNT.replace("demo.docusign.net", "na3.docusign.net");
    CallLog log = new CallLog();
    for (int i = 0; i < 30; i++) {
      log.call(i, "POST", account + "/envelopes", 201);
    }
    log.call(40, "GET", account + envelope(1)).call(40.5, "GET", account + envelope(1));
    log.error(41, "GET", account + "/users/1", 404, "USER_DOES_NOT_EXIST", "No.");
    log.error(41.1, "GET", account + "/users/1", 404, "USER_DOES_NOT_EXIST", "No.");
    log.error(42, "GET", account + "/users", 400, "HOURLY_APIINVOCATION_LIMIT_EXCEEDED", "No.");
    log.call(43, "POST", account + "/envelopes", 503);
    log.add(44, "GET", account + "/users", call -> call.client(OLD_SDK));
    log.call(45, "POST", "https://account-d.docusign.com/oauth/token");
    return log;
  }

  private static Map<String, String> lines(GoLiveReport report) {
    return Health.of(report).stream()
        .collect(Collectors.toMap(Health.Line::what, Health.Line::value));
  }

  @Test
  void theViewOrdersWhatTheRulesFound() {
    GoLiveReport report = failing().review(ReviewSettings.DEFAULT);

    assertThat(lines(report))
        .containsEntry("Limits exceeded", "1 call (RL-001)")
        .containsEntry("Calls while blocked", "2 calls (RL-004)")
        .containsEntry("Peaks", "below 80 % of the limits, hourly and in 30 seconds")
        .containsEntry("Repeats after errors", "1 call (RL-007)")
        .containsEntry("Read too often", "1 call (PL-001)")
        .containsEntry("Calls to demo", "1 call (GL-014)")
        .containsEntry("Deprecated, outdated", "GL-016 Java 6.0.0");
    assertThat(lines(report).get("Failed calls"))
        .startsWith("4 (10.5 %) of 38 calls: 4xx 3 (7.9 %), 5xx 1 (2.6 %); by class: not-found 2 ");
  }

  @Test
  void peaksAreExactWhereTheReportHasThem() {
    GoLiveReport report =
        failing().calls().stream().collect(GoLiveCheck.withDefaults().withSeries().collector());

    assertThat(lines(report).get("Peaks"))
        .startsWith("account 1e2d3c4b: ")
        .contains(" of 3,000 in an hour", " of 500 in 30 seconds");
  }

  @Test
  void aLogOfDemoHasNoSuchView() {
    assertThat(Health.of(new CallLog().clean(0, 20).review(ReviewSettings.DEFAULT))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html"})
  void reportsForPeopleShowItAndDoNotSaySubmit(String format) throws Exception {
    StringBuilder printed = new StringBuilder();
    ReportFormats.writer(format).write(failing().review(ReviewSettings.DEFAULT), printed);

    assertThat(printed).contains("Health in production").doesNotContain("then submit");
    assertThat(printed.indexOf("Health in production")).isLessThan(printed.indexOf("ER-not-found"));
  }

  @Test
  void theVerdictIsComputedAlike() {
    assertThat(failing().review(ReviewSettings.DEFAULT).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aTokenFromProductionIsALeftoverInDemo() {
    CallLog log =
        new CallLog().clean(0, 20).call(30, "POST", "https://account.docusign.com/oauth/token");
    Finding finding = log.finding("GL-014");

    assertThat(finding.message().toString())
        .isEqualTo(
            "1 call went to production (account.docusign.com), though all countable calls went to"
                + " demo.");
    assertThat(finding.evidence()).hasSize(1);
  }

  @Test
  void tokensOfTheSameEnvironmentAreNoLeftovers() {
    CallLog log =
        new CallLog().clean(0, 20).call(30, "POST", "https://account-d.docusign.com/oauth/token");

    assertThat(log.findings("GL-014")).isEqualTo(List.of());
  }
}

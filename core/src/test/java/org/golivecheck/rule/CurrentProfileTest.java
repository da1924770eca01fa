package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The profile {@code current}: its review counts no calls, so no report may speak of counting. */
class CurrentProfileTest {
  private static final Pattern COUNTING =
      Pattern.compile(
          "\\b20 (countable calls|more|clean)|newest 20\\b|20-call\\b|twenty|\\bwindow\\b"
              + "|clean calls?\\b|cleanCallsNeeded",
          Pattern.CASE_INSENSITIVE);

  @Test
  void aBreachFarFromTheNewestTwentyCallsFails() {
    GoLiveReport review =
        new CallLog()
            .call(0, "GET", envelope(1))
            .call(1, "GET", envelope(1))
            .clean(2, 30)
            .review(Profile.CURRENT);

    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(review.reasons())
        .containsExactly(
            CallLog.reason(
                "PL-001",
                "1 GET of an envelope resource came less than 15 minutes after the previous one in"
                    + " the log."));
    assertThat(review.findings())
        .filteredOn(finding -> finding.rule().equals("PL-001"))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    assertThat(review.window().calls()).noneMatch(call -> call.outcome() == Outcome.BREACH);
  }

  @Test
  void aBreachOfACallThatDoesNotCountFailsNothing() {
    GoLiveReport review =
        new CallLog()
            .call(0, "GET", "https://demo.docusign.net/restapi/v2.1/diagnostics/request_logs")
            .call(1, "GET", "https://demo.docusign.net/restapi/v2.1/diagnostics/request_logs")
            .call(2, "POST", "/envelopes", 201)
            .review(Profile.CURRENT);

    assertThat(review.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void theListOfNewestCallsKeepsTwentyAndNoneIsRequired() {
    GoLiveReport review =
        new CallLog()
            .clean(0, 10)
            .call(10, "GET", envelope(1), 404)
            .call(11, "GET", envelope(1))
            .clean(12, 13)
            .review(Profile.CURRENT);

    assertThat(review.window().calls()).hasSize(20);
    assertThat(review.window().required()).isZero();
    assertThat(review.window().cleanCallsNeeded()).isZero();
  }

  @Test
  void tooFewAndOldCallsHaveNoFinding() {
    assertThat(Rules.all(Profile.CURRENT))
        .extracting(RuleInfo::id)
        .doesNotContain("GL-001", "GL-003")
        .contains("GL-007", "PL-001");
    assertThat(new CallLog().clean(0, 3).review(Profile.CURRENT).findings()).isEmpty();
  }

  @Test
  void anotherWindowSizeIsNoOtherThreshold() {
    ReviewSettings settings =
        ReviewSettings.of(Profile.CURRENT).withThresholds(Thresholds.DEFAULT.withWindowSize(10));

    assertThat(new CallLog().clean(0, 3).review(settings).notes())
        .isEqualTo(new CallLog().clean(0, 3).review(Profile.CURRENT).notes());
  }

  @Test
  void noRuleSpeaksOfCountingCalls() {
    for (RuleInfo rule : Rules.all(Profile.CURRENT)) {
      assertThat(rule.title() + " " + rule.remedy()).doesNotContainPattern(COUNTING);
    }
  }

  static Stream<Arguments> reports() {
    return ReportFormats.names().stream()
        .flatMap(
            format ->
                EveryRuleTest.logs().map(log -> Arguments.of(format, log.get()[0], log.get()[1])));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("reports")
  void noReportSpeaksOfCountingCalls(String format, String rule, CallLog log) throws IOException {
    assertThat(counting(shown(format, log.calls()))).isEmpty();
  }

  @Test
  void noFormatSpeaksOfCountingCallsOfAnyVerdict() throws IOException {
    List<ApiCall> polled = new ArrayList<>(new CallLog().clean(0, 25).calls());
    EveryRuleTest.logs().forEach(log -> polled.addAll(((CallLog) log.get()[1]).calls()));
    List<ApiCall> login =
        new CallLog().call(0, "GET", "https://account-d.docusign.com/oauth/userinfo").calls();
    for (String format : ReportFormats.names()) {
      for (List<ApiCall> calls : List.of(polled, login, List.<ApiCall>of())) {
        assertThat(counting(shown(format, calls))).as(format).isEmpty();
      }
    }
  }

  /** Returns what speaks of counting calls, each with the words before it. */
  private static List<String> counting(String shown) {
    return COUNTING
        .matcher(shown)
        .results()
        .map(found -> shown.substring(Math.max(0, found.start() - 40), found.end()))
        .toList();
  }

  /** Returns what a reader of a report sees: without styles, scripts, and names of JSON members. */
  private static String shown(String format, List<ApiCall> calls) throws IOException {
    GoLiveReport report =
        calls.stream()
            .collect(
                GoLiveCheck.withDefaults().withProfile(Profile.CURRENT).withSeries().collector());
    StringBuilder out = new StringBuilder();
    ReportFormats.writer(format).write(report, out);
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "html" ->
          out.toString().replaceAll("(?s)<(style|script).*?</\\1>", "").replaceAll("<[^>]*>", " ");
      // The verdict by the other rule set may say what that one asks for.
      case "json", "ndjson" ->
          out.toString()
              .replaceAll("(?s)\"profiles\" ?:.*?\"next\" ?:", "")
              .replaceAll("\"\\w+\" ?:", "");
      default -> out.toString();
    };
  }
}

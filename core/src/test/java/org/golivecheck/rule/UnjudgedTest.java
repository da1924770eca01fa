package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.call.RateLimits;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.review.Coverage;
import org.golivecheck.rule.review.Reviewer;
import org.junit.jupiter.api.Test;

/** A rule that a log does not show enough for says so instead of passing. */
final class UnjudgedTest {
  private static final Set<LogField> ALL = EnumSet.allOf(LogField.class);

  private static ApiCall untimed(int number, String method, String path) {
    return ApiCall.builder(Instant.EPOCH.plusMillis(number), method, CallLog.ACCOUNT + path, 200)
        .source("log:" + number)
        .gaps(Set.of(Gap.TIME))
        .build();
  }

  private static String note(CallLog log, Set<LogField> shown) {
    Reviewer reviewer = new Reviewer(ReviewSettings.DEFAULT, Long.MAX_VALUE, new Redactor(), false);
    Coverage coverage = new Coverage(List.of(), shown);
    return reviewer
        .review(log.calls().stream().collect(reviewer.collector()), coverage)
        .notes()
        .stream()
        .filter(note -> note.startsWith("Not evaluated"))
        .findFirst()
        .orElse("");
  }

  @Test
  void whatNoCallShowsIsNamedWithTheRulesThatNeedIt() {
    assertThat(note(new CallLog().clean(0, 20), ALL))
        .isEqualTo(
            "Not evaluated: OA-001, OA-002 (no OAuth calls in this log); RL-005 (no rate-limit"
                + " headers in this log).");
  }

  @Test
  void whatAFormatCannotShowIsNamedEvenIfNoCallCouldShowIt() {
    Set<LogField> access = EnumSet.complementOf(EnumSet.of(LogField.ERROR));

    assertThat(note(new CallLog().clean(0, 20), access))
        .contains("EV-001, EV-002, GL-006, OA-003, OA-004, RL-001")
        .contains("(no error bodies in this log)");
  }

  @Test
  void aRuleThatFoundSomethingIsNotNamed() {
    CallLog log = new CallLog();
    for (int i = 0; i < 3; i++) {
      log.call(i, "GET", "https://demo.docusign.net/restapi/v2.1/login_information");
    }

    assertThat(log.findings("OA-001")).hasSize(1);
    assertThat(note(log, ALL)).contains("OA-002").doesNotContain("OA-001");
  }

  @Test
  void nothingIsNamedWhereEverythingIsShownOrNothingWasRead() {
    CallLog log = new CallLog().clean(0, 20);
    log.call(30, "GET", "https://account-d.docusign.com/oauth/userinfo");
    log.add(31, "POST", "/envelopes", call -> call.limits(new RateLimits(3000, 2999, 1, 200, 199)));

    assertThat(note(log, ALL)).isEmpty();
    assertThat(note(new CallLog(), ALL)).isEmpty();
  }

  @Test
  void pollingWithoutTimesIsNoVerdictWhereItWouldBeAPass() {
    CallLog log = new CallLog();
    for (int i = 0; i < 20; i++) {
      log.add(untimed(i, "GET", CallLog.envelope(7)));
    }
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.message().toString()).contains("no times"));
    assertThat(review.findings()).noneMatch(finding -> finding.rule().startsWith("PL-"));
    assertThat(review.calls().from()).isNull();
    assertThat(note(log, ALL)).contains("PL-001").contains("no times in this log");
  }

  @Test
  void callsWithoutTimesPassWhereNothingIsAskedTwice() {
    CallLog log = new CallLog();
    for (int i = 0; i < 20; i++) {
      log.add(untimed(i, "GET", CallLog.envelope(i)));
    }

    assertThat(log.review(Profile.CLASSIC).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void callsWithoutTimesAmongOthersAreCountedAndNotTakenForOldOnes() {
    CallLog log = new CallLog().call(0, "GET", CallLog.envelope(7)).clean(20, 20);
    log.add(untimed(1, "GET", CallLog.envelope(7)));
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.notes())
        .contains("1 call shows no time, so only rules that need none judge it.");
    assertThat(review.calls().from()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void noRuleThatNeedsTimesJudgesACallWithoutOne() {
    CallLog log = new CallLog().call(0, "GET", CallLog.envelope(7)).clean(1, 19);
    ApiCall newest = log.calls().get(19);
    log.add(untimed(1, "GET", CallLog.envelope(7)).placedAt(newest.timestamp(), 0));
    log.add(
        ApiCall.builder(newest.timestamp(), "POST", CallLog.ACCOUNT + "/envelopes", 429)
            .source("log:2")
            .gaps(Set.of(Gap.TIME))
            .error(
                new ApiError(
                    "HOURLY_APIINVOCATION_LIMIT_EXCEEDED", "", BodyForm.DOCUSIGN, null, ""))
            .build());
    GoLiveReport review = log.review(ReviewSettings.of(Profile.STRICT));

    assertThat(review.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("ER-rate-limit", "RL-001");
    assertThat(review.findings())
        .filteredOn(finding -> finding.rule().equals("RL-001"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message().toString()).doesNotContain("reset at"));
    assertThat(review.window().calls().get(19).timestamp()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void callsWithoutUrlsAreNoVerdictInsteadOfTooFew() {
    CallLog log = new CallLog();
    for (int i = 0; i < 30; i++) {
      log.add(i, ApiCall.NO_METHOD, "https://x/", call -> call.gaps(Set.of(Gap.URL)));
    }
    GoLiveReport review = log.review(Profile.CLASSIC);

    assertThat(review.calls().excluded()).containsEntry(Exclusion.NO_URL.id(), 30L);
    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.reasons().get(0).message().toString()).contains("URLs");
    assertThat(review.findings()).isEmpty();
  }

  @Test
  void callsWithoutTimesDoNotStretchTheSeriesTo1970() {
    CallLog log = new CallLog().clean(0, 20);
    log.add(untimed(1, "GET", CallLog.envelope(7)));
    GoLiveReport review =
        log.calls().stream()
            .collect(
                GoLiveCheck.withDefaults()
                    .withSettings(ReviewSettings.DEFAULT)
                    .withSeries()
                    .collector());
    ReportSeries series = java.util.Objects.requireNonNull(review.series());

    assertThat(series.lanes())
        .flatExtracting(ReportSeries.Lane::buckets)
        .allMatch(bucket -> bucket.start().isAfter(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(series.rates())
        .flatExtracting(ReportSeries.Rate::points)
        .allMatch(point -> point.start().isAfter(Instant.parse("2026-01-01T00:00:00Z")));
  }
}

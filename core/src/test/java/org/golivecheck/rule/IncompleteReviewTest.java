package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import java.time.Instant;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Identity;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.review.Coverage;
import org.golivecheck.rule.review.Reviewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A review of logs of which something could not be read. */
class IncompleteReviewTest {
  private static final String MISSING = "missing.zip: does not exist; check the name";

  private static GoLiveReport review(List<ApiCall> calls, Profile profile, String... unread) {
    Reviewer reviewer =
        new Reviewer(ReviewSettings.of(profile), Long.MAX_VALUE, new Redactor(), false);
    Coverage coverage = new Coverage(List.of(unread), Coverage.FULL.fields());
    return reviewer.review(calls.stream().collect(reviewer.collector()), coverage);
  }

  private static List<String> rules(GoLiveReport review) {
    return review.reasons().stream().map(GoLiveReport.Reason::rule).toList();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void neverPassesAndSaysWhatWasNotReadAndWhatToDo(Profile profile) {
    List<ApiCall> clean = new CallLog().clean(0, 20).calls();

    assertThat(review(clean, profile).verdict()).isEqualTo(Verdict.PASS);
    GoLiveReport review = review(clean, profile, MISSING);
    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.reasons())
        .containsExactly(
            CallLog.reason(
                "GL-000",
                "Not everything could be read, so calls may be missing. missing.zip: does not"
                    + " exist; check the name."));
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void hasNoVerdictWhereOnlyCallsAreMissing(Profile profile) {
    GoLiveReport review = review(new CallLog().clean(0, 2).calls(), profile, MISSING);

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(rules(review)).containsExactly("GL-000");
    assertThat(review.findings()).extracting(Finding::rule).doesNotContain("GL-001");
  }

  @ParameterizedTest
  @EnumSource(
      value = Profile.class,
      names = {"CLASSIC", "STRICT"})
  void staysFailByAnErrorAndNamesWhatWasNotReadLast(Profile profile) {
    List<ApiCall> calls = new CallLog().clean(0, 2).call(3, "POST", "/envelopes", 400).calls();

    GoLiveReport review = review(calls, profile, MISSING);
    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(rules(review)).containsExactly("GL-002", "GL-000");
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void staysFailByABreach(Profile profile) {
    List<ApiCall> calls =
        new CallLog()
            .clean(0, 20)
            .call(30, "GET", envelope(1))
            .call(31, "GET", envelope(1))
            .calls();

    GoLiveReport review = review(calls, profile, MISSING);
    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(rules(review)).containsExactly("PL-001", "GL-000");
  }

  @Test
  void saysFirstWhatWasNotReadWhereThereIsNoCall() {
    GoLiveReport review = review(List.of(), Profile.CLASSIC, MISSING);

    assertThat(review.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(review.reasons().get(0).message().toString())
        .contains("missing.zip: does not exist");
  }

  @Test
  void namesThreeInputsAndCountsTheOthers() {
    GoLiveReport review =
        review(
            List.of(), Profile.CLASSIC, "a: is cut.", "b: is cut.", "c: is cut.", "d: x", "e: x");

    assertThat(review.reasons().get(0).message().toString())
        .endsWith("a: is cut. b: is cut. c: is cut. And 2 more.");
  }

  @Test
  void countsNoOthersWhereThreeInputsAreAll() {
    GoLiveReport review = review(List.of(), Profile.CLASSIC, "a: is cut", "b: is cut", "c: is cut");

    assertThat(review.reasons().get(0).message().toString())
        .isEqualTo("a: is cut. b: is cut. c: is cut.");
  }

  @Test
  void judgesEachKeyAsIncompleteAndKeepsTheOneThatFails() {
    CallLog log = new CallLog();
    // Key a lacks calls, which ranks before the one failed call of key b.
    add(log, 'a', 0, 2, 201);
    add(log, 'b', 100, 19, 201);
    add(log, 'b', 99, 1, 400);
    add(log, 'c', 200, 20, 201);

    GoLiveReport review = review(log.calls(), Profile.CLASSIC, MISSING);
    assertThat(review.keys())
        .extracting(GoLiveReport.KeyVerdict::verdict)
        .containsExactly(Verdict.NO_VERDICT, Verdict.FAIL, Verdict.NO_VERDICT);
    assertThat(review.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(rules(review)).containsExactly("GL-002", "GL-000");
    assertThat(review.findings()).extracting(Finding::rule).doesNotContain("GL-001");
  }

  private static void add(CallLog log, char key, int minute, int count, int status) {
    String guid = key + "0000000-0000-4000-8000-000000000000";
    for (int i = 0; i < count; i++) {
      Instant time = Instant.parse("2026-11-23T12:00:00Z").plusSeconds(60L * (minute + i));
      log.add(
          ApiCall.builder(time, "POST", CallLog.ACCOUNT + "/envelopes", status)
              .traceToken(key + "-" + (minute + i))
              .source("log.zip!" + key + (minute + i))
              .identity(new Identity(guid, null, null))
              .build());
    }
  }
}

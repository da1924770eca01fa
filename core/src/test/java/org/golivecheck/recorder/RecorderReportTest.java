package org.golivecheck.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;

/** What a report says of recorded calls. */
class RecorderReportTest {
  private static final String ACCOUNT =
      "https://demo.docusign.net/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-02T09:30:00Z"));

  private final CallRecorder recorder = new CallRecorder("OrderIT", 30, CLOCK);

  @Test
  void twentyCleanCallsPass() {
    create(20);

    GoLiveReport report = check(Profile.CLASSIC);

    assertThat(report.passes()).isTrue();
    assertThat(report.inputs())
        .singleElement()
        .hasToString("Input[name=OrderIT, format=recorder, entries=20, calls=20, skipped=0]");
    assertThat(report.window().calls().get(0).source().toString()).isEqualTo("OrderIT:1");
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void anOAuthCallDoesNotCountAndAnErrorFails() {
    recorder.request("POST", "https://account-d.docusign.com/oauth/token").status(200).end();
    create(19);
    CallRecording call = recorder.request("POST", ACCOUNT + "/envelopes").status(403);
    byte[] body = "{\"errorCode\":\"USER_LACKS_PERMISSIONS\",\"message\":\"no\"}".getBytes(UTF_8);
    call.responseBody(body, 0, body.length).end();

    GoLiveReport report = check(Profile.CLASSIC);

    assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(report.calls().excluded()).containsEntry("oauth", 1L);
    assertThat(report.findings()).extracting(Finding::rule).contains("ER-user-permission");
  }

  @Test
  void aFullRecorderIsSaidAndStillJudgesTheNewestCalls() {
    create(32);

    GoLiveReport report = check(Profile.CLASSIC);

    assertThat(report.passes()).isTrue();
    assertThat(report.notes().get(0))
        .isEqualTo(
            "The recorder was full: the oldest 2 calls are missing. The review examines the"
                + " newest.");
  }

  @Test
  void aFullRecorderIsTooLittleForTheStrictProfile() {
    create(31);

    GoLiveReport report = check(Profile.STRICT);

    assertThat(report.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("LIMIT_REACHED");
              assertThat(problem.message().toString())
                  .isEqualTo(
                      "The recorder was full: the oldest call is missing. The strict profile needs"
                          + " them all: make it larger.");
            });
  }

  @Test
  void requestsWithoutAnswerAndFailuresAreSaid() {
    create(20);
    recorder.request("GET", ACCOUNT).end();
    recorder.noteFailure();

    GoLiveReport report = check(Profile.CLASSIC);

    assertThat(report.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(report.reasons().get(0).message().toString()).contains("a call may be missing");
    assertThat(report.calls().unanswered()).isEqualTo(1);
    assertThat(report.findings()).extracting(Finding::rule).contains("NR-001");
    assertThat(report.problems())
        .singleElement()
        .extracting(GoLiveReport.Problem::code)
        .isEqualTo("BAD_RECORD");
  }

  private void create(int calls) {
    for (int i = 0; i < calls; i++) {
      recorder.request("POST", ACCOUNT + "/envelopes").status(201).end();
    }
  }

  private GoLiveReport check(Profile profile) {
    return GoLiveCheck.withDefaults().withProfile(profile).check(recorder);
  }
}

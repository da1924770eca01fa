package org.golivecheck.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.golivecheck.junit.GoLiveAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.gate.GatePolicy;
import org.golivecheck.gate.Suppression;
import org.golivecheck.gate.Suppression.Target;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.CallRecording;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoLiveReportAssertTest {
  private static final String ACCOUNT =
      "https://demo.docusign.net/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001";
  private static final String ENVELOPE =
      ACCOUNT + "/envelopes/896db51f-0000-4000-8000-000000000002";

  private Instant now = Instant.parse("2026-11-02T09:30:00Z");
  private final CallRecorder recorder = new CallRecorder("OrderIT", 1_000, () -> now);

  @Test
  void aPassingReportPassesEveryAssertion() {
    create(20);

    assertThat(report())
        .passesGoLive()
        .hasVerdict(Verdict.PASS)
        .hasNoPolling()
        .hasNoErrors()
        .hasNoErrors("rate-limit", "USER_LACKS_PERMISSIONS", "ER-validation")
        .hasNoFinding("PL-001", "gl-001");
  }

  @Test
  void aFailureSaysWhyAndWhatToDo() {
    create(17);
    poll(3);

    assertThatThrownBy(() -> assertThat(report()).as("orders").passesGoLive())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            [orders] Expected calls that pass the Go-Live review, but:

            FAIL  classic profile: these calls would likely fail the review of the newest 20 calls.
            FAIL by the rules since October 2025, which count no calls (current profile).

            Why
              PL-001  2 GETs of envelope resources came less than 15 minutes after the previous one among the
                      calls of the review.

            Findings: 1 error

            For the integration's developer
              ERROR  PL-001 Envelope resource polled (2 calls)
                Envelopes:get  GET /restapi/v2.1/accounts/5f2c9b1e/envelopes/896db51f
                GET /restapi/v2.1/accounts/5f2c9b1e/envelopes/896db51f was called 3 times, 2 times less than 15
                minutes after the call before (median gap 1 min).
                To do:  Let DocuSign notify you of changes: a Connect webhook for the account, or
                        eventNotification in the envelope. If you have to ask, make one list call with a time
                        span every 20 minutes for all envelopes, and serve repeated requests from your own copy
                        for 15 minutes.
                How:  golive-check explain polling-to-webhooks
                2026-11-02 09:33:17Z  200  OrderIT:20
                ... and 1 more

            Next
              1. The integration's developer: Let DocuSign notify you of changes: a Connect webhook for the
              account, or eventNotification in the envelope.
              2. The integration's developer: Once this is mended, make 19 more clean calls, and check again. A
              clean call succeeds, counts for the review and polls nothing.
            """);
  }

  @Test
  void pollingIsFoundEvenWhereTheReviewPasses() {
    poll(2);
    create(20);

    assertThat(report()).passesGoLive();
    assertThatThrownBy(() -> assertThat(report()).hasNoPolling())
        .hasMessageStartingWith("Expected no polling, but:\n\nPASS  classic profile")
        .hasMessageContaining("PL-001 Envelope resource polled (1 call)");
  }

  @Test
  void aFailedCallIsFoundByCodeCategoryRuleOrWithoutAny() {
    create(20);
    fail(403, "USER_LACKS_PERMISSIONS");

    for (String kind : List.of("user_lacks_permissions", "User-Permission", "ER-user-permission")) {
      assertThatThrownBy(() -> assertThat(report()).hasNoErrors("rate-limit", kind))
          .hasMessageStartingWith("Expected no failed call of kind rate-limit, " + kind + ", but:")
          .hasMessageContaining("To do:");
    }
    assertThatThrownBy(() -> assertThat(report()).hasNoErrors())
        .hasMessageStartingWith("Expected no failed call, but:")
        .hasMessageContaining("USER_LACKS_PERMISSIONS");
    assertThat(report()).hasNoErrors("rate-limit", "INVALID_REQUEST_BODY").hasNoPolling();
  }

  @Test
  void anErrorInsideASuccessIsAnError() {
    create(20);
    CallRecording call = recorder.request("PUT", ENVELOPE + "/recipients").status(200);
    body(
        call, "{\"signers\":[{\"errorDetails\":{\"errorCode\":\"INVALID_X\",\"message\":\"m\"}}]}");

    assertThat(report()).passesGoLive();
    assertThatThrownBy(() -> assertThat(report()).hasNoErrors()).hasMessageContaining("GL-006");
  }

  @Test
  void aFindingIsFoundByItsRule() {
    create(3);

    assertThat(report()).hasFinding("gl-001").hasVerdict(Verdict.FAIL);
    assertThatThrownBy(() -> assertThat(report()).hasFinding("PL-001"))
        .hasMessageStartingWith("Expected a finding PL-001, but there is none among: GL-001");
    assertThatThrownBy(() -> assertThat(report()).hasNoFinding("PL-001", "GL-001"))
        .hasMessageStartingWith("Expected no finding PL-001 or GL-001, but:")
        .hasMessageContaining("Make 17 more clean calls");
    assertThatThrownBy(() -> assertThat(report()).hasVerdict(Verdict.PASS))
        .hasMessageStartingWith("Expected the verdict PASS, but:\n\nFAIL");
  }

  @Test
  void aReportOfNothingSaysSo() {
    assertThatThrownBy(() -> assertThat(report()).passesGoLive())
        .hasMessageContaining("NO_VERDICT  classic profile: the log allows no prediction.")
        .hasMessageContaining(
            "Next\n  The integration's developer: Give a log that contains API calls");
  }

  @Test
  void aMissingInputFailsEvenIfTheOthersPass() {
    create(20);
    Path log = Path.of("no-such-log.zip");
    GoLiveReport missing = GoLiveCheck.withDefaults().check(log);
    GoLiveReport passing = report();
    GoLiveReport both = passing.toBuilder().problems(missing.problems()).series(null).build();

    assertThatThrownBy(() -> assertThat(both).passesGoLive())
        .hasMessageContaining("UNREADABLE_INPUT")
        .hasMessageContaining("no-such-log.zip");
  }

  @Test
  void whatIsExcusedIsNoReasonToFail() {
    create(20);
    fail(403, "USER_LACKS_PERMISSIONS");
    GoLiveReport failing = report();
    assertThatThrownBy(() -> assertThat(failing).passesGoLive()).isInstanceOf(AssertionError.class);

    GoLiveReport excused =
        GatePolicy.failingOn(FailOn.ERROR, LocalDate.of(2026, 11, 2))
            .withSuppressions(List.of(suppression("USER_LACKS_PERMISSIONS")))
            .apply(failing, new Redactor());

    assertThat(excused).passesGoLive().hasNoErrors().hasFinding("ER-user-permission");
  }

  @Test
  void softAssertionsCollectFailures() {
    create(3);
    poll(2);
    GoLiveReport report = report();

    assertThatThrownBy(
            () ->
                GoLiveSoftAssertions.assertSoftly(
                    softly -> {
                      softly.assertThat(report).passesGoLive().hasNoPolling().hasNoErrors();
                      softly.assertThat(report).hasFinding("RL-001");
                      softly.assertThat(1).isEqualTo(2);
                    }))
        .hasMessageContaining("Multiple Failures (4 failures)")
        .hasMessageContaining("Expected calls that pass the Go-Live review")
        .hasMessageContaining("Expected no polling")
        .hasMessageContaining("Expected a finding RL-001");
  }

  @Test
  void softAssertionsOfOnesOwnCanTakeThem() {
    assertThatThrownBy(
            () ->
                SoftAssertionsProvider.assertSoftly(
                    Own.class, softly -> softly.assertThat(report()).passesGoLive()))
        .hasMessageContaining("Expected calls that pass");
  }

  /** As an integration may have. */
  public static class Own extends SoftAssertions implements GoLiveSoftAssertionsProvider {}

  @Test
  void aMissingReportFails() {
    assertThatThrownBy(() -> assertThat(null).passesGoLive())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not to be null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate-limits", "ratelimit", "PL-001", " ", "ER-nonsense", "permission"})
  void aKindOfErrorThatThereIsNotIsNoSilentSuccess(String kind) {
    create(20);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(report()).hasNoErrors(kind))
        .withMessageContaining("rate-limit, ");
  }

  @Test
  void theNearestCategoryIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(report()).hasNoErrors("ratelimit"))
        .withMessageContaining("Did you mean rate-limit?");
    assertThat(report()).hasNoErrors("NEW_CODE_OF_NEXT_YEAR", "invalid_grant");
  }

  @Test
  void aRuleThatThereIsNotIsNoSilentSuccess() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(report()).hasFinding("PL-01"))
        .withMessage("there is no rule 'PL-01'; golive-check explain lists all");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(report()).hasNoFinding("PL-1"));
    assertThatIllegalArgumentException().isThrownBy(() -> assertThat(report()).hasNoFinding());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(report()).hasNoErrors(new String[0]));
  }

  @Test
  void aCallOfAnyProfileCanBeJudged() {
    fail(403, "USER_LACKS_PERMISSIONS");
    create(20);

    assertThat(report()).passesGoLive();
    assertThatCode(
            () ->
                assertThat(GoLiveCheck.withDefaults().withProfile(Profile.STRICT).check(recorder))
                    .passesGoLive())
        .hasMessageContaining("strict profile");
  }

  private static Suppression suppression(String code) {
    return new Suppression(Target.ofErrorCode(code), "known", null);
  }

  private GoLiveReport report() {
    return GoLiveCheck.withDefaults().check(recorder);
  }

  private void create(int calls) {
    for (int i = 0; i < calls; i++) {
      now = now.plusSeconds(1);
      recorder.request("POST", ACCOUNT + "/envelopes").status(201).end();
    }
  }

  private void poll(int calls) {
    for (int i = 0; i < calls; i++) {
      now = now.plus(Duration.ofMinutes(1));
      recorder.request("GET", ENVELOPE).status(200).end();
    }
  }

  private void fail(int status, String code) {
    CallRecording call = recorder.request("POST", ACCOUNT + "/envelopes").status(status);
    body(call, "{\"errorCode\":\"" + code + "\",\"message\":\"no\"}");
  }

  private static void body(CallRecording call, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    call.responseBody(bytes, 0, bytes.length).end();
  }
}

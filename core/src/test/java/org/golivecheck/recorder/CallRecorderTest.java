package org.golivecheck.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ItemError;
import org.junit.jupiter.api.Test;

class CallRecorderTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.1234567Z");
  private static final String ACCOUNT =
      "https://demo.docusign.net/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001";
  private static final String ENVELOPE =
      ACCOUNT + "/envelopes/896db51f-0000-4000-8000-000000000002";
  private static final String KEY = "230546a7-9c55-40ad-8fbf-af205d5494ad";

  private final CallRecorder recorder = new CallRecorder("test", 1_000, InstantSource.fixed(NOW));

  @Test
  void whatAClientSeesBecomesACall() {
    CallRecording recording = recorder.request("get", ENVELOPE);
    recording.requestHeader("User-Agent", "acme/1.0").requestBytes(12);
    recording.status(404).responseHeader("X-DocuSign-TraceToken", "a1");
    body(recording, "{\"errorCode\":\"ENVELOPE_DOES_NOT_EXIST\",\"message\":\"none\"}");
    recording.end();

    ApiCall call = only();
    assertThat(call.timestamp()).isEqualTo(NOW);
    assertThat(call.method()).isEqualTo("GET");
    assertThat(call.url().toString()).isEqualTo(ENVELOPE);
    assertThat(call.status()).isEqualTo(404);
    assertThat(call.traceToken()).isEqualTo("a1");
    assertThat(call.client().userAgent()).isEqualTo("acme/1.0");
    assertThat(call.requestBytes()).isEqualTo(12);
    assertThat(call.error().code()).isEqualTo("ENVELOPE_DOES_NOT_EXIST");
    assertThat(call.source()).isEqualTo("test:1");
    assertThat(call.vantage()).isEqualTo(ApiCall.Vantage.CLIENT);
    assertThat(call.duration()).isBetween(Duration.ZERO, Duration.ofMinutes(5));
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void errorsInsideASuccessfulAnswerAreFoundAcrossItsParts() {
    CallRecording recording = recorder.request("POST", ACCOUNT + "/envelopes").status(201);
    body(recording, "{\"recipients\":[{\"errorDetails\":{\"error");
    body(recording, "Code\":\"UNKNOWN_ENVELOPE_RECIPIENT\"}}]}");
    recording.end();

    assertThat(only().itemErrors())
        .extracting(ItemError::code)
        .containsExactly("UNKNOWN_ENVELOPE_RECIPIENT");
  }

  @Test
  void aCallCountsAsSoonAsItIsAnswered() {
    CallRecording recording = recorder.request("POST", ACCOUNT + "/envelopes");

    assertThat(recorder.calls()).isEmpty();
    assertThat(recorder.unanswered()).isEqualTo(1);

    recording.status(200);
    assertThat(only().status()).isEqualTo(200);
    body(recording, "{\"errorDetails\":{\"errorCode\":\"FIRST\"},");
    assertThat(only().itemErrors()).isEmpty();
    body(recording, "\"errorDetails\":{\"errorCode\":\"SECOND\"}}");
    recording.end();

    assertThat(only().itemErrors()).extracting(ItemError::code).containsExactly("FIRST", "SECOND");
    assertThat(recorder.unanswered()).isZero();
  }

  @Test
  void anErrorIsKnownAsFarAsItsBodyWasRead() {
    CallRecording recording = recorder.request("GET", ENVELOPE).status(400);
    body(recording, "{\"errorCode\":\"INVALID_REQUEST_PARAMETER\",\"message\":\"x\"}");

    assertThat(only().error().code()).isEqualTo("INVALID_REQUEST_PARAMETER");
  }

  @Test
  void aConnectionThatFailsIsNoCall() {
    recorder.request("GET", ENVELOPE).end();

    assertThat(recorder.calls()).isEmpty();
    assertThat(recorder.recorded()).isZero();
    assertThat(recorder.unanswered()).isEqualTo(1);
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void whatComesAfterTheEndIsNotHeard() {
    CallRecording recording = recorder.request("GET", ENVELOPE).status(200);
    recording.end();
    recording.status(500).responseHeader("X-DocuSign-TraceToken", "late").requestBytes(5);
    body(recording, "late");
    recording.end();

    assertThat(only().status()).isEqualTo(200);
    assertThat(only().traceToken()).isNull();
  }

  @Test
  void theOldestCallsGoAndAreCounted() {
    CallRecorder small = new CallRecorder("small", 3, InstantSource.fixed(NOW));
    for (int i = 0; i < 5; i++) {
      small.request("GET", ACCOUNT + "/users/" + i).status(200).end();
    }

    assertThat(small.calls())
        .extracting(ApiCall::source)
        .containsExactly("small:3", "small:4", "small:5");
    assertThat(small.recorded()).isEqualTo(5);
    assertThat(small.dropped()).isEqualTo(2);
  }

  @Test
  void answersThatNobodyReadsDoNotFillTheMemory() {
    List<CallRecording> unread = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      unread.add(recorder.request("GET", ENVELOPE).status(400));
    }
    // The first was given up: what its body says comes too late. The last is still heard.
    body(unread.get(0), "{\"errorCode\":\"LATE\"}");
    body(unread.get(299), "{\"errorCode\":\"HEARD\"}");

    assertThat(unread.get(0).call().error().code()).isNull();
    assertThat(unread.get(299).call().error().code()).isEqualTo("HEARD");
  }

  @Test
  void nothingThatGoesWrongReachesTheClient() {
    CallRecording recording = recorder.request("GET", ENVELOPE);
    recording.requestHeader(null, null).requestBody(null, 0, 1).requestBody(new byte[2], -3, 9);
    recording.status(-1).status(1_000_000).status(200).responseHeader("X", null);
    recording.responseBody(new byte[3], 2, 50);
    recording.end();
    recorder.request(null, null).requestHeader("a", "b").status(200).end();

    assertThat(only().status()).isEqualTo(200);
    assertThat(recorder.failures()).isEqualTo(6);
  }

  @Test
  void anApiCallHasTheIntegrationKeyThatItsTokenWasGivenTo() {
    CallRecording login = recorder.request("POST", "https://account-d.docusign.com/oauth/token");
    byte[] form = ("grant_type=authorization_code&client_id=" + KEY).getBytes(UTF_8);
    login.requestBody(form, 0, form.length).status(200);
    body(login, "{\"access_token\":\"eyJ0eXAiOiJNVCIsImFsZyI6.token.one\",\"expires_in\":28800}");
    login.end();
    recorder
        .request("GET", ENVELOPE)
        .requestHeader("Authorization", "Bearer eyJ0eXAiOiJNVCIsImFsZyI6.token.one")
        .status(200)
        .end();

    assertThat(recorder.calls())
        .extracting(call -> call.identity().integrationKey())
        .containsExactly(KEY, KEY);
    assertThat(recorder.calls().toList().toString()).doesNotContain("eyJ0");
  }

  @Test
  void manyThreadsRecordAtATime() throws Exception {
    int threads = 8;
    int each = 500;
    CallRecorder shared = new CallRecorder("shared", threads * each, InstantSource.system());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> work = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int thread = t;
      work.add(
          pool.submit(
              () -> {
                start.await();
                for (int i = 0; i < each; i++) {
                  CallRecording call =
                      shared.request("GET", ACCOUNT + "/users/" + thread).status(400);
                  body(call, "{\"errorCode\":\"E" + thread + "\"}");
                  call.end();
                  if (i % 100 == 0) {
                    assertThat(shared.calls()).isNotEmpty();
                  }
                }
                return null;
              }));
    }
    start.countDown();
    for (Future<?> one : work) {
      one.get();
    }
    pool.shutdown();

    List<ApiCall> calls = shared.calls().toList();
    assertThat(calls).hasSize(threads * each);
    assertThat(calls)
        .allMatch(
            call ->
                call.error()
                    .code()
                    .equals("E" + call.url().path().charAt(call.url().path().length() - 1)));
    assertThat(calls.stream().map(ApiCall::source).distinct()).hasSize(threads * each);
    assertThat(shared.failures()).isZero();
  }

  @Test
  void aClearedRecorderStartsAgain() {
    recorder.request("GET", ENVELOPE).status(200).end();
    recorder.clear();

    assertThat(recorder.calls()).isEmpty();
    assertThat(recorder.recorded()).isZero();
    assertThat(recorder.unanswered()).isZero();
  }

  @Test
  void aCapacityOfNothingIsRefused() {
    assertThatThrownBy(() -> new CallRecorder("x", 0, InstantSource.system()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("capacity is at least 1, not 0");
  }

  private ApiCall only() {
    List<ApiCall> calls = recorder.calls().toList();
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  private static void body(CallRecording recording, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    recording.responseBody(bytes, 0, bytes.length);
  }
}

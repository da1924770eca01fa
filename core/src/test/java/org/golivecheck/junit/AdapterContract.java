package org.golivecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ItemError;
import org.golivecheck.recorder.CallRecorder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every adapter of an HTTP client keeps. */
abstract class AdapterContract {
  private static final byte[] NEW_ENVELOPE =
      "{\"emailSubject\":\"Please sign\"}".getBytes(StandardCharsets.UTF_8);

  private final CallRecorder recorder = new CallRecorder();
  private StubServer server;

  /** What a client got. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  record Answered(int status, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** A client of a kind. */
  interface Client {
    /** Makes a call and reads its answer to the end. */
    Answered call(String method, String url, Map<String, String> headers, byte @Nullable [] body)
        throws Exception;
  }

  /** Returns a client whose calls are recorded. */
  abstract Client recorded(CallRecorder recorder);

  /** Returns a client of the same kind that is left alone. */
  abstract Client plain();

  @BeforeEach
  void startServer() throws IOException {
    server = new StubServer();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void recordsWhatACallShows() throws Exception {
    Map<String, String> headers = Map.of("X-Test", "kept", "X-DocuSign-SDK", "Java");
    String url = server.url("/envelopes?cdse_mode=true");

    Answered answer = recorded(recorder).call("POST", url, headers, NEW_ENVELOPE);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text()).isEqualTo("{\"status\":\"sent\"}");
    assertThat(server.headers()).containsExactly("kept");
    assertThat(server.bodies()).containsExactly("{\"emailSubject\":\"Please sign\"}");
    ApiCall call = onlyCall();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.url().path()).isEqualTo(StubServer.ACCOUNT + "/envelopes");
    assertThat(call.url().query()).isEqualTo("cdse_mode=true");
    assertThat(call.status()).isEqualTo(201);
    assertThat(call.traceToken()).isEqualTo(StubServer.TOKEN);
    assertThat(call.client().sdk()).isEqualTo("Java");
    assertThat(call.requestBytes()).isEqualTo(NEW_ENVELOPE.length);
    assertThat(call.limits().hourlyRemaining()).isEqualTo(2987);
    assertThat(call.error()).isNull();
    assertThat(recorder.failures()).isZero();
    assertThat(recorder.unanswered()).isZero();
  }

  @Test
  void recordsErrorsAndLeavesTheirBodiesToTheClient() throws Exception {
    Answered answer = recorded(recorder).call("GET", server.url("/denied"), Map.of(), null);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).isEqualTo(StubServer.ERROR);
    assertThat(onlyCall().error().code()).isEqualTo("USER_LACKS_PERMISSIONS");
  }

  @Test
  void recordsErrorsOfItems() throws Exception {
    recorded(recorder).call("PUT", server.url("/items"), Map.of(), NEW_ENVELOPE);

    assertThat(onlyCall().itemErrors()).extracting(ItemError::code).containsExactly("X_Y");
  }

  @Test
  void readsCompressedErrorsAndLeavesThemCompressedIfTheyWere() throws Exception {
    String url = server.url("/zipped");
    Answered plain = plain().call("GET", url, Map.of(), null);

    Answered answer = recorded(recorder).call("GET", url, Map.of(), null);

    assertThat(answer.body()).isEqualTo(plain.body());
    assertThat(onlyCall().error().code()).isEqualTo("USER_LACKS_PERMISSIONS");
  }

  @Test
  void recordsAnswersWithoutBody() throws Exception {
    Answered answer = recorded(recorder).call("DELETE", server.url("/void"), Map.of(), null);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(onlyCall().status()).isEqualTo(204);
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void handsOnEveryByteOfADocument() throws Exception {
    Answered answer = recorded(recorder).call("GET", server.url("/document"), Map.of(), null);

    assertThat(answer.body()).isEqualTo(StubServer.DOCUMENT);
    assertThat(onlyCall().status()).isEqualTo(200);
  }

  @Test
  void failsAsTheClientDoesWhereNobodyAnswers() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String url = "http://localhost:" + port + StubServer.ACCOUNT;
    Throwable expected = catchThrowable(() -> plain().call("GET", url, Map.of(), null));

    Throwable thrown = catchThrowable(() -> recorded(recorder).call("GET", url, Map.of(), null));

    assertThat(thrown).hasSameClassAs(expected).hasMessage(expected.getMessage());
    assertThat(recorder.calls()).isEmpty();
    assertThat(recorder.unanswered()).isEqualTo(1);
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void doesAsTheClientDoesWhereABodyEndsTooSoon() throws Exception {
    String url = server.url("/broken");
    Throwable expected = catchThrowable(() -> plain().call("GET", url, Map.of(), null));

    Throwable thrown = catchThrowable(() -> recorded(recorder).call("GET", url, Map.of(), null));

    assertThat(thrown == null ? null : thrown.getClass())
        .isEqualTo(expected == null ? null : expected.getClass());
    assertThat(onlyCall().status()).isEqualTo(400);
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void aBrokenRecorderDoesNoHarm() throws Exception {
    InstantSource broken =
        () -> {
          throw new IllegalStateException("no time");
        };
    CallRecorder brokenRecorder = new CallRecorder("broken", 10, broken);

    Answered answer =
        recorded(brokenRecorder).call("POST", server.url("/envelopes"), Map.of(), NEW_ENVELOPE);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text()).isEqualTo("{\"status\":\"sent\"}");
    assertThat(server.bodies()).containsExactly("{\"emailSubject\":\"Please sign\"}");
    assertThat(brokenRecorder.failures()).isPositive();
    assertThat(brokenRecorder.calls()).isEmpty();
  }

  @Test
  void recordsCallsOfManyThreads() throws Exception {
    Client client = recorded(recorder);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Answered>> answers =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              client.call(
                                  "GET",
                                  server.url(i % 2 == 0 ? "/denied" : "/items"),
                                  Map.of(),
                                  null)))
              .toList();
      for (Future<Answered> answer : answers) {
        answer.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(recorder.calls()).hasSize(40);
    assertThat(recorder.calls())
        .filteredOn(call -> call.status() == 403)
        .hasSize(20)
        .allMatch(call -> "USER_LACKS_PERMISSIONS".equals(call.error().code()));
    assertThat(recorder.calls()).filteredOn(call -> !call.itemErrors().isEmpty()).hasSize(20);
  }

  @Test
  void timesAreThoseOfTheClockOfTheRecorder() throws Exception {
    Instant now = Instant.parse("2026-11-02T09:30:00Z");
    CallRecorder fixed = new CallRecorder("fixed", 10, InstantSource.fixed(now));

    recorded(fixed).call("GET", server.url("/denied"), Map.of(), null);

    assertThat(fixed.calls()).singleElement().extracting(ApiCall::timestamp).isEqualTo(now);
  }

  final StubServer server() {
    return server;
  }

  final CallRecorder recorder() {
    return recorder;
  }

  final ApiCall onlyCall() {
    assertThat(recorder.calls()).hasSize(1);
    return recorder.calls().findFirst().orElseThrow();
  }
}

package org.golivecheck.samples.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.recorder.CallRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a recorder of an HTTP client has to keep; copy it with one. */
abstract class RecorderContract {
  private static final String ACCOUNT =
      "/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001";
  private static final String TOKEN = "e644289b-9af8-3cb4-8cab-c4a03be6b5b6";
  private static final byte[] ERROR =
      "{\"errorCode\":\"USER_LACKS_PERMISSIONS\",\"message\":\"No.\"}"
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] REQUEST = "{\"status\":\"sent\"}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] DOCUMENT = new byte[2_000_000];

  private final CallRecorder recorder = new CallRecorder();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer server;

  /** What a client got. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  record Answered(int status, byte[] body) {}

  /** A client of the kind. */
  interface Client {
    /** Makes a call with a JSON body and the header {@code X-DocuSign-SDK: Java}. */
    Answered post(String url, byte[] body) throws Exception;
  }

  /** Returns a client whose calls are recorded. */
  abstract Client recorded(CallRecorder calls);

  /** Returns a client that is left alone. */
  abstract Client plain();

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
              + exchange.getRequestHeaders().getFirst("X-DocuSign-SDK"));
      exchange.getResponseHeaders().set("X-DocuSign-TraceToken", TOKEN);
      String path = exchange.getRequestURI().getPath();
      switch (path.substring(path.lastIndexOf('/') + 1)) {
        case "denied" -> send(exchange, 403, ERROR);
        case "zipped" -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          send(exchange, 403, zip(ERROR));
        }
        case "document" -> send(exchange, 200, DOCUMENT);
        default -> exchange.sendResponseHeaders(204, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] zip(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return zipped.toByteArray();
  }

  @Test
  void recordsAnErrorAndLeavesItToTheClient() throws Exception {
    Answered answer = recorded(recorder).post(url("/denied"), REQUEST);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo(ERROR);
    assertThat(received).containsExactly("{\"status\":\"sent\"}Java");
    ApiCall call = onlyCall();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.url().path()).isEqualTo(ACCOUNT + "/denied");
    assertThat(call.status()).isEqualTo(403);
    assertThat(call.traceToken()).isEqualTo(TOKEN);
    assertThat(call.client().sdk()).isEqualTo("Java");
    assertThat(call.requestBytes()).isEqualTo(REQUEST.length);
    assertThat(call.error().code()).isEqualTo("USER_LACKS_PERMISSIONS");
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void readsACompressedErrorToo() throws Exception {
    Answered expected = plain().post(url("/zipped"), REQUEST);

    Answered answer = recorded(recorder).post(url("/zipped"), REQUEST);

    assertThat(answer.body()).isEqualTo(expected.body());
    assertThat(onlyCall().error().code()).isEqualTo("USER_LACKS_PERMISSIONS");
  }

  @Test
  void recordsAnAnswerWithoutBody() throws Exception {
    assertThat(recorded(recorder).post(url("/none"), REQUEST).status()).isEqualTo(204);

    assertThat(onlyCall().status()).isEqualTo(204);
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void handsOnEveryByteOfADocument() throws Exception {
    Answered answer = recorded(recorder).post(url("/document"), REQUEST);

    assertThat(answer.body()).isEqualTo(DOCUMENT);
    assertThat(onlyCall().status()).isEqualTo(200);
  }

  @Test
  void failsAsTheClientDoesWhereNobodyAnswers() {
    String url = url("/denied");
    server.stop(0);
    Throwable expected = catchThrowable(() -> plain().post(url, REQUEST));

    Throwable thrown = catchThrowable(() -> recorded(recorder).post(url, REQUEST));

    assertThat(thrown).isNotNull().hasSameClassAs(expected);
    assertThat(recorder.calls()).isEmpty();
    assertThat(recorder.unanswered()).isEqualTo(1);
  }

  @Test
  void aBrokenRecorderDoesNoHarm() throws Exception {
    InstantSource broken =
        () -> {
          throw new IllegalStateException("no time");
        };
    CallRecorder brokenRecorder = new CallRecorder("broken", 10, broken);

    Answered answer = recorded(brokenRecorder).post(url("/denied"), REQUEST);

    assertThat(answer.body()).isEqualTo(ERROR);
    assertThat(brokenRecorder.failures()).isPositive();
  }

  private String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + ACCOUNT + path;
  }

  private ApiCall onlyCall() {
    assertThat(recorder.calls()).hasSize(1);
    return recorder.calls().findFirst().orElseThrow();
  }
}

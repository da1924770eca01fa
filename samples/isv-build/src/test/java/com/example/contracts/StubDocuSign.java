package com.example.contracts;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers as the eSignature REST API does, on this machine, so that the tests need neither an
 * account nor a network. With your own sandbox it is not needed.
 */
final class StubDocuSign implements AutoCloseable {
  static final String ACCOUNT = "5f2c9b1e-3d4a-4b6c-8e7f-9a0b1c2d3e4f";
  static final String TOKEN = "eyJ0eXAiOiJNVCIsImFsZyI6IlJTMjU2In0.stub-access-token.signature";

  /** The token of a user whose permission profile does not allow to send. */
  static final String VIEWER_TOKEN = "eyJ0eXAiOiJNVCIsImFsZyI6IlJTMjU2In0.stub-viewer.signature";

  private static final int HOURLY_LIMIT = 3000;

  private final HttpServer server;
  private final AtomicInteger calls = new AtomicInteger();

  private StubDocuSign(HttpServer server) {
    this.server = server;
  }

  static StubDocuSign start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      StubDocuSign stub = new StubDocuSign(server);
      server.createContext("/restapi/v2.1/accounts/" + ACCOUNT, stub::answer);
      server.start();
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what a client takes for the base path of DocuSign. */
  String basePath() {
    return "http://localhost:" + server.getAddress().getPort() + "/restapi";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String user = exchange.getRequestHeaders().getFirst("Authorization");
      String call =
          exchange.getRequestMethod() + exchange.getRequestURI().getPath().split(ACCOUNT, 2)[1];
      if (user == null) {
        error(
            exchange,
            401,
            "PARTNER_AUTHENTICATION_FAILED",
            "The specified Integrator Key was not found or is disabled.");
      } else if (call.equals("POST/envelopes") && user.contains(VIEWER_TOKEN)) {
        error(
            exchange,
            401,
            "USER_LACKS_PERMISSIONS",
            "This user lacks sufficient permissions. User does not have the permission to send"
                + " envelopes.");
      } else if (call.equals("POST/envelopes")) {
        String id = UUID.randomUUID().toString();
        send(
            exchange,
            201,
            """
            {"envelopeId":"%s","uri":"/envelopes/%s","statusDateTime":"2026-11-02T09:30:00.0000000Z","status":"sent"}\
            """
                .formatted(id, id));
      } else if (call.matches("POST/envelopes/[^/]+/views/recipient")) {
        send(exchange, 201, "{\"url\":\"https://demo.docusign.net/Signing/MTRedeem/v1/stub\"}");
      } else if (call.matches("GET/envelopes/[^/]+")) {
        String id = call.substring(call.lastIndexOf('/') + 1);
        send(exchange, 200, "{\"status\":\"sent\",\"envelopeId\":\"%s\"}".formatted(id));
      } else {
        error(
            exchange,
            404,
            "RESOURCE_NOT_FOUND",
            "The URL provided does not resolve to a resource.");
      }
    }
  }

  private void error(HttpExchange exchange, int status, String code, String message)
      throws IOException {
    send(exchange, status, "{\"errorCode\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
  }

  private void send(HttpExchange exchange, int status, String json) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json; charset=utf-8");
    headers.set("X-DocuSign-TraceToken", UUID.randomUUID().toString());
    headers.set("X-RateLimit-Limit", String.valueOf(HOURLY_LIMIT));
    headers.set("X-RateLimit-Remaining", String.valueOf(HOURLY_LIMIT - calls.incrementAndGet()));
    headers.set("X-RateLimit-Reset", "1793610000");
    headers.set("X-BurstLimit-Limit", "500");
    headers.set("X-BurstLimit-Remaining", "499");
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

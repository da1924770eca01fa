package org.golivecheck.junit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** Answers on loopback as DocuSign does, in as much as adapters of HTTP clients differ. */
final class StubServer implements AutoCloseable {
  static final String ACCOUNT = "/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001";
  static final String TOKEN = "e644289b-9af8-3cb4-8cab-c4a03be6b5b6";
  static final String ERROR =
      "{\"errorCode\":\"USER_LACKS_PERMISSIONS\",\"message\":\"This user lacks permissions.\"}";
  static final byte[] DOCUMENT = document();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> headers = new CopyOnWriteArrayList<>();

  StubServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Returns the URL of a path below the account. */
  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + ACCOUNT + path;
  }

  String oauthUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/oauth/token";
  }

  /** Returns the bodies of all requests. */
  List<String> bodies() {
    return bodies;
  }

  /** Returns the values of {@code X-Test} of all requests. */
  List<String> headers() {
    return headers;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      headers.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Test")));
      exchange.getResponseHeaders().set("X-DocuSign-TraceToken", TOKEN);
      exchange.getResponseHeaders().set("X-RateLimit-Remaining", "2987");
      String path = exchange.getRequestURI().getPath();
      switch (path.substring(path.lastIndexOf('/') + 1)) {
        case "envelopes" -> answer(exchange, 201, "{\"status\":\"sent\"}");
        case "denied" -> answer(exchange, 403, ERROR);
        case "zipped" -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          send(exchange, 403, zip(ERROR.getBytes(StandardCharsets.UTF_8)));
        }
        case "items" ->
            answer(exchange, 200, "{\"signers\":[{\"errorDetails\":{\"errorCode\":\"X_Y\"}}]}");
        case "void" -> exchange.sendResponseHeaders(204, -1);
        case "document" -> send(exchange, 200, DOCUMENT);
        case "broken" -> {
          exchange.sendResponseHeaders(400, ERROR.length() + 100);
          exchange.getResponseBody().write(ERROR.getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
        }
        case "token" ->
            answer(
                exchange,
                200,
                "{\"access_token\":\"an-access-token-of-its-own\",\"expires_in\":28800}");
        default -> answer(exchange, 404, "{}");
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] zip(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return zipped.toByteArray();
  }

  private static byte[] document() {
    byte[] bytes = new byte[3_000_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ((i * 31) >> 3);
    }
    return bytes;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

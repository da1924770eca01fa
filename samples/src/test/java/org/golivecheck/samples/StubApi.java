package org.golivecheck.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A server on this machine that responds as DocuSign's API does to what recipes ask. */
final class StubApi implements AutoCloseable {
  static final String TOKEN = "token-of-the-stub";
  static final String BASE_URI = "https://demo.docusign.net";
  static final String LISTED = "11111111-2222-4333-8444-555555555555";

  /** A call as the stub saw it. */
  record Call(Instant time, String method, String url, int status, String body) {}

  private final ObjectMapper json = new ObjectMapper();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new ArrayList<>();
  private final Set<String> slow = new HashSet<>();
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();
  private final Map<String, String> transactions = new ConcurrentHashMap<>();
  private final Set<String> accounts = ConcurrentHashMap.newKeySet();
  private final PublicKey publicKey;
  private final HttpServer server;

  StubApi(PublicKey publicKey) throws IOException {
    this.publicKey = publicKey;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::respond);
    server.start();
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Returns the calls whose URL names an account, in order. */
  synchronized List<Call> callsOf(String account) {
    return calls.stream().filter(call -> call.url().contains("/" + account + "/")).toList();
  }

  /** Adds an account to those that userinfo returns. */
  void addAccount(String name) {
    accounts.add(name);
  }

  /** Lets the first POST of an account wait longer than its client does. */
  synchronized void beSlowFor(String account) {
    slow.add(account);
  }

  private void respond(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String method = exchange.getRequestMethod();
    String url = exchange.getRequestURI().toString();
    String path = exchange.getRequestURI().getPath();
    String account = path.replaceFirst("/restapi/v2.1/accounts/([^/]+).*", "$1");
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    int status = 200;
    String response = "{}";
    if (path.equals("/oauth/token")) {
      status = accepted(body) ? 200 : 400;
      response =
          status == 200
              ? "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
              : "{\"error\":\"invalid_grant\",\"error_description\":\"no_valid_keys_or_signatures\"}";
    } else if (path.equals("/oauth/userinfo")) {
      response =
          accounts.stream()
              .map(own -> ",{\"account_id\":\"%s\",\"base_uri\":\"%s\"}".formatted(own, BASE_URI))
              .collect(
                  Collectors.joining(
                      "",
                      "{\"accounts\":[{\"account_id\":\"other\",\"base_uri\":\"https://eu.docusign.net\"}",
                      "]}"));
    } else if (!path.equals("/oauth/auth") && !("Bearer " + TOKEN).equals(authorization)) {
      status = 401;
      response = "{\"errorCode\":\"AUTHORIZATION_INVALID_TOKEN\",\"message\":\"No token\"}";
    } else if (path.endsWith("/templates") && blocked.add(account)) {
      status = 429;
      exchange
          .getResponseHeaders()
          .set("X-RateLimit-Reset", "" + (Instant.now().getEpochSecond() + 1));
      response = "{\"errorCode\":\"HOURLY_APIINVOCATION_LIMIT_EXCEEDED\",\"message\":\"Too many\"}";
    } else if (method.equals("POST") && path.endsWith("/envelopes")) {
      status = 201;
      String id = UUID.randomUUID().toString();
      if (body.startsWith("{")) {
        JsonNode envelope = json.readTree(body);
        transactions.put(envelope.path("transactionId").asText(), id);
      }
      response = "{\"envelopeId\":\"" + id + "\",\"status\":\"created\"}";
    } else if (method.equals("GET") && path.endsWith("/envelopes")) {
      response = list(URLDecoder.decode(url, StandardCharsets.UTF_8));
    }
    synchronized (this) {
      calls.add(new Call(Instant.now(), method, url, status, body));
      if (method.equals("POST") && slow.remove(account)) {
        status = 0;
      }
    }
    byte[] bytes = response.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      if (status == 0) {
        Thread.sleep(5_000);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String list(String url) {
    String transaction = url.replaceFirst(".*transaction_ids=", "");
    if (!transaction.equals(url)) {
      String id = transactions.get(transaction);
      return id == null
          ? "{\"resultSetSize\":\"0\",\"totalSetSize\":\"0\"}"
          : "{\"envelopes\":[{\"envelopeId\":\"" + id + "\",\"status\":\"sent\"}]}";
    }
    boolean last = url.contains("start_position=2");
    return "{\"totalSetSize\":\"3\",\"startPosition\":\""
        + (last ? 2 : 0)
        + "\",\"endPosition\":\""
        + (last ? 2 : 1)
        + "\",\"envelopes\":[{\"envelopeId\":\""
        + (last ? LISTED : UUID.randomUUID())
        + "\",\"status\":\"completed\"}]}";
  }

  /** Returns whether a form is one that the OAuth server takes: a grant with a right signature. */
  private boolean accepted(String form) {
    String assertion = form.replaceFirst(".*assertion=([^&]*).*", "$1");
    if (!form.contains("jwt-bearer")) {
      return form.matches("grant_type=(authorization_code&code|refresh_token&refresh_token)=\\S+");
    }
    String[] parts = assertion.split("\\.", -1);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(publicKey);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          && claims.get("exp").asLong() - claims.get("iat").asLong() <= 3600
          && claims.get("aud").asText().equals(origin().replace("http://", ""))
          && claims.get("scope").asText().equals("signature impersonation");
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

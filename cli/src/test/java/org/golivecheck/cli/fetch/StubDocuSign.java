package org.golivecheck.cli.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.SSLContext;

/**
 * What DocuSign does of request logging, on this machine: it keeps up to 50 calls, hands them out
 * as a zip, and switches itself off when full. Answers can be scripted in place of what it would
 * say.
 */
public final class StubDocuSign implements AutoCloseable {
  /** A token that it takes. */
  public static final String TOKEN = "eyJ0eXAi.good-token";

  /** Where the switch is. */
  public static final String SETTINGS = "/restapi/v2.1/diagnostics/settings";

  /** Where the log is. */
  public static final String LOGS = "/restapi/v2.1/diagnostics/request_logs";

  private static final int MAX_ENTRIES = 50;

  /** One answer, or what comes in place of one. */
  public interface Reply {
    /** Gives it. */
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Reply>> script = new HashMap<>();
  private final List<String> seen = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private final Set<String> headerNames = new HashSet<>();
  private final List<String> entries = new ArrayList<>();
  private final Map<String, String> headers = new HashMap<>();
  private boolean logging;
  private int made;
  private int callsAfterStart;

  private StubDocuSign(HttpServer server) {
    this.server = server;
  }

  /** Starts one, whose log is empty and off. */
  public static StubDocuSign start() throws IOException {
    return start(HttpServer.create(address(), 0));
  }

  /** Starts one that is reached by HTTPS. */
  static StubDocuSign startSecure(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(address(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return start(server);
  }

  /** Starts one to try the commands on: an integration calls it once a second. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (StubDocuSign stub = start()) {
      System.out.println("export GOLIVE_CHECK_TOKEN=" + TOKEN);
      System.out.println("golive-check gate --base-uri " + stub.uri());
      while (true) {
        Thread.sleep(1_000);
        stub.calling(1);
      }
    }
  }

  private static InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static StubDocuSign start(HttpServer server) {
    StubDocuSign stub = new StubDocuSign(server);
    stub.server.createContext("/", stub::handle);
    stub.server.setExecutor(stub.threads);
    stub.server.start();
    return stub;
  }

  /** Returns its address. */
  public String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Returns the names of all headers that came. */
  synchronized Set<String> headerNames() {
    return Set.copyOf(headerNames);
  }

  /** Returns what was asked, as method and path, in order. */
  public synchronized List<String> seen() {
    return List.copyOf(seen);
  }

  /** Returns the bodies of what was asked, in order. */
  public synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  /** Returns how many calls are in the log. */
  public synchronized int entries() {
    return entries.size();
  }

  /** Returns whether it logs. */
  public synchronized boolean isLogging() {
    return logging;
  }

  /** Switches logging on, and lets the integration make calls. */
  public synchronized StubDocuSign logging(int calls) {
    logging = true;
    return calling(calls);
  }

  /** Lets the integration make calls, which are logged while logging is on. */
  public synchronized StubDocuSign calling(int calls) {
    for (int i = 0; i < calls; i++) {
      made++;
      if (logging) {
        entries.add(entry(made));
        logging = entries.size() < MAX_ENTRIES;
      }
    }
    return this;
  }

  /** Lets the integration make calls as soon as logging is switched on with an empty log. */
  public synchronized StubDocuSign callingAfterStart(int calls) {
    callsAfterStart = calls;
    return this;
  }

  /** Forgets all calls. */
  public synchronized StubDocuSign clear() {
    entries.clear();
    return this;
  }

  /** Switches logging off, as anybody who is signed in as the user can. */
  public synchronized void switchOff() {
    logging = false;
  }

  /** Logs calls to the diagnostics API too, though it is not documented whether DocuSign does. */
  public synchronized StubDocuSign diagnostics(int calls) {
    for (int i = 0; i < calls; i++) {
      made++;
      entries.add(
          entry(made)
              .replaceFirst("POST (https://[^/]*)/restapi/.*", "GET $1" + SETTINGS)
              .replace("201 Created", "200 OK"));
    }
    return this;
  }

  /** Sends a header with every answer of its own. */
  public synchronized StubDocuSign header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Answers the next such request otherwise; once for every time this is said. */
  public synchronized StubDocuSign next(String methodAndPath, Reply reply) {
    script.computeIfAbsent(methodAndPath, key -> new ArrayDeque<>()).add(reply);
    return this;
  }

  /** Returns an answer. */
  public static Reply answer(int status, String body, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    };
  }

  /** Returns an error as the API sends it. */
  public static Reply error(int status, String code, String... headers) {
    return answer(
        status, "{\"errorCode\":\"" + code + "\",\"message\":\"Secret words.\"}", headers);
  }

  /** Returns what a connection looks like that ends without an answer. */
  public static Reply hangUp() {
    return HttpExchange::close;
  }

  /** Returns an answer that promises more than it sends before the connection ends. */
  public static Reply cutOff(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length + 1_000L);
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /** Returns an answer with these bytes. */
  public static Reply bytes(byte[] body) {
    return exchange -> send(exchange, 200, body);
  }

  /** Returns the zip of the calls in the log. */
  public synchronized byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.size(); i++) {
        ZipEntry entry = new ZipEntry(String.format(Locale.ROOT, "%02d_OK_.txt", i));
        // The same calls make the same zip, whenever it is asked for.
        entry.setTimeLocal(LocalDateTime.of(2026, 11, 20, 11, 0));
        zip.putNextEntry(entry);
        zip.write(entries.get(i).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String entry(int number) {
    String token = String.format(Locale.ROOT, "11111111-2222-3333-4444-%012d", number);
    String envelope = String.format(Locale.ROOT, "%08d-2222-3333-4444-555555555555", number);
    return """
    TraceToken: %1$s
    Timestamp: 2026-11-20T10:%3$02d:%4$02d.0000000Z

    POST https://demo.docusign.net/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001/envelopes/%2$s/views/recipient
    Accept: application/json
    Authorization: Bearer [omitted]
    Content-Length: 2

    {}

    201 Created

    X-DocuSign-TraceToken: %1$s
    Content-Type: application/json

    {"url":"https://demo.docusign.net/Signing/MTRedeem/v1?slt=signing-secret"}\
    """
        .formatted(token, envelope, number / 60, number % 60)
        .replace("\n", "\r\n");
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String request = exchange.getRequestMethod() + " " + path;
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Reply reply;
    synchronized (this) {
      seen.add(request);
      headerNames.addAll(exchange.getRequestHeaders().keySet());
      bodies.add(body);
      Deque<Reply> scripted = script.getOrDefault(request, new ArrayDeque<>());
      reply = scripted.isEmpty() ? own(exchange, request) : scripted.remove();
    }
    reply.to(exchange);
  }

  private Reply own(HttpExchange exchange, String request) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (request.equals("POST /oauth/token")) {
      return answer(
          200,
          "{\"access_token\":\""
              + TOKEN
              + "\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"signature\"}");
    }
    if (!("Bearer " + TOKEN).equals(authorization)) {
      return error(401, "AUTHORIZATION_INVALID_TOKEN");
    }
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    switch (request) {
      case "PUT " + SETTINGS -> {
        logging = entries.size() < MAX_ENTRIES;
        Reply reply = settings();
        if (entries.isEmpty()) {
          calling(callsAfterStart);
          callsAfterStart = 0;
        }
        return reply;
      }
      case "GET " + SETTINGS -> {
        return settings();
      }
      case "GET " + LOGS -> {
        return "application/zip".equals(exchange.getRequestHeaders().getFirst("Accept"))
            ? bytes(zip())
            : error(400, "INVALID_REQUEST_PARAMETER");
      }
      case "DELETE " + LOGS -> {
        entries.clear();
        return answer(200, "");
      }
      case "GET /oauth/userinfo" -> {
        return answer(
            200,
            "{\"sub\":\"u\",\"accounts\":[{\"account_id\":\"other\",\"is_default\":false,"
                + "\"base_uri\":\"https://na3.docusign.net\"},{\"account_id\":\"mine\","
                + "\"is_default\":true,\"organization\":{\"links\":[]},\"base_uri\":\""
                + uri()
                + "\"}]}");
      }
      default -> {
        return answer(404, "");
      }
    }
  }

  private Reply settings() {
    int remaining = MAX_ENTRIES - entries.size();
    return answer(
        200,
        "{\"apiRequestLogging\":\""
            + logging
            + "\",\"apiRequestLogMaxEntries\":\"50\",\"apiRequestLogRemainingEntries\":\""
            + remaining
            + "\"}");
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package org.golivecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.jspecify.annotations.Nullable;

/** A redacted log is judged as the log itself, whatever it contains. */
class RedactedReviewTest {
  private static final String ACCOUNT = "7c4f1a52-0b1e-4d5f-8a3b-00000000000";
  private static final String ENVELOPE = "9f8e7d6c-5b4a-4938-a716-00000000000";
  private static final String TOKEN = "0a1b2c3d-0000-4000-8000-aabbccddee";

  /** One call of a log to be printed. */
  record Call(
      boolean requestLineFirst,
      boolean bare,
      boolean length,
      int token,
      int tick,
      String method,
      String url,
      List<String> requestHeaders,
      String requestBody,
      int status,
      List<String> responseHeaders,
      String responseBody) {

    String print() {
      String id = TOKEN + (10 + token);
      String prologue =
          (token < 0 ? "" : "TraceToken: " + id + "\r\n") + "Timestamp: " + time(tick) + "\r\n";
      String line = method + " " + url + "\r\n";
      StringBuilder text = new StringBuilder();
      text.append(requestLineFirst ? line + "\r\n" + prologue + "\r\n" : prologue + "\r\n" + line);
      requestHeaders.forEach(header -> text.append(header).append("\r\n"));
      int bytes = requestBody.getBytes(StandardCharsets.UTF_8).length;
      text.append(length ? "Content-Length: " + bytes + "\r\n" : "A: b\r\n").append("\r\n");
      text.append(requestBody).append(bytes == 0 ? "" : "\r\n\r\n");
      text.append(status).append(" Word\r\n").append(requestLineFirst ? "" : "\r\n");
      responseHeaders.forEach(header -> text.append(header).append("\r\n"));
      text.append(token < 0 ? "A: b\r\n" : "X-DocuSign-TraceToken: " + id + "\r\n");
      text.append("\r\n").append(responseBody);
      return bare ? text.toString().replace("\r\n", "\n") : text.toString();
    }

    Call at(int moment) {
      return new Call(
          requestLineFirst,
          bare,
          length,
          token,
          moment,
          method,
          url,
          requestHeaders,
          requestBody,
          status,
          responseHeaders,
          responseBody);
    }

    private static String time(int tick) {
      return String.format(
          java.util.Locale.ROOT,
          "2026-11-23T%02d:%02d:%02d.%07dZ",
          8 + tick / 36_000,
          tick / 600 % 60,
          tick / 10 % 60,
          tick % 10 * 1_000_000 + tick);
    }
  }

  @Provide
  Arbitrary<List<Call>> logs() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    Arbitrary<Call> calls =
        Combinators.combine(flag, flag, heads(), requests(), responses())
            .as(
                (first, bare, head, request, response) ->
                    new Call(
                        first,
                        bare,
                        head.length,
                        head.token,
                        head.tick,
                        head.method,
                        head.url,
                        request.headers,
                        request.body,
                        response.status,
                        response.headers,
                        response.body));
    return calls.list().ofMinSize(1).ofMaxSize(30).map(RedactedReviewTest::atTheirOwnTimes);
  }

  /** Calls of one moment without tokens are ordered by URL, and so after redaction otherwise. */
  private static List<Call> atTheirOwnTimes(List<Call> calls) {
    List<Call> distinct = new ArrayList<>();
    for (Call call : calls) {
      distinct.add(call.at(call.tick() / 32 * 32 + distinct.size()));
    }
    return distinct;
  }

  private record Head(boolean length, int token, int tick, String method, String url) {}

  private record Request(List<String> headers, String body) {}

  private record Response(int status, List<String> headers, String body) {}

  private static Arbitrary<Head> heads() {
    return Combinators.combine(
            Arbitraries.of(true, true, false),
            Arbitraries.oneOf(Arbitraries.integers().between(0, 80), Arbitraries.just(-1)),
            Arbitraries.integers().between(0, 90_000),
            Arbitraries.of("GET", "GET", "GET", "GET", "POST", "PUT", "DELETE"),
            urls())
        .as((length, token, tick, method, url) -> new Head(length, token, tick, method, url));
  }

  private static Arbitrary<String> urls() {
    Arbitrary<String> hosts =
        Arbitraries.of(
            "https://demo.docusign.net",
            "https://demo.docusign.net",
            "https://EU.docusign.net:8801",
            "https://ann:pw@na4.docusign.net",
            "https://apps-d.docusign.com",
            "https://demo.rooms.docusign.com",
            "");
    Arbitrary<String> envelopes =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.of(true, false),
                Arbitraries.of(
                    "",
                    "/",
                    "/documents/1",
                    "/documents/2",
                    "/documents/combined",
                    "/documents/A",
                    "/documents/a",
                    "/recipients?email=ann%40example.com",
                    "/views/recipient",
                    "/tabs/Ann.Lee-1",
                    "/tabs/ann.lee-1"))
            .as(
                (n, upper, tail) ->
                    "/envelopes/"
                        + (upper ? (ENVELOPE + n).toUpperCase(java.util.Locale.ROOT) : ENVELOPE + n)
                        + tail);
    Arbitrary<String> others =
        Arbitraries.of(
            "",
            "/envelopes",
            "/envelopes?from_date=2026-11-01",
            "/envelopes?from_date=2026-11-01&start_position=0",
            "/envelopes?start_position=100&from_date=2026%2D11%2D01",
            "/envelopes?search_text=Ann+Lee&start_position=100",
            "/envelopes?search_text=Ann%20Lee&start_position=200",
            "/envelopes?search_text=ann+lee&start_position=300",
            "/envelopes?start_position=ann@example.com",
            "/envelopes?envelope_ids=" + ENVELOPE + "1%2C" + ENVELOPE + "2",
            "/envelopes?start_position=10&envelope_ids=" + ENVELOPE + "1," + ENVELOPE + "2",
            "/envelopes/status",
            "/users/1234567/profile",
            "/users/ann@example.com",
            "/unknown/Ann-Lee/x9",
            "/login_information");
    Arbitrary<String> accounts =
        Arbitraries.of(ACCOUNT + "0", ACCOUNT + "1", "10392857", "20000001", "AbcDef", "abcdef");
    Arbitrary<String> paths =
        Combinators.combine(
                Arbitraries.of("/restapi/v2.1/accounts/", "/restapi/v2/accounts/", "/v1/accounts/"),
                accounts,
                Arbitraries.oneOf(envelopes, envelopes, others))
            .as((base, account, rest) -> base + account + rest);
    Arbitrary<String> further =
        Arbitraries.of(
            "/oauth/token",
            "/restapi/v2.1/diagnostics/request_logs",
            "/oauth/userinfo#access_token=abc",
            "?x",
            "/a b/c HTTP/1.1");
    return Combinators.combine(hosts, Arbitraries.oneOf(paths, paths, paths, further))
        .as((host, path) -> host.isEmpty() && !path.startsWith("/") ? "/" + path : host + path);
  }

  private static Arbitrary<Request> requests() {
    return Combinators.combine(headers(), bodies()).as(Request::new);
  }

  private static Arbitrary<Response> responses() {
    return Combinators.combine(
            Arbitraries.of(200, 200, 200, 201, 302, 400, 401, 404, 429, 500),
            headers(),
            Arbitraries.oneOf(bodies(), answers()))
        .as(Response::new);
  }

  private static Arbitrary<List<String>> headers() {
    return Arbitraries.of(
            "Authorization: Bearer [omitted]",
            "Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln",
            "x-csrf-token: abc",
            "Cookie: a\r\n  b=c",
            "Empty:",
            "Referer: https://apps-d.docusign.com/send/home?t=1",
            "Referer: https://ann@example.com/a/" + ENVELOPE + "1?b=c#d",
            "Origin: https://example.com",
            "User-Agent: Mozilla/5.0 Chrome/120.0.0.0 (ann@example.com)",
            "X-DocuSign-Authentication: {\"Username\":\"ann\",\"Password\":\"pw\"}",
            "X-DocuSign-Act-On-Behalf: " + ENVELOPE + "3",
            "Content-Type: application/pdf",
            "Content-Type: text/html",
            "Content-Type: application/json",
            "Content-Type: multipart/form-data; boundary=\"abc\"",
            "Content-Length: 35651585",
            "X-RateLimit-Limit: 3000",
            "X-RateLimit-Remaining: 12",
            "X-DocuSign-TimeTrack: REST0_Start,2026-11-23T08:00:00Z;REST0_End,2026-11-23T08:00:01Z",
            "Location: /envelopes/" + ENVELOPE + "2?token=abc",
            "no header at all")
        .list()
        .ofMaxSize(5);
  }

  /** Lines as an attacker would write them, among secrets and any other text. */
  private static Arbitrary<String> bodies() {
    Arbitrary<String> line =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                " ",
                "200 OK",
                "500",
                "404 NotFound",
                "404 ann@example.com",
                "404 Not Found",
                "A: b",
                "ann@example.com: x",
                "eyJhbGciOiJSUzI1NiJ9.e30.c2ln: x",
                "X-DocuSign-TraceToken: " + TOKEN + "99",
                "X-DocuSign-TraceToken: " + TOKEN + "10",
                "TraceToken: " + TOKEN + "10",
                "Content-Length: 3",
                "--abc",
                "Content-Disposition: form-data; name=\"password\"",
                "Content-Disposition: form-data; filename=\"Ann.pdf\"",
                "password=abc&email=ann@example.com",
                "{\"errorDetails\": {\"errorCode\": \"INVALID\", \"message\": \"for ann@example.com\"}}",
                "{\"password\": \"a\\\"b\", \"ssn4\": 1234, \"phoneNumber\": {\"a\": [\"1\", 2]}}",
                "\"documentBase64\":\"" + "JVBERi0x".repeat(20) + "\"",
                "-----BEGIN PRIVATE KEY-----",
                "%PDF-1.7\u0000\u0001"),
            Arbitraries.strings().ofMaxLength(12));
    Arbitrary<String> end = Arbitraries.of("\r\n", "\n", "\r\n\r\n", "");
    return Combinators.combine(line, end)
        .as(String::concat)
        .list()
        .ofMaxSize(10)
        .map(lines -> String.join("", lines));
  }

  private static Arbitrary<String> answers() {
    Arbitrary<String> codes =
        Arbitraries.of(
            "USER_LACKS_PERMISSIONS",
            "INVALID_REQUEST_PARAMETER",
            "UNSPECIFIED_ERROR",
            "PARTNER_AUTHENTICATION_FAILED",
            "HOURLY_APIINVOCATION_LIMIT_EXCEEDED",
            "ENVELOPE_DOES_NOT_EXIST",
            "INVENTED_CODE");
    Arbitrary<String> messages =
        Arbitraries.of(
            "This User lacks sufficient permissions. User does not have the permission to send envelopes.",
            "The request contained at least one invalid parameter. Value for 'email' must be an address: ann@example.com",
            "The specified Integrator Key was not found or is disabled. Invalid account specified for user.",
            "The maximum number of hourly API invocations has been exceeded. The hourly limit is 3000.",
            "password=abc token=def Bearer abc.def for 192.0.2.17 account 10392857",
            "email: [ann, bob], name: x",
            "-----BEGIN PRIVATE KEY-----abc",
            "line\\nann@example.com",
            "");
    return Combinators.combine(codes, messages, Arbitraries.integers().between(0, 5))
        .as(
            (code, message, form) ->
                switch (form) {
                  case 0 -> "{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}";
                  case 1 ->
                      "<errorDetails><errorCode>"
                          + code
                          + "</errorCode><message>"
                          + message
                          + "</message></errorDetails>";
                  case 2 ->
                      "{\"recipients\":[{\"email\":\"ann@example.com\",\"errorDetails\":{\"errorCode\":\""
                          + code
                          + "\",\"message\":\""
                          + message
                          + "\"}}]}";
                  case 3 ->
                      "{\"error\":\"wrapped\",\"body\":\"{\\\"errorCode\\\":\\\""
                          + code
                          + "\\\",\\\"message\\\":\\\"x\\\"}\"}";
                  case 4 ->
                      "Error while requesting server, received a non successful HTTP code 400 with"
                          + " response Body: '{\"errorCode\":\""
                          + code
                          + "\",\"message\":\""
                          + message
                          + "\"}'";
                  default -> code + ": " + message;
                });
  }

  @Property(tries = 150)
  void isTheReviewOfTheOriginal(@ForAll("logs") List<Call> calls) throws IOException {
    byte[] original = zip(calls);
    ByteArrayOutputStream redacted = new ByteArrayOutputStream();

    RedactionSummary summary =
        GoLiveCheck.withDefaults().redact(List.of(source(original)), redacted);

    for (Profile profile : Profile.values()) {
      GoLiveReport before = check(original, profile);
      GoLiveReport after = check(redacted.toByteArray(), profile);
      assertThat(facts(after)).isEqualTo(facts(before));
      assertThat(summary.entries()).isEqualTo(before.inputs().get(0).calls());
    }
  }

  private static LogSource source(byte[] zip) {
    return LogSource.of("logs.zip", new ByteArrayInputStream(zip));
  }

  private static GoLiveReport check(byte[] zip, Profile profile) {
    return GoLiveCheck.withDefaults()
        .withProfile(profile)
        .withThreads(1)
        .check(List.of(source(zip)));
  }

  /** What must not change. */
  private static List<String> facts(GoLiveReport report) {
    List<String> facts = new ArrayList<>();
    facts.add(report.verdict() + " " + report.calls());
    report.reasons().forEach(reason -> facts.add("reason " + reason.rule()));
    facts.add("needed " + report.window().cleanCallsNeeded());
    report
        .window()
        .calls()
        .forEach(
            call ->
                facts.add(
                    call.timestamp()
                        + " "
                        + call.method()
                        + " "
                        + call.operation()
                        + " "
                        + call.path()
                        + " "
                        + call.status()
                        + " "
                        + call.outcome()
                        + " "
                        + call.errorCode()
                        + " "
                        + plain(call.traceToken())));
    List<String> findings = new ArrayList<>();
    report
        .findings()
        .forEach(
            finding ->
                findings.add(
                    finding.rule()
                        + " "
                        + finding.severity()
                        + " "
                        + finding.category()
                        + " "
                        + finding.actor()
                        + " "
                        + finding.errorCode()
                        + " "
                        + finding.operation()
                        + " "
                        + finding.path()
                        + " "
                        + finding.count()));
    findings.sort(null);
    facts.addAll(findings);
    return facts;
  }

  /** A body that gets in the place of headers can make any text a trace token. */
  private static String plain(@Nullable Object token) {
    String text = String.valueOf(token);
    return text.startsWith(TOKEN) && text.length() == 36 ? text : "";
  }

  private static byte[] zip(List<Call> calls) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < calls.size(); i++) {
        zip.putNextEntry(new ZipEntry(i + "_OK_GetEnvelope.txt"));
        zip.write(calls.get(i).print().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}

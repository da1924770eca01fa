package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Twenty-five calls of an integration in half an hour, which every format renders: it signs in,
 * sends envelopes, polls one of them, is refused twice, pages through a list, and calls a host that
 * is not DocuSign's.
 */
final class Scenario {
  static final String API = "demo.docusign.net";
  static final String ACCOUNT_SERVER = "account-d.docusign.com";
  static final String KEY = "7c2b8d7e-83c3-4940-af5e-cda8a50dd73f";
  static final String USER_AGENT = "Swagger-Codegen/v2.1/6.0.0/Java/17.0.21";

  private static final String ACCOUNT =
      "/restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555";
  private static final String FIRST = ACCOUNT + "/envelopes/b90ea072-6e7f-405f-aa21-627dc7b5f9ab";
  private static final String SECOND = ACCOUNT + "/envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
  private static final String NEW_ENVELOPE =
      "{\"emailSubject\":\"Please sign\",\"status\":\"sent\"}";
  private static final String SENT =
      "{\"envelopeId\": \"b90ea072-6e7f-405f-aa21-627dc7b5f9ab\", \"status\": \"sent\"}";
  private static final String VIEW = "{\"returnUrl\":\"https://isv.example.com/done\"}";
  private static final String VIEW_URL = "{\"url\": \"https://demo.docusign.net/Signing/x\"}";
  private static final String STATUS = "{\"status\": \"sent\", \"emailSubject\": \"Please sign\"}";

  private final List<ScenarioCall> calls = new ArrayList<>();

  private Scenario() {}

  /** Returns the calls in the order of time. */
  static List<ScenarioCall> calls() {
    Scenario scenario = new Scenario();
    scenario.build();
    return List.copyOf(scenario.calls);
  }

  private void build() {
    signIn();
    call(60, "POST", ACCOUNT + "/envelopes", NEW_ENVELOPE, 201, SENT, "");
    call(62, "POST", FIRST + "/views/recipient", VIEW, 201, VIEW_URL, "RequestRecipientToken");
    call(120, "GET", FIRST, "", 200, STATUS, "GetEnvelope");
    call(240, "GET", FIRST, "", 200, STATUS, "GetEnvelope");
    call(480, "GET", FIRST, "", 200, STATUS, "GetEnvelope");
    call(
        500,
        "POST",
        ACCOUNT + "/envelopes",
        "{\"emailSubject\":\"bad\",\"status\":\"sent\"}",
        400,
        "{\"errorCode\": \"INVALID_EMAIL_ADDRESS_FOR_RECIPIENT\", \"message\": \"The email address"
            + " for the recipient is invalid. The recipient Id follows.\"}",
        "");
    call(520, "POST", ACCOUNT + "/envelopes", NEW_ENVELOPE, 201, SENT, "");
    call(522, "POST", SECOND + "/views/recipient", VIEW, 201, VIEW_URL, "RequestRecipientToken");
    String list = ACCOUNT + "/envelopes?from_date=2026-11-01&count=100&start_position=";
    call(600, "GET", list + "0", "", 200, "{\"resultSetSize\": \"100\"}", "GetEnvelopes");
    call(602, "GET", list + "100", "", 200, "{\"resultSetSize\": \"17\"}", "GetEnvelopes");
    call(
        660,
        "GET",
        ACCOUNT + "/users",
        "",
        401,
        "{\"errorCode\": \"USER_LACKS_PERMISSIONS\", \"message\": \"This User lacks sufficient"
            + " permissions.\"}",
        "GetUsers");
    otherHost();
    call(
        700,
        "PUT",
        SECOND + "/recipients",
        "{\"signers\":[{\"recipientId\":\"1\"}]}",
        200,
        "{\"recipientUpdateResults\": [{\"recipientId\": \"1\", \"errorDetails\": {\"errorCode\":"
            + " \"INVALID_RECIPIENT_ID\", \"message\": \"A recipient id is invalid.\"}}]}",
        "UpdateEnvelopeRecipients");
    for (int i = 0; i < 8; i++) {
      call(900 + 60 * i, "POST", ACCOUNT + "/envelopes", NEW_ENVELOPE, 201, SENT, "");
    }
    call(1440, "GET", ACCOUNT + "/folders", "", 200, "{\"resultSetSize\": \"9\"}", "GetFolderList");
    call(
        1500, "GET", ACCOUNT + "/templates", "", 200, "{\"resultSetSize\": \"3\"}", "GetTemplates");
  }

  /** Signs in with a JWT, which names the integration key, and asks who that is. */
  private void signIn() {
    String assertion =
        part("{\"typ\":\"JWT\",\"alg\":\"RS256\"}")
            + "."
            + part("{\"iss\":\"" + KEY + "\",\"scope\":\"signature impersonation\"}")
            + ".c2lnbmF0dXJlLW9mLXRoZS1hc3NlcnRpb24";
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Accept", "application/json");
    form.put("Content-Type", "application/x-www-form-urlencoded");
    form.put("User-Agent", USER_AGENT);
    add(
        0,
        "POST",
        ACCOUNT_SERVER,
        "/oauth/token",
        form,
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion,
        200,
        Map.of("Content-Type", "application/json"),
        "{\"access_token\":\"" + token() + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}",
        "");
    add(
        2,
        "GET",
        ACCOUNT_SERVER,
        "/oauth/userinfo",
        headers(),
        "",
        200,
        Map.of("Content-Type", "application/json"),
        "{\"sub\":\"0d7a1f1e-0000-4000-8000-000000000001\"}",
        "");
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String token() {
    return part("{\"typ\":\"MT\",\"alg\":\"RS256\"}") + ".AQoAAAABAAUABwAA.c2lnbmF0dXJl";
  }

  private void otherHost() {
    add(
        680,
        "GET",
        "hooks.isv.example.com",
        "/health",
        Map.of("User-Agent", USER_AGENT),
        "",
        200,
        Map.of("Content-Type", "text/plain"),
        "up",
        "");
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("Authorization", "Bearer " + token());
    headers.put("User-Agent", USER_AGENT);
    headers.put("X-DocuSign-SDK", "Java");
    return headers;
  }

  private void call(
      int second,
      String method,
      String path,
      String body,
      int status,
      String answer,
      String operation) {
    Map<String, String> headers = headers();
    if (!body.isEmpty()) {
      headers.put("Content-Type", "application/json");
      headers.put("Content-Length", Integer.toString(body.length()));
    }
    int number = calls.size() + 1;
    Map<String, String> responseHeaders = new LinkedHashMap<>();
    responseHeaders.put("Content-Type", "application/json; charset=utf-8");
    responseHeaders.put("Content-Length", Integer.toString(answer.length()));
    responseHeaders.put("X-RateLimit-Limit", "3000");
    responseHeaders.put("X-RateLimit-Remaining", Integer.toString(310 - number));
    responseHeaders.put("X-BurstLimit-Limit", "200");
    responseHeaders.put("X-BurstLimit-Remaining", "199");
    responseHeaders.put(
        "X-DocuSign-TraceToken",
        String.format(Locale.ROOT, "%08x-ab84-4ab9-b174-02cdfa74040f", 0xbdd241c2L + number));
    add(second, method, API, path, headers, body, status, responseHeaders, answer, operation);
  }

  private void add(
      int second,
      String method,
      String host,
      String path,
      Map<String, String> headers,
      String body,
      int status,
      Map<String, String> responseHeaders,
      String answer,
      String operation) {
    calls.add(
        new ScenarioCall(
            calls.size() + 1,
            Instant.parse("2026-11-23T09:00:00Z").plusSeconds(second),
            250,
            method,
            host,
            path,
            headers,
            body,
            status,
            responseHeaders,
            answer,
            operation));
  }
}

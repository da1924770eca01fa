package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ReadLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command over logs of an integration's own side, which show more than request logs. */
final class OwnSideLogsTest {
  private static final String KEY = "1d5c8b7a-1111-4aaa-8aaa-aaaaaaaaaaaa";
  private static final String OTHER_KEY = "2d5c8b7a-2222-4aaa-8aaa-aaaaaaaaaaaa";
  private static final String GUID = "1e2d3c4b-0000-4000-8000-000000000001";
  private static final String ACCOUNT = "/restapi/v2.1/accounts/" + GUID;
  private static final String DEMO = "https://demo.docusign.net";
  private static final String SIGN_IN = "https://account-d.docusign.com/oauth/";
  private static final String ENVELOPE = "/envelopes/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

  @TempDir Path folder;

  private final List<String> lines = new ArrayList<>();
  private Path log;

  private record Run(int exit, String out) {}

  @BeforeEach
  void nameTheLog() {
    log = folder.resolve("app.ndjson");
  }

  private Run check(String... arguments) throws IOException {
    Files.write(log, lines);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(log.toString());
    return run(all);
  }

  private static Run run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Messages messages =
        new Messages(new PrintStream(err, true, StandardCharsets.UTF_8), Messages.Level.NORMAL);
    Session session =
        new Session(
            new ByteArrayInputStream(new byte[0]),
            out,
            messages,
            new Environment(Map.of(), false, false, 400, null));
    ExitCode exit = Main.run(arguments, session);
    return new Run(exit.code(), out.toString(StandardCharsets.UTF_8));
  }

  private static String token(int number) {
    return "eyJ0eXAiOiJNVCIs." + String.format(Locale.ROOT, "token%04d", number).repeat(4) + ".s";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a line; the parts that a call has not are left empty. */
  private void line(
      int second, String method, String url, int status, String token, String sent, String answer) {
    String bearer = token.isEmpty() ? "" : "\"Authorization\":\"Bearer " + token + "\"";
    lines.add(
        String.format(
            Locale.ROOT,
            "{\"@timestamp\":\"2026-11-23T12:%02d:%02dZ\",\"method\":\"%s\",\"url\":\"%s\","
                + "\"status\":%d,"
                + "\"requestHeaders\":{%s},\"requestBody\":\"%s\",\"responseBody\":\"%s\"}",
            second / 60,
            second % 60,
            method,
            url,
            status,
            bearer,
            sent,
            answer.replace("\"", "\\\"")));
  }

  private void signIn(int second, String key, int token) {
    String assertion =
        base64("{\"alg\":\"RS256\"}") + "." + base64("{\"iss\":\"" + key + "\"}") + ".c2lnbmF0dXJl";
    line(
        second,
        "POST",
        SIGN_IN + "token",
        200,
        "",
        "grant_type=x&assertion=" + assertion,
        "{\"access_token\":\"" + token(token) + "\",\"expires_in\":3600}");
  }

  private void send(int second, int token) {
    line(second, "POST", DEMO + ACCOUNT + "/envelopes", 201, token(token), "", "{}");
  }

  @Test
  void wastefulSigningInIsFound() throws IOException {
    for (int i = 0; i < 20; i++) {
      signIn(30 * i, KEY, i);
      line(30 * i + 5, "GET", SIGN_IN + "userinfo", 200, token(i), "", "{}");
      line(30 * i + 8, "GET", SIGN_IN + "userinfo", 200, token(i), "", "{}");
      send(30 * i + 10, i);
    }
    Run run = check();

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("PASS")
        .contains("OA-001 User information asked repeatedly (20 calls)")
        .contains("OA-002 New token for each call (20 calls, heuristic)")
        .contains("80 read, 20 countable, 0 failed")
        .contains("60 oauth")
        .doesNotContain("A request log does not name");
  }

  @Test
  void oneTokenForManyCallsIsFine() throws IOException {
    signIn(0, KEY, 1);
    line(5, "GET", SIGN_IN + "userinfo", 200, token(1), "", "{}");
    for (int i = 0; i < 20; i++) {
      send(30 * i + 10, 1);
    }
    Run run = check();

    assertThat(run.out()).startsWith("PASS").doesNotContain("OA-0");
  }

  @Test
  void anExpiredTokenAndMissingConsentAreNamed() throws IOException {
    signIn(0, KEY, 1);
    String refused =
        "{\"errorCode\":\"AUTHORIZATION_INVALID_TOKEN\",\"message\":\"The access token provided is"
            + " expired, revoked or malformed.\"}";
    line(10, "GET", DEMO + ACCOUNT + "/users", 401, token(1), "", refused);
    line(
        20, "POST", SIGN_IN + "token", 400, "", "grant_type=x", "{\"error\":\"consent_required\"}");
    Run run = check();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("OA-003 Expired or invalid access token (1 call)")
        .contains("ER-authentication")
        .contains("ER-consent Consent is missing (1 call)");
  }

  @Test
  void everyKeyHasItsVerdictAndTheWorstCounts() throws IOException {
    signIn(0, KEY, 1);
    signIn(1, OTHER_KEY, 2);
    for (int i = 0; i < 20; i++) {
      send(30 * i + 10, 1);
    }
    send(700, 2);
    Run run = check();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("PASS  " + KEY + "\n    20 countable calls.")
        .contains("FAIL  " + OTHER_KEY + "\n    1 countable call. Only 1 call in this log counts");
    assertThat(check("--integration-key", KEY).out())
        .startsWith("PASS")
        .contains("Filtered     2 left out");
    assertThat(check("-r", "json").out())
        .contains("\"key\": \"" + KEY + "\"", "\"key\": \"" + OTHER_KEY + "\"");
  }

  @Test
  void otherHostsAreLeftOutAndGatewaysAreNot() throws IOException {
    line(0, "GET", "https://api.example.com/v1/orders", 500, "", "", "{}");
    line(10, "GET", "https://esign.example.com/sign" + ACCOUNT + ENVELOPE, 200, "", "", "{}");
    line(70, "GET", DEMO + "/restapi/v2.1/accounts/12345" + ENVELOPE, 200, "", "", "{}");
    line(80, "GET", "https://esign.example.com/sign" + ACCOUNT + "/users", 503, "", "", "busy");

    assertThat(check().out()).contains("3 other-host", "0 failed");
    assertThat(
            check("--gateway-host", "esign.example.com", "--account-alias", "12345=" + GUID).out())
        .contains("4 read, 3 countable, 1 failed")
        .contains("1 other-host")
        .contains("PL-001 Envelope resource polled (1 call)")
        .contains("answered 503");
  }

  @Test
  void theLogOfTheApplicationAndTheRequestLogAreOne() throws IOException {
    Path zip = Path.of("..", "samples", "logs", "polls-every-minute.zip");
    try (LogCalls calls = Logs.open(List.of(LogSource.of(zip)), ReadLimits.DEFAULT, 1)) {
      // As a client sees them: without trace tokens, and a moment later.
      for (ApiCall call : calls.stream().toList()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "{\"time\":\"%s\",\"method\":\"%s\",\"url\":\"%s\",\"status\":%d}",
                call.timestamp().plusMillis(300),
                call.method(),
                call.url(),
                call.status()));
      }
    }
    Files.write(log, lines);
    String alone = run(List.of(zip.toString())).out();
    for (List<String> order :
        List.of(List.of(zip.toString(), log.toString()), List.of(log.toString(), zip.toString()))) {
      String both = run(order).out();

      assertThat(both).contains("Duplicates   33, each left out");
      assertThat(verdictAndFindings(both)).isEqualTo(verdictAndFindings(alone));
    }
  }

  private static String verdictAndFindings(String report) {
    return report.substring(0, report.indexOf("\nLog\n"));
  }

  @Test
  void aTableOfAnyColumnsIsReadByMapAndZone() throws IOException {
    lines.add("when,verb,target,code");
    for (int i = 0; i < 20; i++) {
      lines.add("2026-11-23 12:" + (10 + i) + ":00,POST," + DEMO + ACCOUNT + "/envelopes,201");
    }
    log = folder.resolve("export.csv");
    List<String> options =
        List.of(
            "--map=timestamp=when",
            "--map=method=verb",
            "--map=url=target",
            "--map=status=code",
            "--zone=Europe/Paris",
            "--input-format=csv");
    Run run = check(options.toArray(new String[0]));

    assertThat(run.out())
        .startsWith("PASS")
        .contains("2026-11-23 11:10:00 to 2026-11-23 11:29:00 UTC");
  }
}

package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checklist on logs of each kind, and without a log. */
class ReadyCommandTest {
  private static final String SAMPLES = "../samples/logs/";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final Shell shell = new Shell();

  /** Twenty calls to production without a fault. */
  private static TestLog production() {
    return new TestLog(
        TestLog.clean().entries().stream()
            .map(entry -> entry.replace("demo.docusign.net", "na2.docusign.net"))
            .toList());
  }

  private static List<String> ids(Result result, String answer) throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode item : JSON.readTree(result.out()).get("items")) {
      if (item.get("answer").asText().equals(answer)) {
        ids.add(item.get("id").asText());
      }
    }
    return ids;
  }

  @Test
  void aDemoLogThatPassesExitsZero() throws IOException {
    Result result = shell.run("ready", "-r", "json", SAMPLES + "passes.zip");

    assertThat(result.exit()).isZero();
    assertThat(ids(result, "not-met")).isEmpty();
    assertThat(ids(result, "met"))
        .contains("verdict", "developer-account", "envelopes-created", "consent");
    assertThat(ids(result, "ask")).contains("production-account", "classification");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aDemoLogThatFailsExitsOne() throws IOException {
    Result result = shell.run("ready", "-r", "json", SAMPLES + "polls-every-minute.zip");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(ids(result, "not-met")).containsExactly("verdict");
  }

  @Test
  void aProductionLogHasItsReviewBehindIt() throws IOException {
    shell.log = production();
    Result result = shell.run("ready", "-r", "json", "logs.zip");

    assertThat(result.exit()).isZero();
    assertThat(ids(result, "met"))
        .contains("review-passed", "production-key", "production-hosts", "first-failures");
    assertThat(result.out()).doesNotContain("submit the key again");
  }

  @Test
  void withoutALogItAsksEverythingAndExitsZero() throws IOException {
    Result result = shell.run("ready", "-r", "json");

    assertThat(result.exit()).isZero();
    assertThat(ids(result, "ask")).hasSize(28);
  }

  @Test
  void anInputThatCannotBeReadExitsThreeWithAChecklist() throws IOException {
    Result result = shell.run("ready", "-r", "json", "logs.zip", "missing.zip");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("missing.zip");
    assertThat(ids(result, "ask")).contains("verdict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Some notes.\n", "{\"time\":\"2026-11-23T12:00:00Z\",\"method\":\"GE"})
  void aNamedFileThatIsNoLogOrIsCutExitsThree(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("named.txt"), text);

    Result result = shell.run("ready", "logs.zip", file.toString());

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("cannot read all of " + file);
  }

  @Test
  void aLogWithoutCallsIsRead() {
    shell.log = TestLog.empty();

    assertThat(shell.run("ready", "logs.zip").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html", "json"})
  void everyFormatCanGoToAFile(String format) throws IOException {
    Path file = folder.resolve("ready." + format);

    Result result = shell.run("ready", "-r", format + "=" + file, "logs.zip");

    assertThat(result).isEqualTo(new Result(0, "", ""));
    assertThat(Files.readString(file)).contains("Paid production account");
  }

  @Test
  void anotherFormatIsAUsageError() {
    Result result = shell.run("ready", "-r", "sarif");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--report does not know the format 'sarif'");
  }

  @Test
  void theConfigurationAnswersAndFillsTheLinkOfConsent() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ready.yml"),
            """
            integration-key: 3f2504e0-4f89-41d3-9a0c-0305e82c3301
            ready:
              grant: jwt
              redirect-uri: https://app.example.com/back
              scopes: signature impersonation
              classification: third-party
              review: declined
              administrator: true
            """);

    Result result = shell.run("ready", "-r", "json", "--config", file.toString());

    assertThat(result.exit()).isEqualTo(1);
    assertThat(ids(result, "met"))
        .contains("oauth-grant", "redirect-uri", "classification", "administrator");
    assertThat(ids(result, "not-met")).containsExactly("review-passed");
    assertThat(result.out())
        .contains(
            "https://account.docusign.com/oauth/auth?response_type=code"
                + "&scope=signature%20impersonation"
                + "&client_id=3f2504e0-4f89-41d3-9a0c-0305e82c3301"
                + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback");
  }

  @Test
  void theConfigurationFillsTheLinkOfARefusedCall() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ready.yml"),
            "ready: {redirect-uri: 'https://app.example.com/back', scopes: signature}");
    shell.in =
        new ByteArrayInputStream(
            ("{\"timestamp\":\"2026-11-23T12:00:00Z\",\"method\":\"POST\",\"url\":"
                    + "\"https://account-d.docusign.com/oauth/token\",\"status\":400,"
                    + "\"body\":\"{\\\"error\\\":\\\"consent_required\\\"}\"}")
                .getBytes(StandardCharsets.UTF_8));

    Result result = shell.run("check", "-r", "json", "--config", file.toString(), "-");

    assertThat(result.out())
        .contains(
            "oauth/auth?response_type=code&scope=signature&client_id=INTEGRATION_KEY"
                + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback");
  }

  @Test
  void checkEndsAPassWithTheNextThreeItems() {
    Result result = shell.run("logs.zip");

    assertThat(result.out())
        .contains(
            "\nNext\n  1. The owner of the plan: Paid production account: ",
            "\n  2. An administrator of the production account: Administrator of the production",
            "\n  3. The owner of the plan: Access to each API that is used: ",
            "\n  4. The integration's developer: See the whole checklist: golive-check ready.\n");
  }

  @Test
  void checkSkipsItemsThatTheConfigurationSaysAreMet() {
    Result result =
        shell.run("check", "--config", config("ready: {production-account: true}"), "logs.zip");

    assertThat(result.out())
        .doesNotContain("Paid production account")
        .contains("Classification of the integration: ");
  }

  @Test
  void aPassInProductionEndsWithWhatDoesNotMove() {
    shell.log = production();

    assertThat(shell.run("logs.zip").out())
        .contains(
            "\nNext\n  1. An administrator of the production account: Templates, brands and users in")
        .doesNotContain("submit");
  }

  @Test
  void aSavedReportKeepsItsNextItems() {
    Path saved = folder.resolve("saved.json");
    shell.run("-r", "json=" + saved, "logs.zip");

    assertThat(shell.run("report", saved.toString()).out())
        .contains("\nNext\n  1. The owner of the plan: Paid production account: ");
  }

  private String config(String text) {
    try {
      return Files.writeString(folder.resolve("golive.yml"), text).toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The statements of DocuSign's guide to third-party integrations, and the command that brings each
 * out.
 *
 * @see <a
 *     href="https://www.docusign.com/blog/developers/the-trenches-configuring-and-troubleshooting-your-docusign-third-party-integration">the
 *     guide</a>
 */
class ProvidersGuideTest {
  private static final String SAMPLES = "../samples/logs/";
  private static final String CONSENT_REQUIRED =
      error("https://account-d.docusign.com/oauth/token", 400, "{\"error\":\"consent_required\"}");
  private static final String USER_NOT_FOUND =
      error("https://account-d.docusign.com/oauth/userinfo", 400, "{\"error\":\"UserNotFound\"}");
  private static final String REWRITTEN =
      error(
          "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes",
          500,
          "{\"status\":500,\"error\":\"Could not send\",\"path\":\"/api/contracts\"}");

  @TempDir private Path folder;
  private final Shell shell = new Shell();

  private static String error(String url, int status, String body) {
    return "{\"timestamp\":\"2026-11-23T12:00:00Z\",\"method\":\"POST\",\"url\":\"%s\",\"status\":%d,\"body\":\"%s\"}"
        .formatted(url, status, body.replace("\"", "\\\""));
  }

  private static Arguments statement(
      int number, String statement, String input, String command, String... words) {
    return Arguments.of(number, statement, input, command, List.of(words));
  }

  static List<Arguments> statements() {
    return List.of(
        statement(
            1,
            "A key of your own is made in a developer account",
            "",
            "ready",
            "Integration keys are made and tested in a developer account",
            "Create the key in the developer account: Integrations > Apps and Keys"),
        statement(
            2,
            "It is configured with a secret, an RSA key pair and a redirect URI",
            "",
            "ready",
            "Authorization Code Grant needs a secret",
            "JWT Grant needs an RSA key pair",
            "Redirect URI: ask the integration's developer"),
        statement(
            3,
            "It is tested by creating and sending envelopes",
            "",
            "ready " + SAMPLES + "passes.zip",
            "[x] Test envelopes created: The log shows that envelopes were created.",
            "[x] Test envelopes sent: "),
        statement(
            4,
            "Then it is reviewed",
            "",
            SAMPLES + "passes.zip",
            "PASS",
            "these calls would likely pass the review of the newest 20 calls"),
        statement(
            5,
            "It is replicated to a production account, where 2 and 3 are repeated",
            "",
            "ready",
            "The review copies the key to production",
            "Secret or RSA key pair in production",
            "Redirect URIs and CORS origins in production",
            "Envelope created in production"),
        statement(
            6,
            "It can be used in both environments at once",
            "",
            "ready",
            "The demo key keeps working, so both can be used at once."),
        statement(
            7,
            "Go-Live is needed only with a key of your own",
            "",
            "ready",
            "Go-Live is only for an integration key of your own.",
            "connect the production account directly"),
        statement(
            8,
            "There are three OAuth grants",
            "",
            "ready",
            "DocuSign offers three: Authorization Code Grant (with or without PKCE), JWT Grant and"
                + " Implicit Grant."),
        statement(
            9,
            "On consent_required the user consents by the consent URI",
            CONSENT_REQUIRED,
            "-",
            "ER-consent",
            "The user for whom the integration acts opens this link, signs in and accepts.",
            "https://account-d.docusign.com/oauth/auth?response_type=code&scope=SCOPES"),
        statement(
            10,
            "The newest 20 calls are examined for errors",
            "",
            SAMPLES + "errors-in-window.zip",
            "FAIL",
            "Window: the newest 20 countable calls",
            "GL-002"),
        statement(
            10,
            "The newest 20 calls are examined for polling",
            "",
            SAMPLES + "official-example-fails.zip",
            "FAIL",
            "PL-001"),
        statement(
            11,
            "Polling such as a status check every minute fails the review",
            "",
            SAMPLES + "polls-every-minute.zip",
            "FAIL",
            "PL-001",
            "Envelope resource polled",
            "Connect webhook"),
        statement(
            12,
            "Errors have errorCode and message, and a provider may have rewritten them",
            REWRITTEN,
            "-",
            "ER-provider-rewritten"),
        statement(
            12,
            "Errors have errorCode and message, and a provider may have rewritten them",
            "",
            "explain ER-provider-rewritten",
            "DocuSign's own errors have an `errorCode` and a `message`.",
            "replaced the response of DocuSign by its own words"),
        statement(
            13,
            "Who may access an envelope, and the three default profiles",
            "",
            "explain USER_LACKS_PERMISSIONS",
            "sender"),
        statement(
            13,
            "Who may access an envelope, and the three default profiles",
            "",
            "explain ER-user-permission",
            "its owner or sender, its signers, a DS Admin of the same account, and users with whom"
                + " it is shared",
            "DS Viewer cannot send, DS Sender can, DS Admin can do everything"),
        statement(
            14,
            "Support may enable what the plan includes, the rest is bought",
            "",
            "explain ER-account-permission",
            "DocuSign Support can enable what the plan includes; any other feature has to be"
                + " bought.",
            "SMS, Connect, document visibility"),
        statement(
            14,
            "Support may enable what the plan includes, the rest is bought",
            "",
            SAMPLES + "permission-errors.zip",
            "ACCOUNT_LACKS_PERMISSIONS",
            "Connect (webhooks) is not part of this plan or not enabled"),
        statement(
            15,
            "UserNotFound of a user with an unusual membership",
            USER_NOT_FOUND,
            "-",
            "UserNotFound",
            "'UserInfo call returns UserNotFound for a Specific Valid User'"),
        statement(
            15,
            "UserNotFound of a user with an unusual membership",
            "",
            "explain ER-user-info",
            "a small number of valid users whose membership is in an unusual state"));
  }

  @ParameterizedTest(name = "{0}. {1}: {3}")
  @MethodSource("statements")
  void theGuideIsBroughtOut(
      int number, String statement, String input, String command, List<String> words) {
    shell.in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));

    String out = shell.run(command.split(" ")).out().replaceAll("\\s+", " ");

    assertThat(out).as("%d. %s", number, statement).contains(words);
  }

  @Test
  void everyStatementHasACommand() {
    List<Integer> numbers = statements().stream().map(it -> (Integer) it.get()[0]).toList();

    assertThat(numbers).contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  }

  /** 11, 16 and 17: whom to write to is said by the letters of a support case. */
  @Test
  void theFirstContactIsTheProviderOrTheAdministratorUnlessThePlanIsConcerned() throws IOException {
    assertThat(supportCase("polls-every-minute.zip", "README.txt"))
        .contains("to the provider of the integration", "so they can change how it calls the API")
        .contains("APIs & Development");
    assertThat(supportCase("permission-errors.zip", "README.txt"))
        .containsSubsequence(
            "to the administrator of the DocuSign account",
            "to DocuSign Support. They can enable features that the plan includes")
        .contains("only the provider can fix polling");
  }

  @Test
  void supportTakesThirdPartyIntegrationsByARouteOfTheirOwnWithEngineerAndApiLogs()
      throws IOException {
    assertThat(supportCase("permission-errors.zip", "2-docusign-support.txt"))
        .contains("APIs & Development (For Developers | Technical Resources) > Third-Party")
        .contains("(third-party integrations only)")
        .contains("Third-party engineer to contact: ")
        .contains("Attached: the API logs (logs.zip)");
  }

  private String supportCase(String sample, String entry) throws IOException {
    Path file = folder.resolve(sample);
    assertThat(shell.run("support", SAMPLES + sample, "-o", file.toString()).exit()).isZero();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void readyWasTriedOnADemoLogAProductionLogAndNoLog() {
    assertThat(shell.run("ready", SAMPLES + "passes.zip"))
        .satisfies(demo -> assertThat(demo.exit()).isZero())
        .extracting(Shell.Result::out)
        .asString()
        .contains("[x]  Verdict on the calls", "[?]  Review passed, status Live");

    shell.log =
        new TestLog(
            TestLog.clean().entries().stream()
                .map(entry -> entry.replace("demo.docusign.net", "eu.docusign.net"))
                .toList());
    assertThat(shell.run("ready", "logs.zip"))
        .satisfies(production -> assertThat(production.exit()).isZero())
        .extracting(Shell.Result::out)
        .asString()
        .contains("[x]  Review passed, status Live", "[x]  Hosts of production");

    assertThat(shell.run("ready"))
        .satisfies(nothing -> assertThat(nothing.exit()).isZero())
        .extracting(Shell.Result::out)
        .asString()
        .contains("0 met, 0 not met, ")
        .doesNotContain("[x]");
  }
}

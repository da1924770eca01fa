package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.rule.RulePages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplainCommandTest {
  private final Shell shell = new Shell();

  @Test
  void listsWhatThereIs() {
    assertThat(shell.run("explain").out())
        .startsWith("Rules and categories of errors:\n\n")
        .containsPattern("\n  ER-consent +\\S")
        .containsPattern("\n  PL-001 +\\S")
        .contains("\n\nMore on one of them: golive-check explain NAME\n")
        .contains("\nError codes: golive-check explain codes\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PL-001", "pl-001"})
  void printsThePageOfARule(String id) {
    assertThat(shell.run("explain", id).out())
        .isEqualTo(RulePages.text("PL-001").orElseThrow())
        .endsWith("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ER-consent", "consent", "Er-CONSENT"})
  void printsThePageOfACategory(String id) {
    assertThat(shell.run("explain", id).out())
        .isEqualTo(RulePages.text("ER-consent").orElseThrow());
  }

  @Test
  void printsEveryMeaningOfAnErrorCode() {
    assertThat(shell.run("explain", "user_lacks_permissions").out())
        .startsWith("USER_LACKS_PERMISSIONS\n")
        .containsSubsequence(
            " of these ",
            "  Message     like \"",
            "  Category    user-permission\n",
            "  Who acts    account-admin\n",
            "  What to do  ",
            "\n              ",
            "  Basis       ")
        .endsWith("\nMore on the category: golive-check explain ER-user-permission\n");
  }

  @Test
  void listsTheErrorCodes() {
    assertThat(shell.run("explain", "codes").out().lines())
        .contains("ENVELOPE_DOES_NOT_EXIST  not-found", "consent_required  consent")
        .noneMatch(line -> line.startsWith("-"));
  }

  @Test
  void aStatusMeansWhatItMeansWithoutACodeAndListsItsCodes() {
    assertThat(shell.run("explain", "401").out())
        .startsWith("401\nThe error code decides. Without one, this status means:\n")
        .containsSubsequence("Category    authentication", "Codes ", "AUTHORIZATION_INVALID_TOKEN");
    assertThat(shell.run("explain", "204").out()).startsWith("204\nSuccess").contains("GL-006");
    assertThat(shell.run("explain", "302").out()).contains("GL-007");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "no_valid_keys_or_signatures > Sign the JWT with the RSA private key",
        "issuer_not_found            > Check that iss is the exact integration key",
        "invalid_scope               > A scope is misspelt",
        "invalid_client              > ER-authentication",
        "unauthorized_client         > ER-authentication",
        "StampNotFound               > Its words decide",
        "429 Too Many Requests       > ER-rate-limit",
        "This Account lacks sufficient permissions > ACCOUNT_LACKS_PERMISSIONS",
        "{\"errorCode\":\"USER_LACKS_PERMISSIONS\",\"message\":\"x y\"} > ER-user-permission",
        "{\"error\":\"invalid_grant\",\"error_description\":\"user_not_found\"} > Set sub to the user ID",
        "{\"errorCode\":\"STAMP_DOES_NOT_EXIST\"} > Its words decide",
        "HTTP code 401 with response Body: {\"errorCode\":\"AUTHORIZATION_INVALID_TOKEN\"} > The token was refused",
      })
  void explainsWhatLogsAndExceptionsShow(String text, String explained) {
    assertThat(shell.run("explain", text).out()).contains(explained);
    assertThat(shell.run(("explain " + text).split(" ")).out()).contains(explained);
  }

  @Test
  void aWordWithTwoMeaningsShowsBoth() {
    assertThat(shell.run("explain", "user_not_found").out())
        .startsWith("user_not_found\n2 situations have this code or this message.\n")
        .containsSubsequence(
            "Code        USER_NOT_FOUND", "Code        invalid_grant", "like \"user_not_found\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dear ann@example.com, hello", "{\"to\":\"ann@example.com\"}"})
  void aTextThatIsNotKnownIsNotRepeated(String text) {
    Result result = shell.run("explain", text);

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("known message in this text").doesNotContain("ann@");
  }

  @Test
  void anIdWithFewerZerosMeansTheRule() {
    assertThat(shell.run("explain", "PL-01").err()).contains("Did you mean PL-001?");
    assertThat(shell.run("explain", "gl1").err()).contains("Did you mean GL-001?");
  }

  @Test
  void aTerminalShowsNoMarkdownAndNoLongLine() {
    shell.environment = new Environment(Map.of(), true, false, 60, null);
    for (RulePages.Page page : RulePages.all()) {
      assertThat(shell.run("explain", page.id()).out().lines())
          .as(page.id())
          .noneMatch(line -> line.startsWith("#") || line.contains("**"))
          .allMatch(line -> line.startsWith("    ") || !line.contains("`"))
          .allMatch(
              line ->
                  line.length() <= 60
                      || line.startsWith("    ")
                      || !line.strip().replaceFirst("^(-|\\d+\\.) ", "").contains(" "));
    }
  }

  @Test
  void unknownNamesAreUsageErrorsWithNearMisses() {
    Result result = shell.run("explain", "CONSENT_REQIURED");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Did you mean consent_required?");
  }

  @Test
  void anUnknownCodeIsJudgedByItsWordsAsCheckDoes() {
    assertThat(shell.run("explain", "STAMP_DOES_NOT_EXIST").out())
        .isEqualTo(
            """
            STAMP_DOES_NOT_EXIST
            The catalogue does not have this code. Its words decide.

              Category    not-found
              API         any
              Who acts    integration-developer
              What to do  The code is not in the catalogue. Its words say that something
                          does not exist: check IDs, account and environment, and that the
                          user may see it.
              Retry       no
              Basis       heuristic

            More on the category: golive-check explain ER-not-found
            """);
  }

  @Test
  void anUnknownCodeWhoseWordsSayNothingIsNotKnown() {
    Result result = shell.run("explain", "STAMP_ODD");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("no rule or error code 'STAMP_ODD'");
  }

  @Test
  void aTextIsReadFromStandardInputAndFromAFile(@TempDir Path folder) throws IOException {
    String text = "Caused by: java.net.SocketTimeoutException: Read timed out";
    shell.in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    assertThat(shell.run("explain", "-").out()).contains("an envelope may exist");

    Path file = Files.writeString(folder.resolve("stack.txt"), text);
    assertThat(shell.run("explain", file.toString()).out()).contains("an envelope may exist");
  }

  @Test
  void jsonNamesMatchesOrWhatIsClosestAndExitsWith2IfNothingIsKnown() throws IOException {
    Result known = shell.run("explain", "-r", "json", "The request timed out.");
    assertThat(known.exit()).isZero();
    assertThat(new ObjectMapper().readTree(known.out()).at("/matches/0/kind").asText())
        .isEqualTo("transport");

    Result unknown = shell.run("explain", "-r", "json", "upload of big documents");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(new ObjectMapper().readTree(unknown.out()).at("/matches")).isEmpty();
    assertThat(new ObjectMapper().readTree(unknown.out()).at("/closest")).isNotEmpty();
  }

  @Test
  void aRecipeAndItsProgramsArePrinted() {
    assertThat(shell.run("explain", "limits").out()).startsWith("# ").contains("X-RateLimit");
    assertThat(shell.run("explain", "limits.py").out()).contains("import ").doesNotContain("```");
    assertThat(shell.run("explain", "-r", "markdown", "consent_required").out())
        .startsWith("## consent_required");
  }

  @Test
  void patternsOfTheCatalogueReadAsSentences() {
    assertThat(page("USER_LACKS_PERMISSIONS"))
        .contains("User does not have the permission to the (...) method");
  }

  @Test
  void whatARowAsksOfTheCallIsSaid() {
    assertThat(page("consent_required"))
        .contains("Message and call decide which of these 2 situations it is.")
        .containsPattern(
            "Only if +consent was given, yet the error stays \\(a log does not show this");
    assertThat(page("user_authentication_failed"))
        .containsPattern("Only if +the host of the call is www.docusign.net");
    assertThat(page("partner_authentication_failed"))
        .containsPattern("Only if +the call carries the header X-DocuSign-Authentication");
  }

  @Test
  void aBasisThatIsNotDocuSignsIsAReport() {
    assertThat(page("unknown_envelope_recipient"))
        .contains("reported: https://stackoverflow.com/questions/24540559");
    assertThat(page("envelope_does_not_exist")).doesNotContain("reported");
  }

  private String page(String code) {
    shell.environment = new Environment(Map.of(), false, false, 200, null);
    return shell.run("explain", code).out();
  }
}

package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.golivecheck.cli.FakeEngine;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.option.CoreHandbook;
import org.golivecheck.cli.option.Handbook;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplainCommandTest {
  private final Shell shell = new Shell();

  @BeforeEach
  void fillTheHandbook() {
    shell.engine.handbook =
        new FakeEngine.FakeHandbook(
            List.of(
                row("CONSENT_REQUIRED", "", "consent", "Ask the user for consent."),
                row(
                    "USER_LACKS",
                    "send envelopes",
                    "user-permission",
                    "Ask the account administrator to let the user send envelopes, by a permission profile such as DS Sender."),
                row("USER_LACKS", "", "plan-feature", "Ask DocuSign.")));
  }

  @Test
  void listsWhatThereIs() {
    assertThat(shell.run("explain").out())
        .isEqualTo(
            """
            Rules and categories of errors:

              ER-consent  Consent is missing
              PL-001      Polling of an envelope

            More on one of them, or on an error code: golive-check explain NAME
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PL-001", "pl-001"})
  void printsThePageOfARule(String id) {
    assertThat(shell.run("explain", id)).isEqualTo(new Result(0, "# PL-001: a page\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ER-consent", "consent", "Er-CONSENT"})
  void printsThePageOfACategory(String id) {
    assertThat(shell.run("explain", id).out()).isEqualTo("# ER-consent: a page\n");
  }

  @Test
  void printsEveryMeaningOfAnErrorCode() {
    assertThat(shell.run("explain", "user_lacks").out())
        .isEqualTo(
            """
            USER_LACKS
            The message decides which of these 2 situations it is.

              Message     like "send envelopes"
              Category    user-permission
              API         esign-rest
              Who acts    account-admin
              What to do  Ask the account administrator to let the user send envelopes, by a
                          permission profile such as DS Sender.
              Retry       after-fix
              Basis       heuristic

              Category    plan-feature
              API         esign-rest
              Who acts    account-admin
              What to do  Ask DocuSign.
              Retry       after-fix
              Basis       heuristic

            More on the category: golive-check explain ER-user-permission
            """);
  }

  @Test
  void unknownNamesAreUsageErrorsWithNearMisses() {
    Result result = shell.run("explain", "CONSENT_REQIURED");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("Did you mean CONSENT_REQUIRED?");
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
  void anUnknownCodeWhoseWordsSayNothingIsJudgedByTheStatus() {
    Result result = shell.run("explain", "STAMP_ODD");

    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("Its words say nothing, so that the status decides.")
        .containsSubsequence(
            "Status      400", "validation", "Status      401", "authentication", "any other");
  }

  private static ErrorClass row(String code, String pattern, String category, String remedy) {
    return new ErrorClass(
        1,
        code,
        "esign-rest",
        "400",
        /* condition= */ "",
        pattern,
        category,
        "account-admin",
        "after-fix",
        remedy,
        "high",
        "heuristic",
        false);
  }

  @Test
  void patternsOfTheCatalogueReadAsSentences() {
    Handbook handbook = new CoreHandbook(ErrorCatalog.get());

    assertThat(ErrorPage.print(handbook.errors("USER_LACKS_PERMISSIONS"), 120))
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

  private static String page(String code) {
    return ErrorPage.print(ErrorCatalog.get().find(code), 200);
  }
}

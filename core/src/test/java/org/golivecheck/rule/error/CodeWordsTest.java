package org.golivecheck.rule.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.golivecheck.call.ApiFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeWordsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          USER_LACKS_PERMISSION_TO_STAMP,       user-permission,    account-admin
          USER_LACKS_STAMP_PERMISSIONS,         user-permission,    account-admin
          ACCOUNT_LACKS_STAMP_PERMISSIONS,      account-permission, account-plan-owner/docusign-support
          GROUP_LACKS_PERMISSIONS,              user-permission,    account-admin
          HOURLY_STAMP_LIMIT_EXCEEDED,          rate-limit,         integration-developer
          BURST_STAMP_LIMIT_EXCEEDED,           rate-limit,         integration-developer
          Hourly_Stamp_Polling_Limit_Exceeded,  polling,            integration-developer
          STAMP_POLLING_LIMIT_EXCEEDED,         polling,            integration-developer
          STAMP_SIZE_LIMIT_EXCEEDED,            size-limit,         integration-developer
          ACCOUNT_STAMP_LIMIT_EXCEEDED,         account-quota,      account-plan-owner/docusign-support
          STAMP_DOES_NOT_EXIST,                 not-found,          integration-developer
          INVALID_STAMP_NOT_FOUND,              not-found,          integration-developer
          EDIT_LOCK_STAMPED,                    state-conflict,     end-user
          STAMP_INVALID_STATE_FOR_USE,          state-conflict,     integration-developer
          STAMP_INVALID_STATUS,                 state-conflict,     integration-developer
          ACCOUNT_STAMP_NOT_ALLOWED,            account-permission, account-plan-owner/docusign-support
          STAMP_NOT_ALLOWED_BY_PLAN,            account-permission, account-plan-owner/docusign-support
          STAMP_NOT_ENABLED,                    account-permission, account-plan-owner/docusign-support
          AUTHORIZATION_STAMP_WRONG,            authentication,     integration-developer
          STAMP_AUTHENTICATION_FAILED,          authentication,     integration-developer
          INVALID_STAMP,                        validation,         integration-developer
          STAMP_REQUIRED,                       validation,         integration-developer
          STAMP_MUST_BE_ROUND,                  validation,         integration-developer
          BULK_SEND_STAMP_ODD,                  validation,         integration-developer
          TAB_STAMP_ODD,                        validation,         integration-developer
          RECIPIENT_STAMP_ODD,                  validation,         integration-developer
          stampNotFound,                        not-found,          integration-developer
          stamp-not-found,                      not-found,          integration-developer
          """)
  void unknownCodeIsJudgedByItsWords(String code, String category, String actor) {
    ErrorClass row = Failures.coded(400, code, "Some message");

    assertThat(row.category()).isEqualTo(category);
    assertThat(row.actor()).isEqualTo(actor);
    assertThat(row.confidence()).isEqualTo("low");
    assertThat(row.guessed()).isTrue();
    assertThat(row.remedy()).startsWith("The code is not in the catalogue. Its words ");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_client_key, authentication",
    "scope_missing, authentication",
    "user_login_required, consent",
    "user_interaction_required, consent",
    "account_server_error, service",
    "unauthorized_stamp, authentication"
  })
  void unknownCodeOfTheAccountServerIsAboutSigningIn(String code, String category) {
    ErrorClass row =
        Failures.answered(
            ApiFamily.OAUTH,
            "https://account-d.docusign.com/oauth/token",
            400,
            "{\"error\":\"%s\"}".formatted(code));

    assertThat(row.category()).isEqualTo(category);
    assertThat(row.guessed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "400, validation",
    "401, authentication",
    "402, account-quota",
    "403, user-permission",
    "404, not-found",
    "409, state-conflict",
    "413, size-limit",
    "422, validation",
    "429, rate-limit",
    "500, service",
    "503, service",
    "200, unknown",
    "418, unknown"
  })
  void codeWhoseWordsSayNothingIsJudgedByTheStatus(int status, String category) {
    ErrorClass row = Failures.coded(status, "STAMP_ODD", "Some message");

    assertThat(row.category()).isEqualTo(category);
    assertThat(row.guessed()).isTrue();
    assertThat(row.remedy()).startsWith("The code is not in the catalogue.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"STAMP_DOES_NOT_EXIST", "STAMP_ODD", "stampNotFound"})
  void whatIsListedForACodeIsWhatFailuresAreJudgedBy(String code) {
    for (int status : new int[] {400, 401, 403, 404, 409, 429, 500, 418}) {
      ErrorClass judged = Failures.coded(status, code, "Some message");
      List<ErrorClass> listed = ErrorCatalog.get().guesses(code);

      assertThat(listed.size() == 1 ? listed.get(0) : byStatus(listed, status)).isEqualTo(judged);
    }
  }

  private static ErrorClass byStatus(List<ErrorClass> rows, int status) {
    return rows.stream()
        .filter(
            row ->
                row.status().equals("any")
                    || row.status().contains(String.valueOf(status))
                    || row.status().equals(status / 100 + "xx"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theWordsOfACodeGoBeforeItsStatus() {
    assertThat(Failures.coded(401, "STAMP_DOES_NOT_EXIST", "x").category()).isEqualTo("not-found");
    assertThat(Failures.coded(500, "INVALID_STAMP", "x").category()).isEqualTo("validation");
  }

  @Test
  void everyStyleOfWritingIsReadAlike() {
    assertThat(CodeWords.toUpperSnake("userNotFound"))
        .isEqualTo("USER_NOT_FOUND")
        .isEqualTo(CodeWords.toUpperSnake("User-Not.Found"))
        .isEqualTo(CodeWords.toUpperSnake("user_not_found"));
  }

  @Property
  void everyCodeHasAClass(@ForAll String code, @ForAll ApiFamily api) {
    assertThat(ErrorCatalog.get().classify(api, 400, code, null, "/")).isNotNull();
  }
}

package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthRulesTest {
  private static final String AUTH = "https://account-d.docusign.com";
  private static final String TOKEN = AUTH + "/oauth/token";

  @ParameterizedTest
  @CsvSource({"59.99,1", "60,0"})
  void userInformationMayBeAskedOnceAnHour(double gap, int findings) {
    CallLog log =
        new CallLog()
            .call(0, "GET", AUTH + "/oauth/userinfo")
            .call(gap, "GET", AUTH + "/oauth/userinfo");

    assertThat(log.findings("OA-001"))
        .hasSize(findings)
        .allMatch(finding -> "/oauth/userinfo".contentEquals(finding.path()));
  }

  @Test
  void demoAndProductionAreAskedApart() {
    CallLog log =
        new CallLog()
            .call(0, "GET", AUTH + "/oauth/userinfo")
            .call(1, "GET", "https://account.docusign.com/oauth/userinfo")
            .call(2, "GET", "https://demo.docusign.net/restapi/v2.1/login_information");

    assertThat(log.findings("OA-001")).isEmpty();
  }

  @Test
  void theLegacyLoginIsOneToo() {
    String login = "https://demo.docusign.net/restapi/v2.1/login_information";
    CallLog log =
        new CallLog().call(0, "GET", login).call(1, "GET", login).call(2, "GET", login + "?x=1");

    assertThat(log.finding("OA-001").count()).isEqualTo(2);
    assertThat(log.finding("OA-001").message().toString())
        .contains("login_information")
        .contains("2 times");
  }

  @Test
  void aNewTokenMayBeFollowedByOneUserinfo() {
    CallLog log = new CallLog();
    for (int i = 0; i < 4; i++) {
      log.call(i, "POST", TOKEN).call(i + 0.1, "GET", AUTH + "/oauth/userinfo");
    }
    assertThat(log.findings("OA-001")).isEmpty();

    log.call(3.2, "GET", AUTH + "/oauth/userinfo").call(3.3, "GET", AUTH + "/oauth/userinfo");
    assertThat(log.finding("OA-001").count()).isEqualTo(2);
  }

  private static CallLog tokens(int tokens, int calls, double gap) {
    CallLog log = new CallLog();
    for (int i = 0; i < tokens; i++) {
      log.call(i * gap, "POST", TOKEN);
    }
    return log.clean(0.5, calls);
  }

  @ParameterizedTest
  @CsvSource({
    "3,6,1,1",
    "3,7,1,0",
    "2,2,1,0",
    "3,0,1,0",
    "10,10,1,1",
    "10,10,60,0",
    "10,10,1440,0"
  })
  void tokensAreNotRequestedForEachCall(int tokens, int calls, double gap, int findings) {
    assertThat(tokens(tokens, calls, gap).findings("OA-002")).hasSize(findings);
  }

  @Test
  void otherOAuthCallsAreNeitherTokensNorCalls() {
    CallLog log = tokens(3, 6, 1);
    for (int i = 0; i < 5; i++) {
      log.call(i, "GET", AUTH + "/oauth/auth");
    }

    assertThat(log.finding("OA-002").count()).isEqualTo(3);
    assertThat(log.finding("OA-002").message().toString())
        .startsWith("3 token requests for 6 calls");
  }

  @ParameterizedTest
  @CsvSource({
    "401,AUTHORIZATION_INVALID_TOKEN,,1",
    "401,authorization_invalid_token,,1",
    "401,USER_AUTHENTICATION_FAILED,One or both are invalid. Invalid access token,1",
    "401,X,The access token provided is EXPIRED.,1",
    "401,USER_AUTHENTICATION_FAILED,One or both of Username and Password are invalid.,0",
    "401,USER_LACKS_PERMISSIONS,No.,0",
    "400,AUTHORIZATION_INVALID_TOKEN,,0",
  })
  void aRefusedTokenIsToldByCodeOrMessage(int status, String code, String message, int findings) {
    CallLog log = new CallLog().error(0, "GET", "/users", status, code, message);

    assertThat(log.findings("OA-003")).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({
    "An Integrator key was not specified.,no readable Authorization header",
    "The specified Integrator Key was not found or is disabled.,does not exist or is disabled",
    "Invalid account specified for user.,not one of the token's user",
    ",does not say whether",
  })
  void aRefusedKeyIsToldWithItsCause(String message, String cause) {
    Finding finding =
        new CallLog()
            .error(0, "GET", "/users", 401, "Partner_Authentication_Failed", message)
            .finding("OA-004");

    assertThat(finding.message().toString()).contains(cause);
  }

  @Test
  void eachCauseOfARefusedKeyIsAFindingWithItsOwnRemedy() {
    CallLog log = new CallLog();
    String code = "PARTNER_AUTHENTICATION_FAILED";
    log.error(0, "GET", "/users", 401, code, "An Integrator key was not specified.");
    log.error(1, "GET", "/users", 401, code, "The Integrator Key was not found or is disabled.");
    log.error(2, "GET", "/users", 401, code, "The Integrator Key was not found or is disabled.");

    assertThat(log.findings("OA-004")).extracting(Finding::count).containsExactly(2L, 1L);
    assertThat(log.findings("OA-004")).extracting(Finding::remedy).doesNotHaveDuplicates();
  }

  @Test
  void aKeyInTheLegacyHeaderIsNotToBeRepaired() {
    ApiError error =
        new ApiError(
            "PARTNER_AUTHENTICATION_FAILED",
            "The Integrator Key was not found or is disabled.",
            ApiError.BodyForm.DOCUSIGN,
            null,
            "");
    CallLog log =
        new CallLog()
            .add(
                ApiCall.builder(Instant.EPOCH, "GET", CallLog.ACCOUNT + "/users", 401)
                    .legacyAuthentication(true)
                    .error(error)
                    .build());

    assertThat(log.finding("OA-004").message().toString()).contains("legacy header");
    assertThat(log.finding("OA-004").remedy()).contains("move to OAuth 2.0");
  }
}

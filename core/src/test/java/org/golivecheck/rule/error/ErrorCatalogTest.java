package org.golivecheck.rule.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.error.Failures.ACCOUNT;
import static org.golivecheck.rule.error.Failures.ENVELOPE;
import static org.golivecheck.rule.error.Failures.PROVIDER;
import static org.golivecheck.rule.error.Failures.answered;
import static org.golivecheck.rule.error.Failures.coded;
import static org.golivecheck.rule.error.Failures.json;
import static org.golivecheck.rule.error.Failures.logged;

import java.time.Instant;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiFamily;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCatalogTest {
  private static final String TOKEN = "https://account-d.docusign.com/oauth/token";
  private static final String USERINFO = "https://account-d.docusign.com/oauth/userinfo";

  private static void assertRow(
      ErrorClass row, String category, String actor, String retry, String remedy) {
    assertThat(row.remedy()).isEqualTo(remedy);
    assertThat(row.category()).isEqualTo(category);
    assertThat(row.actor()).isEqualTo(actor);
    assertThat(row.retry()).isEqualTo(retry);
    assertThat(row.rule()).isEqualTo("ER-" + category);
    assertThat(row.guessed()).isFalse();
  }

  @Nested
  class PermissionsAndConsent {

    @Test
    void consentRequiredSendsTheUserToTheConsentUrlOrAnAdministratorToAdminConsent() {
      assertRow(
          answered(ApiFamily.OAUTH, TOKEN, 400, "{\"error\":\"consent_required\"}"),
          "consent",
          "consenting-user",
          "after-fix",
          "The impersonated user opens the consent URL of this integration key in a browser and"
              + " accepts (individual consent), or an organization administrator grants admin"
              + " consent for the key. The URL must name every scope that the application asks for"
              + " and belong to the same environment (demo or production) as the token request;"
              + " then request the token again.");
    }

    @Test
    void whoMaySeeAnEnvelopeIsSaidToAUserWhoIsNeitherSenderNorEditor() {
      assertRow(
          coded(
              400,
              "USER_LACKS_PERMISSIONS",
              "This User lacks sufficient permissions. The requesting user must be either a sender"
                  + " or editor of the envelope"),
          "user-permission",
          "account-admin",
          "after-fix",
          "An envelope can be seen by its sender (owner), its recipients, a DS Admin of the same"
              + " account, and users whom it is shared with. Act as one of these, or ask the"
              + " account administrator to share the envelope with the user or to give the user"
              + " the DS Admin permission profile.");
    }

    @Test
    void whichPermissionProfilesMaySendIsSaidToAUserWhoMayNot() {
      assertRow(
          coded(
              401,
              "USER_LACKS_PERMISSIONS",
              "This User lacks sufficient permissions. User does not have the permission to send"
                  + " envelopes"),
          "user-permission",
          "account-admin",
          "after-fix",
          "The user's permission profile does not allow sending. Of the three default profiles DS"
              + " Viewer cannot send, DS Sender can, and DS Admin can do everything; ask the"
              + " account administrator to assign DS Sender, DS Admin or a custom profile that"
              + " allows sending.");
    }

    @Test
    void smsThatTheAccountLacksIsAMatterOfThePlan() {
      assertRow(
          coded(
              400,
              "ACCOUNT_LACKS_PERMISSIONS",
              "This Account lacks sufficient permissions. Account lacks permission to send"
                  + " Envelopes over SMS"),
          "account-permission",
          "account-plan-owner/docusign-support",
          "after-fix",
          "SMS is not on for the account: the plan owner asks DocuSign Support or sales to enable"
              + " SMS delivery or authentication, or to add it to the plan. Until then send by"
              + " e-mail.");
    }

    @Test
    void connectThatTheAccountLacksIsAMatterOfThePlan() {
      assertRow(
          coded(
              400,
              "ACCOUNT_LACKS_PERMISSIONS",
              "This Account lacks sufficient permissions. Connect not enabled for account."),
          "account-permission",
          "account-plan-owner/docusign-support",
          "after-fix",
          "Connect (webhooks) is not part of this plan or not enabled: the plan owner asks"
              + " DocuSign Support or sales to enable it or to upgrade. Until then leave"
              + " eventNotification out of the request.");
    }

    @Test
    void documentVisibilityIsFirstAMatterOfTheAdministratorsSendingSettings() {
      assertRow(
          coded(
              400,
              "ACCOUNT_LACKS_PERMISSIONS",
              "This Account lacks sufficient permissions. Document Visibility has been specified."
                  + " This account does not have document visibility turned on."),
          "account-permission",
          "account-admin",
          "after-fix",
          "Document visibility is off: the account administrator turns it on in Sending Settings;"
              + " where the setting is absent, the plan owner asks DocuSign Support or sales"
              + " whether the plan has it. Or drop excludedDocuments from the request.");
    }

    @ParameterizedTest
    @CsvSource(
        textBlock =
            """
            /form_data,                     "Allow sender to download form data"
            /lock,                          canLockEnvelopes
            /documents/authoritativeCopy,   authoritative copies
            /recipients,                    changes the user's permission profile
            """)
    void bareLackOfPermissionsIsToldApartByThePath(String below, String inRemedy) {
      ErrorClass row =
          answered(
              ApiFamily.ESIGN,
              ENVELOPE + below,
              400,
              json("USER_LACKS_PERMISSIONS", "This User lacks sufficient permissions."));

      assertThat(row.category()).isEqualTo("user-permission");
      assertThat(row.remedy()).contains(inRemedy);
    }

    @Test
    void userNotFoundByUserinfoIsAnOddMembership() {
      String remedy =
          "The token is valid but userinfo cannot resolve the user, mostly because of an odd"
              + " membership: the account administrator checks the user's membership and status,"
              + " then opens a case with DocuSign Support and refers to its guide 'UserInfo call"
              + " returns UserNotFound for a Specific Valid User'.";
      String actor = "account-plan-owner/docusign-support";

      assertRow(
          answered(ApiFamily.OAUTH, USERINFO, 400, "{\"error\":\"UserNotFound\"}"),
          "user-info",
          actor,
          "after-fix",
          remedy);
      assertRow(
          answered(ApiFamily.OAUTH, USERINFO, 401, "Error: UserNotFound"),
          "user-info",
          actor,
          "after-fix",
          remedy);
    }

    @Test
    void threeKindsOfUserNotFoundStayApart() {
      ErrorClass userinfo =
          answered(ApiFamily.OAUTH, USERINFO, 404, "{\"error\":\"usernotfound\"}");
      ErrorClass jwt =
          answered(
              ApiFamily.OAUTH,
              TOKEN,
              400,
              "{\"error\":\"invalid_grant\",\"error_description\":\"user_not_found\"}");
      ErrorClass member = coded(404, "USER_NOT_FOUND", "The user was not found.");

      assertThat(userinfo.code()).isEqualTo("UserNotFound");
      assertThat(jwt.messagePattern()).isEqualTo("user_not_found");
      assertThat(member.code()).isEqualTo("USER_NOT_FOUND");
      assertThat(member.actor()).isEqualTo("account-admin");
    }
  }

  @Nested
  class KindsOf401 {

    @Test
    void withoutAuthorizationHeader() {
      assertRow(
          coded(
              401,
              "PARTNER_AUTHENTICATION_FAILED",
              "The specified Integrator Key was not found or is disabled. An Integrator key was not"
                  + " specified."),
          "authentication",
          "integration-developer",
          "after-fix",
          "No usable Authorization header reached DocuSign: attach the bearer token to this very"
              + " call or API client, and begin the base path with https:// (a redirect from http"
              + " drops the header).");
    }

    @Test
    void withAnExpiredToken() {
      assertRow(
          coded(
              401,
              "AUTHORIZATION_INVALID_TOKEN",
              "The access token provided is expired, revoked or malformed."),
          "authentication",
          "integration-developer",
          "after-token-refresh",
          "Get a new access token (JWT or refresh token), send it as \"Authorization: Bearer"
              + " ...\", and make sure that token and API host belong to the same environment.");
    }

    @Test
    void withAnExpiredTokenAsOlderAnswersHaveIt() {
      ErrorClass row =
          coded(
              401,
              "USER_AUTHENTICATION_FAILED",
              "One or both of Username and Password are invalid. Invalid access token");

      assertThat(row.retry()).isEqualTo("after-token-refresh");
    }

    @Test
    void withTheAccountOfAnotherUser() {
      assertRow(
          coded(
              401,
              "USER_DOES_NOT_BELONG_TO_SPECIFIED_ACCOUNT",
              "The specified User is not a member of the specified Account."),
          "user-info",
          "integration-developer",
          "after-fix",
          "The account ID in the URL and the token's user do not fit: take the account ID from"
              + " userinfo, or ask the account administrator to add the user.");
    }

    @Test
    void thatIsALackOfPermissionKeepsItsRetryAdvice() {
      ErrorClass row =
          coded(
              401,
              "USER_LACKS_PERMISSIONS",
              "This user lacks sufficient permissions to access this resource.");

      assertThat(row.category()).isEqualTo("user-permission");
      assertThat(row.retry()).isEqualTo("after-fix");
    }

    @Test
    void fromUserinfoSaysInternalServerErrorWithAReference() {
      String body = "{\"error\":\"internal_server_error\",\"reference_id\":\"5f0e\"}";

      assertRow(
          answered(ApiFamily.OAUTH, USERINFO, 401, body),
          "authentication",
          "integration-developer",
          "after-token-refresh",
          "The access token is expired or unusable for userinfo: get a fresh token and retry once;"
              + " if it stays, give DocuSign Support the reference_id.");
      assertThat(answered(ApiFamily.OAUTH, USERINFO, 500, body).category()).isEqualTo("service");
    }

    @Test
    void withoutABody() {
      assertThat(answered(401, ""))
          .returns("authentication", ErrorClass::category)
          .returns("after-token-refresh", ErrorClass::retry);
    }
  }

  @Nested
  class Limits {

    @ParameterizedTest
    @ValueSource(ints = {400, 429, 444})
    void hourlyLimitIsARateLimitWhateverTheStatus(int status) {
      assertRow(
          coded(
              status,
              "HOURLY_APIINVOCATION_LIMIT_EXCEEDED",
              "The maximum number of hourly API invocations has been exceeded. The hourly limit is"
                  + " 3000."),
          "rate-limit",
          "integration-developer",
          "after-wait",
          "Wait until the hour rolls over (X-RateLimit-Reset), spread the calls, use Connect"
              + " instead of GETs, and have the account administrator raise the limit in the API"
              + " Usage Center if"
              + " the volume is real.");
    }

    @ParameterizedTest
    @CsvSource({
      "HOURLY_APIINVOCATION_LIMIT_EXCEEDED, rate-limit",
      "BURST_APIINVOCATION_LIMIT_EXCEEDED, rate-limit",
      "Hourly_Envelope_Polling_Limit_Exceeded, polling",
      "HOURLY_ENVELOPE_POLLING_LIMIT_EXCEEDED, polling",
      "Burst_Envelope_Polling_Limit_Exceeded, polling",
      "BURST_ENVELOPE_POLLING_LIMIT_EXCEEDED, polling",
      "Hourly_APIInvocation_Envelope_Limit_Exceeded, rate-limit",
      "BURST_APIINVOCATION_ENVELOPE_LIMIT_EXCEEDED, rate-limit",
      "API_REQUEST_IS_THROTTLED, rate-limit",
      "ENVELOPE_SEND_LIMIT_EXCEEDED, account-quota",
      "RECIPIENT_LIMIT_EXCEEDED, account-quota"
    })
    void limitCodesAreKnownInEverySpellingAndByAnyMessage(String code, String category) {
      for (int status : new int[] {400, 429}) {
        ErrorClass row = coded(status, code, "Some reworded message");
        assertThat(row.category()).isEqualTo(category);
        assertThat(row.guessed()).isFalse();
      }
    }

    @Test
    void pollingCodesAreOneRowInBothSpellings() {
      assertThat(coded(400, "HOURLY_ENVELOPE_POLLING_LIMIT_EXCEEDED", "x"))
          .isEqualTo(coded(429, "Hourly_Envelope_Polling_Limit_Exceeded", "x"));
    }

    @Test
    void trafficManagementAnswersWithAPage() {
      ErrorClass row =
          answered(
              444, "<html><body>The custom error module does not recognize this error.</body>");

      assertThat(row.category()).isEqualTo("gateway");
      assertThat(row.messagePattern()).isNotEmpty();
      assertThat(answered(444, "").category()).isEqualTo("gateway");
      assertThat(answered(429, "").category()).isEqualTo("rate-limit");
    }

    @Test
    void clmThrottlesWithTheCodeOfAccessDenied() {
      String body = "{\"Error\":{\"HttpStatusCode\":%d,\"UserMessage\":\"No\",\"ErrorCode\":103}}";
      String url = "https://api.springcm.com/v201411/folders/1";

      assertThat(answered(ApiFamily.CLM, url, 429, body.formatted(429)).category())
          .isEqualTo("rate-limit");
      assertThat(answered(ApiFamily.CLM, url, 403, body.formatted(403)).category())
          .isEqualTo("user-permission");
    }
  }

  @Nested
  class Rewrites {
    private static final String ASK_THE_PROVIDER =
        "This is not DocuSign's response but the integration provider's text: go to the provider for"
            + " the raw response and the X-DocuSign-TraceToken first; only these show what went"
            + " wrong.";

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"statusCode\":400,\"error\":\"Bad Request\",\"path\":\"/send\",\"timestamp\":\"now\"}",
          "{\"success\":false,\"message\":\"This User lacks sufficient permissions.\"}",
          "{\"errorCode\":\"E17\",\"message\":\"Der Vertrag konnte nicht gesendet werden\"}",
          "{\"error\":\"Unable to send the contract\"}",
          "{\"code\":\"BAD_REQUEST\",\"reason\":\"no\"}",
          "{\"errorCode\":\"ENVELOPE_NOT_FOUND\",\"message\":\"Envelope not found\"}",
          "{\"errorCode\":\"INSUFFICIENT_PERMISSIONS\",\"message\":\"No rights\"}",
          "{\"errorCode\":\"EXPIRED_CLIENT_TOKEN\",\"message\":\"Expired\"}",
          "Der Vertrag konnte nicht gesendet werden"
        })
    void areSentToTheProviderForTheRawResponse(String body) {
      assertRow(
          logged(ApiFamily.UNKNOWN, PROVIDER, 400, body),
          "provider-rewritten",
          "integration-developer",
          "no",
          ASK_THE_PROVIDER);
      assertThat(logged(ApiFamily.ESIGN, ENVELOPE, 400, body).remedy()).isEqualTo(ASK_THE_PROVIDER);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"statusCode\":400,\"error\":\"Bad Request\",\"path\":\"/x\",\"timestamp\":\"now\"}",
          "{\"errorCode\":\"ENVELOPE_NOT_FOUND\",\"message\":\"Envelope not found\"}",
          "Etwas ging schief"
        })
    void areNoneWhereTraceTokenAndHostAreDocuSigns(String body) {
      assertThat(answered(400, body).category()).isNotEqualTo("provider-rewritten");
    }

    @Test
    void needMoreThanATraceTokenToBeRuledOutOnAForeignHost() {
      ErrorClass row =
          answered(ApiFamily.UNKNOWN, PROVIDER, 400, "{\"status\":400,\"info\":\"no\"}");

      assertThat(row.category()).isEqualTo("provider-rewritten");
    }

    @Test
    void thatPassACodeThroughAreJudgedByTheCode() {
      ErrorClass row =
          logged(
              ApiFamily.UNKNOWN,
              PROVIDER,
              500,
              "{\"statusCode\":500,\"errorCode\":\"ENVELOPE_ALLOWANCE_EXCEEDED\",\"path\":\"/x\"}");

      assertThat(row.code()).isEqualTo("ENVELOPE_ALLOWANCE_EXCEEDED");
    }

    @Test
    void thatOnlyWrapDocuSignsAnswerAreUnwrapped() {
      ErrorClass row =
          logged(
              ApiFamily.UNKNOWN,
              PROVIDER,
              500,
              "Error while requesting server, received a non successful HTTP code 400 with response"
                  + " Body: '{\"errorCode\":\"ENVELOPE_DOES_NOT_EXIST\",\"message\":\"The envelope"
                  + " specified either does not exist or you have no rights to it.\"}'");

      assertThat(row.category()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "dfsle.APIException: This User lacks sufficient permissions. User does not have the"
              + " permission to send envelopes",
          "[400] This User lacks sufficient permissions. User does not have the permission to send"
              + " envelopes"
        })
    void thatLoseTheCodeButKeepTheMessageAreJudgedByTheMessage(String text) {
      assertThat(logged(ApiFamily.UNKNOWN, PROVIDER, 400, text).remedy()).contains("DS Viewer");
    }

    @Test
    void areNotGatewaysThatSayTheirReasonPhrase() {
      assertThat(logged(ApiFamily.UNKNOWN, PROVIDER, 503, "503 Service Unavailable").category())
          .isEqualTo("gateway");
      assertThat(logged(ApiFamily.ESIGN, ENVELOPE, 504, "upstream request timeout").category())
          .isEqualTo("gateway");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Request failed with status code 404",
          "404 Client Error: Not Found for url: https://demo.docusign.net/restapi/v2.1/accounts/1",
          "Response status code does not indicate success: 404 (Not Found).",
          "The remote server returned an error: (404) Not Found.",
          "HTTP 404 Not Found",
          "HTTP Error 404: Not Found",
          "404 Not Found: [no body]",
          "cannot GET /restapi/v2.1/accounts/1/envelopes/x (404)",
          "Server returned HTTP response code: 404 for URL: https://demo.docusign.net/restapi",
          "404",
        })
    void areNotTheWordsOfClientsForAStatus(String text) {
      assertThat(logged(ApiFamily.ESIGN, ENVELOPE, 404, text).category()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"404 Order 17 was not found", "Request failed with status code 404: no"})
    void areOtherWordsAfterAStatus(String text) {
      assertThat(logged(ApiFamily.ESIGN, ENVELOPE, 404, text).category())
          .isEqualTo("provider-rewritten");
    }

    @Test
    void ofAnUnknownCodeInDocuSignsShapeAreNotAssumed() {
      ErrorClass row =
          logged(ApiFamily.ESIGN, ENVELOPE, 400, json("SEAL_DOES_NOT_EXIST", "No seal."));

      assertThat(row.category()).isEqualTo("not-found");
      assertThat(row.guessed()).isTrue();
    }
  }

  @Nested
  class Families {

    @Test
    void decideBetweenEqualCodes() {
      String message = "The access token provided is expired, revoked or malformed.";
      String body = json("AUTHORIZATION_INVALID_TOKEN", message);

      assertThat(answered(ApiFamily.WEB_FORMS, ACCOUNT, 401, body).api()).isEqualTo("webforms");
      assertThat(answered(ApiFamily.ESIGN, ACCOUNT, 401, body).api()).isEqualTo("esign-rest");
    }

    @Test
    void borrowCodesThatOnlyAnotherApiHas() {
      ErrorClass row =
          answered(ApiFamily.ROOMS, ACCOUNT, 400, json("USER_LACKS_MEMBERSHIP", "Not a member"));

      assertThat(row.api()).isEqualTo("esign-rest");
      assertThat(row.guessed()).isFalse();
    }

    @Test
    void doNotBorrowTheNumbersOfClm() {
      assertThat(answered(ApiFamily.ESIGN, ENVELOPE, 404, "{\"errorCode\":109}"))
          .returns("-", ErrorClass::code)
          .returns("not-found", ErrorClass::category);
    }

    @Test
    void haveRowsByStatusForCodesOfTheirOwn() {
      assertThat(answered(ApiFamily.ROOMS, ACCOUNT, 404, json("NOPE", "No room")).api())
          .isEqualTo("rooms");
      assertThat(
              answered(ApiFamily.WORKFLOW_BUILDER, ACCOUNT, 409, "{\"error\":\"Paused\"}")
                  .category())
          .isEqualTo("state-conflict");
    }

    @Test
    void withoutARowForAStatusBorrowThatOfESignature() {
      assertThat(answered(ApiFamily.CLICK, ACCOUNT, 429, "").category()).isEqualTo("rate-limit");
    }

    @Test
    void clmTellsByTheValidationErrorWhatItsCode101Means() {
      ErrorClass row =
          answered(
              ApiFamily.CLM,
              "https://api.springcm.com/v201411/documents",
              422,
              "{\"Error\":{\"HttpStatusCode\":422,\"UserMessage\":\"Invalid\",\"ErrorCode\":101},"
                  + "\"ValidationErrors\":[{\"PropertyName\":\"Group\",\"ErrorCode\":1005}]}");

      assertThat(row.code()).isEqualTo("1005");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, validation",
    "401, authentication",
    "402, account-quota",
    "403, user-permission",
    "404, not-found",
    "405, validation",
    "408, gateway",
    "409, state-conflict",
    "410, not-found",
    "413, size-limit",
    "415, validation",
    "422, validation",
    "429, rate-limit",
    "444, gateway",
    "500, service",
    "502, gateway",
    "503, gateway",
    "504, gateway",
    "507, service",
    "599, service",
    "418, unknown",
    "302, unknown"
  })
  void emptyBodyIsJudgedByTheStatus(int status, String category) {
    assertThat(answered(status, "").category()).isEqualTo(category);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inVALID_request_PARAMETER", "invalid_request_parameter"})
  void codesCompareIgnoringCase(String code) {
    assertThat(coded(400, code, "x").code()).isEqualTo("INVALID_REQUEST_PARAMETER");
  }

  @Test
  void messagesCompareIgnoringCase() {
    assertThat(coded(400, "UNSPECIFIED_ERROR", "pdf VALIDATION failed").category())
        .isEqualTo("rate-limit");
  }

  @Test
  void statusDoesNotChangeWhatACodeMeans() {
    assertThat(coded(500, "INVALID_REQUEST_PARAMETER", "x").category()).isEqualTo("validation");
    assertThat(coded(403, "UNSPECIFIED_ERROR", "PDF validation failed").category())
        .isEqualTo("rate-limit");
  }

  @Test
  void knownCodeWithARewordedMessageKeepsItsMeaning() {
    ErrorClass row = coded(400, "RECIPIENT_NOT_IN_SEQUENCE", "Please be patient.");

    assertThat(row.code()).isEqualTo("RECIPIENT_NOT_IN_SEQUENCE");
    assertThat(row.guessed()).isFalse();
  }

  @Test
  void itemErrorInsideASuccessfulAnswerIsJudgedByItsCode() {
    ErrorClass row =
        ErrorCatalog.get()
            .classify(
                ApiFamily.ESIGN,
                200,
                "RECIPIENT_UPDATE_FAILED",
                "Recipient not in state that allows correction.",
                "/restapi/v2.1/accounts/1/envelopes/2/recipients");

    assertThat(row.category()).isEqualTo("state-conflict");
    assertThat(row.retry()).isEqualTo("no");
  }

  @Test
  void itemErrorWithoutAMessageIsStillClassified() {
    assertThat(ErrorCatalog.get().classify(ApiFamily.ESIGN, 201, "SIGNING_GROUP_INVALID", "", "/x"))
        .returns("SIGNING_GROUP_INVALID", ErrorClass::code);
    assertThat(ErrorCatalog.get().classify(ApiFamily.ESIGN, 201, null, null, "/x")).isNotNull();
  }

  @Test
  void callWithoutAnErrorIsJudgedByItsStatus() {
    ApiCall call = ApiCall.builder(Instant.EPOCH, "GET", ENVELOPE, 403).build();

    assertThat(ErrorCatalog.get().classify(call, ApiFamily.ESIGN).category())
        .isEqualTo("user-permission");
  }
}

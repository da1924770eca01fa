package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.call.Grant;
import org.golivecheck.call.Identity;
import org.junit.jupiter.api.Test;

/** A finding about consent carries the link by which the user consents. */
class ConsentTest {
  private static final String KEY = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
  private static final String DEMO = "https://account-d.docusign.com/oauth/";
  private static final String PRODUCTION = "https://account.docusign.com/oauth/";
  private static final ApiError CONSENT =
      new ApiError("consent_required", null, BodyForm.DOCUSIGN, null, "");

  private static CallLog refused(String base, String key, Grant grant) {
    return refused(new CallLog(), base, key, grant);
  }

  private static CallLog refused(CallLog log, String base, String key, Grant grant) {
    return log.add(
        org.golivecheck.call.ApiCall.builder(
                java.time.Instant.parse("2026-11-23T12:30:00Z"), "POST", base + "token", 400)
            .error(CONSENT)
            .identity(new Identity(key, null, null))
            .grant(grant)
            .build());
  }

  @Test
  void theLinkIsBuiltFromTheRefusedCall() {
    String link =
        refused(
                PRODUCTION,
                KEY,
                Grant.of("signature impersonation", "https://app.example.com/x", null))
            .finding("ER-consent")
            .consentUrl()
            .toString();

    assertThat(link)
        .isEqualTo(
            "https://account.docusign.com/oauth/auth?response_type=code"
                + "&scope=signature%20impersonation&client_id="
                + KEY
                + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fx");
  }

  @Test
  void whatTheLogDoesNotShowIsABlank() {
    assertThat(refused(DEMO, null, Grant.UNKNOWN).finding("ER-consent").consentUrl().toString())
        .isEqualTo(
            "https://account-d.docusign.com/oauth/auth?response_type=code&scope=SCOPES"
                + "&client_id=INTEGRATION_KEY&redirect_uri=REDIRECT_URI");
  }

  @Test
  void aRedirectUriOfTheSameKeyAndEnvironmentFillsTheBlank() {
    Grant back = Grant.of(null, "https://app.example.com/back", null);
    CallLog log =
        new CallLog()
            .add(0, "GET", DEMO + "auth", call -> call.grant(back).identity(identity(KEY)))
            .add(1, "GET", PRODUCTION + "auth", call -> call.grant(other()).identity(identity(KEY)))
            .add(2, "GET", DEMO + "auth", call -> call.grant(other()).identity(identity("k2")));

    assertThat(refused(log, DEMO, KEY, Grant.UNKNOWN).finding("ER-consent").consentUrl().toString())
        .endsWith("&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback");
  }

  @Test
  void theOnlyKeyOfTheLogIsThatOfACallWithoutOne() {
    CallLog log = new CallLog().add(0, "POST", "/envelopes", call -> call.identity(identity(KEY)));

    assertThat(
            refused(log, DEMO, null, Grant.UNKNOWN).finding("ER-consent").consentUrl().toString())
        .contains("&client_id=" + KEY + "&");
  }

  @Test
  void theConfigurationFillsOnlyWhatTheLogDoesNotShow() {
    ConsentLink known =
        new ConsentLink(
            "https://account.docusign.com", "k2", "signature", "https://app.example.com/known");
    ReviewSettings settings = ReviewSettings.DEFAULT.withConsent(known);

    assertThat(link(refused(DEMO, KEY, Grant.UNKNOWN), settings))
        .isEqualTo(
            "https://account-d.docusign.com/oauth/auth?response_type=code&scope=signature"
                + "&client_id="
                + KEY
                + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fknown");
    assertThat(
            link(
                refused(DEMO, KEY, Grant.of("click.manage", "https://a.example.com", null)),
                settings))
        .contains("&scope=click.manage&", "&redirect_uri=https%3A%2F%2Fa.example.com");
  }

  @Test
  void aConsentForJwtGrantIncludesImpersonation() {
    assertThat(link(refused(DEMO, KEY, jwt("signature")), ReviewSettings.DEFAULT))
        .contains("&scope=signature%20impersonation&");
    assertThat(link(refused(DEMO, KEY, jwt("impersonation signature")), ReviewSettings.DEFAULT))
        .contains("&scope=impersonation%20signature&");
  }

  private static Grant jwt(String scopes) {
    return Grant.of(scopes, null, Grant.Kind.JWT);
  }

  private static String link(CallLog log, ReviewSettings settings) {
    return log.review(settings).findings().stream()
        .filter(finding -> finding.rule().equals("ER-consent"))
        .map(finding -> String.valueOf(finding.consentUrl()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void otherFindingsHaveNoLink() {
    CallLog log = new CallLog().error(0, "GET", "/users", 401, "AUTHORIZATION_INVALID_TOKEN", "");

    assertThat((Object) log.finding("ER-authentication").consentUrl()).isNull();
  }

  private static Identity identity(String key) {
    return new Identity(key, null, null);
  }

  private static Grant other() {
    return Grant.of(null, "https://other.example.com/", null);
  }
}

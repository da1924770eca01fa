package org.golivecheck.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.call.DocuSignHosts.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentLinkTest {
  private static final String KEY = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
  private static final String COMPLETE =
      new ConsentLink(
              ConsentLink.account(Environment.DEMO),
              KEY,
              "signature impersonation",
              "https://app.example.com/back")
          .forUser();

  @Test
  void scopesAreSeparatedByTheEncodedSpaceThatDocuSignWants() {
    assertThat(COMPLETE)
        .isEqualTo(
            "https://account-d.docusign.com/oauth/auth?response_type=code"
                + "&scope=signature%20impersonation&client_id="
                + KEY
                + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback");
    assertThat(ConsentLink.isComplete(COMPLETE)).isTrue();
  }

  @Test
  void anUnknownPartIsANamedBlank() {
    String link = ConsentLink.UNKNOWN.forUser();

    assertThat(link)
        .isEqualTo(
            "https://ACCOUNT_HOST/oauth/auth?response_type=code&scope=SCOPES"
                + "&client_id=INTEGRATION_KEY&redirect_uri=REDIRECT_URI");
    assertThat(ConsentLink.isComplete(link)).isFalse();
  }

  @Test
  void administratorsConsentToOpenidWithTheScopesBeside() {
    assertThat(ConsentLink.forAdministrators(COMPLETE))
        .contains("&scope=openid&admin_consent_scope=signature%20impersonation&client_id=");
    assertThat(ConsentLink.isComplete(ConsentLink.forAdministrators(COMPLETE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://account-d.docusign.com.example.com/oauth/auth?response_type=code&scope=a",
        "http://account-d.docusign.com/oauth/auth?response_type=code&scope=a",
        "javascript:alert(1)",
        "https://account-d.docusign.com/oauth/auth?response_type=code&scope=a&redirect_uri=REDIRECT_URI",
        "https://account-d.docusign.com/oauth/auth?response_type=code&client_id=[secret]"
      })
  void whatHasABlankOrLeadsElsewhereIsNotComplete(String link) {
    assertThat(ConsentLink.isComplete(link)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "signature impersonation, https://a.example.com/b?c=d#e, signature impersonation,"
            + " https://a.example.com/b",
        "signature+impersonation, com.example.app://done, signature impersonation,"
            + " com.example.app://done",
        "[scopes], ***, null, null",
        "signature <b>, javascript:alert(1), null, null"
      })
  void aGrantKeepsWhatIsAScopeOrAUri(String scopes, String uri, String keptScopes, String keptUri) {
    assertThat(Grant.of(scopes, uri, null)).isEqualTo(new Grant(keptScopes, keptUri, null));
  }
}

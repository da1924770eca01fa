package org.golivecheck.rule.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.body.ErrorBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Some rows ask for the host, the path or a header of the call. */
class ConditionTest {
  private static final String NA2 = "https://na2.docusign.net/restapi/v2.1/accounts/1";
  private static final String WWW = "https://www.docusign.net/restapi/v2.1/accounts/1";

  @Test
  void aTokenRefusedByTheFirstDataCenterIsMaybeOneOfAnother() {
    String body = Failures.json("USER_AUTHENTICATION_FAILED", "");

    assertThat(Failures.answered(ApiFamily.ESIGN, WWW, 401, body).remedy()).contains("base_uri");
    assertThat(Failures.answered(ApiFamily.ESIGN, NA2, 401, body).condition()).isEmpty();
    assertThat(Failures.answered(ApiFamily.UNKNOWN, "", 401, body).condition()).isEmpty();
  }

  @Test
  void aKeyRefusedInTheLegacyHeaderIsNotToBeRepaired() {
    var error = ErrorBody.parse(Failures.json("PARTNER_AUTHENTICATION_FAILED", ""));

    assertThat(Failures.classify(ApiFamily.ESIGN, NA2, 401, error, true).remedy())
        .contains("move to OAuth 2.0");
    assertThat(Failures.classify(ApiFamily.ESIGN, NA2, 401, error, false).remedy())
        .doesNotContain("move to OAuth 2.0");
  }

  @ParameterizedTest
  @CsvSource({
    "https://na2.docusign.net/restapi/v2.1/accounts/1/v2.1/accounts/1/envelopes, true",
    "https://na2.docusign.net/v2.1/accounts/1/envelopes, true",
    "https://na2.docusign.net/restapi/v2.1/accounts/1/envelopes/2, false"
  })
  void anEmptyNotFoundOfAWrongBasePathSaysSo(String url, boolean wrong) {
    ErrorClass row = Failures.answered(ApiFamily.ESIGN, url, 404, "");

    assertThat(row.category()).isEqualTo("not-found");
    assertThat(row.remedy().contains("base path")).isEqualTo(wrong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT_FOUND", "INVALID_DOCUMENT", "Invalid_Login", "Max_Members_Exceeded"})
  void namesOfSoapAndSalesforceMeanNothingInAnotherApi(String code) {
    assertThat(
            Failures.logged(
                    ApiFamily.UNKNOWN, Failures.PROVIDER, 400, Failures.json(code, "Something"))
                .api())
        .doesNotStartWith("soap")
        .doesNotStartWith("salesforce");
  }

  @Test
  void aConditionOfNoKnownFormIsRefused() {
    assertThatThrownBy(() -> CatalogRow.Condition.parse("moon: full"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("moon");
  }
}

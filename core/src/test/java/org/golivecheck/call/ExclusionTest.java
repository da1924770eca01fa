package org.golivecheck.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionTest {
  private static final String PATH = "/restapi/v2.1/accounts/7/envelopes";
  private static final String URL = "https://demo.docusign.net" + PATH;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.docusign.com",
        "app.docusign.net",
        "APP.DocuSign.Com",
        "app2.docusign.net",
        "appaz-09.docusign.net",
        "appdemo.docusign.com",
        "apps-d.docusign.com",
        "app-d.docusign.com:443",
        "na4.app.docusign.com",
        "a.b.app9.docusign.net:8801",
        "user:secret@app.docusign.com"
      })
  void webAppIsToldByTheHostOfUrlRefererOrOrigin(String host) {
    String webApp = "https://" + host;
    assertThat(reason(webApp + PATH, null, null)).isEqualTo(Exclusion.WEB_APP);
    assertThat(reason(URL, webApp + "/documents?x=1", null)).isEqualTo(Exclusion.WEB_APP);
    assertThat(reason(URL, null, webApp)).isEqualTo(Exclusion.WEB_APP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo.docusign.net",
        "myapp.docusign.com",
        "my-app.docusign.com",
        "ap.docusign.com",
        "api.docusign.com",
        "app_1.docusign.com",
        "app.eu.docusign.com",
        "app.docusign.org",
        "app.docusign.com.example.com",
        "app.notdocusign.com",
        "www.docusign.com",
        "example.com"
      })
  void otherHostsAreNotTheWebApp(String host) {
    String other = "https://" + host;
    assertThat(reason(other + PATH, other + "/app.docusign.com", other)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://apps-d.docusign.com/api/webforms/v1.1/accounts/7/forms",
        "https://APPS.docusign.com/API/WebForms/v1.1/accounts/7/forms?search=x",
        "https://apps.docusign.com/webforms/v1.1/accounts/7/forms/9/instances"
      })
  void theWebFormsApiOnHostsOfTheWebAppIsAnotherApi(String url) {
    assertThat(reason(url, null, null)).isEqualTo(Exclusion.OTHER_API);
    assertThat(reason(url, "https://apps-d.docusign.com/", null)).isEqualTo(Exclusion.OTHER_API);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://apps-d.docusign.com/api/webformsx/v1",
        "https://apps-d.docusign.com/webforms",
        "https://apps-d.docusign.com/send/api/webforms/v1.1",
        "https://apps-d.docusign.com/restapi/v2.1/accounts/7"
      })
  void otherPathsOnHostsOfTheWebAppAreTheWebApp(String url) {
    assertThat(reason(url, null, null)).isEqualTo(Exclusion.WEB_APP);
  }

  @ParameterizedTest
  @CsvSource({
    "'',null",
    "null,''",
    "about:blank,null",
    "/documents,null",
    "app.docusign.com/x y,null"
  })
  void unusableRefererOrOriginDoesNotHinderTheCount(String referer, String origin) {
    if (referer.startsWith("app.")) {
      assertThat(reason(URL, referer, origin)).isEqualTo(Exclusion.WEB_APP);
    } else {
      assertThat(reason(URL, referer, origin)).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          https://demo.docusign.net/restapi/v2.1/accounts/7/envelopes          | -
          https://demo.docusign.net:8801/restapi/v2/accounts/7/envelopes       | -
          https://DEMO.docusign.net/RESTAPI/V2.1/Accounts/7                    | -
          http://internal.example.com/restapi/v2.1/accounts/7                  | -
          /restapi/v2.1/accounts/7                                             | -
          /restapi/v2/billing_plans                                            | -
          /restapi/v2.1/accounts/7/connect/oauth                               | -
          /restapi/v2.1/accounts/7/rooms                                       | -
          /restapi/v2.1/accounts/7/users?next=/oauth/token                     | -
          /restapi/v2.1/accounts/7/diagnosticsx/1                              | -
          https://demo.docusign.net/restapi/v2/login_information               | LOGIN
          https://demo.docusign.net/restapi/v2.1/Login_Information/password    | LOGIN
          https://demo.rooms.docusign.com/restapi/v2/login_information         | LOGIN
          https://account-d.docusign.com/oauth/token                           | OAUTH
          https://account-d.docusign.com/OAuth/userinfo                        | OAUTH
          https://demo.docusign.net/restapi/v2/oauth2/token                    | OAUTH
          https://demo.docusign.net/restapi/v2.1/diagnostics/settings          | DIAGNOSTICS
          https://demo.docusign.net/restapi/v2/Diagnostics/request_logs        | DIAGNOSTICS
          https://demo.docusign.net/other/diagnostics/settings                 | OTHER_API
          https://account-d.docusign.com/oauth                                 | OTHER_API
          https://demo.docusign.net/restapi/v2                                 | OTHER_API
          https://demo.docusign.net/restapi/v2.1                               | OTHER_API
          https://demo.docusign.net/restapi/v3/accounts/7                      | OTHER_API
          https://demo.docusign.net/restapi/v2.10/accounts/7                   | OTHER_API
          https://demo.docusign.net/restapi/service_information                | OTHER_API
          https://demo.docusign.net/clickapi/v1/accounts/7/clickwraps          | OTHER_API
          https://demo.docusign.net/x/restapi/v2.1/accounts/7                  | OTHER_API
          https://demo.rooms.docusign.com/restapi/v2/accounts/7/rooms          | OTHER_API
          https://ROOMS.docusign.com:443/restapi/v2/accounts/7/rooms           | OTHER_API
          https://rooms/restapi/v2/accounts/7/rooms                            | OTHER_API
          https://classrooms.example.com/restapi/v2/accounts/7/rooms           | -
          https://lens-d.docusign.net/api/v2.0/datasets/monitor/stream         | OTHER_API
          """)
  void firstReasonThatHoldsCounts(String url, Exclusion reason) {
    assertThat(reason(url, null, null)).isEqualTo(reason);
  }

  @Test
  void webAppComesBeforeAnyOtherReason() {
    assertThat(reason("https://app.docusign.com/oauth/token", null, null))
        .isEqualTo(Exclusion.WEB_APP);
  }

  @Test
  void neitherStatusNorMethodNorClientExcludes() {
    Client browser = new Client("Mozilla/5.0", null, "https://www.example.com/", null, "someone");
    ApiCall call =
        ApiCall.builder(Instant.EPOCH, "DELETE", URL, 500)
            .client(browser)
            .legacyAuthentication(true)
            .build();
    assertThat(Exclusion.of(call)).isNull();
  }

  @Test
  void reasonsOfEveryLogAreCountedEvenIfThereIsNone() {
    assertThat(Exclusion.values())
        .filteredOn(reason -> !reason.isOfEveryLog())
        .containsExactly(Exclusion.NO_URL, Exclusion.BY_PATTERN);
  }

  @Test
  void everyReasonHasTheNameOfTheReport() {
    assertThat(Exclusion.values())
        .extracting(Exclusion::id)
        .containsExactly(
            "web-app",
            "login",
            "oauth",
            "diagnostics",
            "other-api",
            "other-host",
            "no-url",
            "by-pattern");
  }

  private static Exclusion reason(String url, String referer, String origin) {
    Client client = new Client(null, null, referer, origin, null);
    return Exclusion.of(ApiCall.builder(Instant.EPOCH, "GET", url, 200).client(client).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://demo.docusign.net/restapi/v2.1/accounts/1",
        "https://docusign.com/restapi/v2.1/accounts/1",
        "http://127.0.0.1:9000/restapi/v2.1/accounts/1",
        "http://localhost:9000/restapi/v2.1/accounts/1",
        "https://esign.example.com/restapi/v2.1/accounts/1",
        "/restapi/v2.1/accounts/1"
      })
  void docuSignItsGatewaysAndStubsCountInAClientsLog(String url) {
    assertThat(Exclusion.of(seenByClient(url), Set.of("esign.example.com"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com/restapi/v2.1/accounts/1",
        "https://notdocusign.net/restapi/v2.1/accounts/1",
        "https://docusign.net.example.com/restapi/v2.1/accounts/1",
        "/index.html"
      })
  void otherHostsDoNotCountInAClientsLog(String url) {
    assertThat(Exclusion.of(seenByClient(url), Set.of("esign.example.com")))
        .isEqualTo(Exclusion.OTHER_HOST);
  }

  @Test
  void aCallWithoutUrlDoesNotCount() {
    ApiCall call =
        ApiCall.builder(Instant.EPOCH, ApiCall.NO_METHOD, "/", 400)
            .gaps(Set.of(ApiCall.Gap.URL))
            .build();
    assertThat(Exclusion.of(call)).isEqualTo(Exclusion.NO_URL);
  }

  private static ApiCall seenByClient(String url) {
    return ApiCall.builder(Instant.EPOCH, "GET", url, 200).vantage(ApiCall.Vantage.CLIENT).build();
  }
}

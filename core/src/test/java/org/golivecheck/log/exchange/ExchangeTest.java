package org.golivecheck.log.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Grant;
import org.golivecheck.call.ItemError;
import org.golivecheck.log.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
  private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
  private static final String URL =
      "https://demo.docusign.net/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001/envelopes";

  private final Exchange exchange = new Exchange(ReadLimits.DEFAULT, new IntegrationKeys());

  private ApiCall call(String method, String place) {
    exchange.method(method);
    exchange.url(URL);
    return ExchangeCalls.call(exchange, TIME, place);
  }

  @Test
  void headersOfAnyCaseBecomePartsOfTheCall() {
    exchange.requestHeader("user-agent", " Swagger-Codegen/v2.1/6.0.0/Java/17 ");
    exchange.requestHeader("X-DOCUSIGN-AUTHENTICATION", "{\"Password\":\"secret\"}");
    exchange.requestHeader("Content-Length", "38");
    exchange.respond(400);
    exchange.responseHeader("x-docusign-tracetoken", "a1");
    exchange.responseHeader("X-RateLimit-Remaining", "12");
    exchange.responseBody("{\"errorCode\":\"INVALID_EMAIL\",\"message\":\"no\"}");

    ApiCall call = call("post", "app.log:3");

    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.client().userAgent()).isEqualTo("Swagger-Codegen/v2.1/6.0.0/Java/17");
    assertThat(call.legacyAuthentication()).isTrue();
    assertThat(call.requestBytes()).isEqualTo(38);
    assertThat(call.traceToken()).isEqualTo("a1");
    assertThat(call.limits().hourlyRemaining()).isEqualTo(12);
    assertThat(call.error()).isNotNull();
    assertThat(call.error().code()).isEqualTo("INVALID_EMAIL");
    assertThat(call.vantage()).isEqualTo(ApiCall.Vantage.CLIENT);
    assertThat(call.toString()).doesNotContain("secret");
  }

  @Test
  void itemErrorsOfASuccessfulAnswerAreFound() {
    exchange.respond(201);
    exchange.responseBody("{\"envelopes\":[{\"errorDetails\":{\"errorCode\":\"A_CODE\"}}]}");

    ApiCall call = call("POST", "app.log:3");

    assertThat(call.itemErrors()).extracting(ItemError::code).containsExactly("A_CODE");
    assertThat(call.error()).isNull();
  }

  @Test
  void nothingIsLeftOfTheExchangeBefore() {
    exchange.requestHeader("User-Agent", "a");
    exchange.respond(404);
    exchange.responseHeader("X-DocuSign-TraceToken", "a1");
    exchange.responseBody("{\"errorCode\":\"X\"}");
    exchange.start();
    exchange.respond(200);

    ApiCall call = call("GET", "app.log:9");

    assertThat(call)
        .isEqualTo(
            ApiCall.builder(TIME, "GET", URL, 200)
                .source("app.log:9")
                .vantage(ApiCall.Vantage.CLIENT)
                .build());
  }

  @Test
  void aTokenRequestShowsTheScopesOfItsAssertion() {
    exchange.requestBody("grant_type=jwt&assertion=e30." + claims() + ".c2ln");
    exchange.respond(400);

    assertThat(grant("https://account-d.docusign.com/oauth/token"))
        .isEqualTo(Grant.of("signature impersonation", null, null));
  }

  @Test
  void aCodeExchangeShowsItsRedirectUri() {
    exchange.requestBody(
        "grant_type=authorization_code&code=c&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback");
    exchange.respond(200);

    assertThat(grant("https://account-d.docusign.com/oauth/token"))
        .isEqualTo(Grant.of(null, "https://app.example.com/back", Grant.Kind.AUTHORIZATION_CODE));
  }

  @Test
  void aPageOfConsentShowsBoth() {
    exchange.respond(302);

    assertThat(
            grant(
                "https://account-d.docusign.com/oauth/auth?response_type=code"
                    + "&scope=signature%20cors&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb&state=s"))
        .isEqualTo(Grant.of("signature cors", "http://localhost:3000/cb", null));
  }

  @ParameterizedTest
  @CsvSource({
    "token, grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=***, JWT",
    "token, grant_type=refresh_token&refresh_token=***, AUTHORIZATION_CODE",
    "token, grant_type=authorization_code&code=c&code_verifier=***, PKCE",
    "auth?response_type=code&code_challenge=x&code_challenge_method=S256, '', PKCE",
    "auth?response_type=token&scope=signature, '', IMPLICIT",
    "auth?response_type=code, '', ",
    "token, grant_type=client_credentials, "
  })
  void aSignInShowsItsGrant(String address, String body, Grant.Kind kind) {
    exchange.requestBody(body);
    exchange.respond(200);

    assertThat(grant("https://account-d.docusign.com/oauth/" + address).kind()).isEqualTo(kind);
  }

  @Test
  void theFieldsOfAFormShowTheGrantToo() {
    exchange.requestParameter("grant_type", "authorization_code");
    exchange.requestParameter("code_verifier", "***");
    exchange.respond(200);

    assertThat(grant("https://account-d.docusign.com/oauth/token").kind())
        .isEqualTo(Grant.Kind.PKCE);
  }

  @Test
  void otherCallsAskForNoGrant() {
    exchange.requestBody("scope=signature&redirect_uri=https%3A%2F%2Fapp.example.com");
    exchange.respond(200);

    assertThat(grant(URL)).isEqualTo(Grant.UNKNOWN);
  }

  private Grant grant(String url) {
    exchange.method("POST");
    exchange.url(url);
    return ExchangeCalls.call(exchange, TIME, "app.log:3").grant();
  }

  private static String claims() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString("{\"iss\":\"k\",\"scope\":\"signature impersonation\"}".getBytes(UTF_8));
  }
}

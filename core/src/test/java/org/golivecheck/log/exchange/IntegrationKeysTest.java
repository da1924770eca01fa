package org.golivecheck.log.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationKeysTest {
  private static final String KEY = "7a1f0c52-9b3e-4d68-8f20-5c6d7e8f9a0b";
  private static final String OTHER_KEY = "0b9a8f7e-6d5c-402f-868d-3e9b520c1f7a";
  private static final String TOKEN_URL = "https://account-d.docusign.com/oauth/token";
  private static final String CALL_URL = "https://demo.docusign.net/restapi/v2.1/accounts/1";
  private static final String TOKEN = "eyJ0eXAiOiJNVCJ9.AQoAAAABAAUABwCA.c2lnbmF0dXJl";

  private final IntegrationKeys keys = new IntegrationKeys();
  private final Exchange exchange = new Exchange(ReadLimits.DEFAULT, keys);

  private static ApiCall call(Exchange exchange, String method, String url) {
    exchange.method(method);
    exchange.url(url);
    return ExchangeCalls.call(exchange, Instant.EPOCH, "a:1");
  }

  private static String jwt(String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(UTF_8))
        + ".c2ln";
  }

  private static String grant(String key) {
    return "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
        + jwt(
            "{\"aud\":\"account-d.docusign.com\",\"x\":{\"iss\":\"no\"},\"iss\":\"" + key + "\"}");
  }

  private String key(String url) {
    return call(exchange, "POST", url).identity().integrationKey();
  }

  private void grantToken(String key, String token) {
    exchange.start();
    exchange.requestBody(grant(key));
    exchange.respond(200);
    exchange.responseBody("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}");
    assertThat(key(TOKEN_URL)).isEqualTo(key);
  }

  private String keyOfBearer(String token) {
    exchange.start();
    exchange.requestHeader("authorization", "Bearer " + token);
    exchange.respond(200);
    return key(CALL_URL);
  }

  @Test
  void theIssuerOfAnAssertionIsTheKey() {
    exchange.requestBody(grant(KEY));
    exchange.respond(200);

    assertThat(key(TOKEN_URL)).isEqualTo(KEY);
  }

  @Test
  void anAssertionThatALogCutsShortStillTellsItsIssuer() {
    String claims = "{\"iss\":\"" + KEY + "\",\"sub\":\"11111111-2222-4333-8444-555555555555\"}";
    String whole = "assertion=" + jwt(claims);
    exchange.requestBody(whole.substring(0, whole.length() - 30));
    exchange.respond(200);

    assertThat(key(TOKEN_URL)).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client_id=" + KEY + "&grant_type=password&username=x",
        "grant_type=refresh_token&CLIENT_ID=" + KEY,
        "{\"grant_type\":\"x\",\"client_id\": \"" + KEY + "\"}",
        "{\\\"client_id\\\":\\\"" + KEY + "\\\"}",
      })
  void theClientIdOfATokenRequestIsTheKey(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.requestBody(bytes, 0, 7);
    exchange.requestBody(bytes, 7, bytes.length);
    exchange.respond(200);

    assertThat(key(TOKEN_URL)).isEqualTo(KEY);
  }

  @Test
  void theClientIdInAUrlIsTheKey() {
    exchange.respond(302);

    assertThat(key("https://account-d.docusign.com/oauth/auth?response_type=code&client_id=" + KEY))
        .isEqualTo(KEY);
  }

  @Test
  void fieldsOfAFormTellTheKey() {
    exchange.requestParameter("assertion", jwt("{\"iss\":\"" + KEY + "\"}"));
    exchange.respond(200);

    assertThat(key(TOKEN_URL)).isEqualTo(KEY);
  }

  @Test
  void basicAuthenticationOfATokenRequestTellsTheKey() {
    exchange.requestHeader(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString((KEY + ":secret").getBytes(UTF_8)));
    exchange.respond(200);

    assertThat(key(TOKEN_URL)).isEqualTo(KEY);
  }

  @Test
  void basicAuthenticationOfAnotherCallIsNoKey() {
    exchange.requestHeader(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString((KEY + ":secret").getBytes(UTF_8)));
    exchange.respond(200);

    assertThat(key(CALL_URL)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Username\":\"u\",\"Password\":\"p\",\"IntegratorKey\":\"ACME-" + KEY + "\"}",
        "<DocuSignCredentials><Username>u</Username><IntegratorKey>ACME-"
            + KEY
            + "</IntegratorKey></DocuSignCredentials>",
      })
  void theLegacyHeaderTellsTheKey(String header) {
    exchange.requestHeader("x-docusign-authentication", header);
    exchange.respond(200);

    assertThat(key(CALL_URL)).isEqualTo("acme-" + KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client_id=***",
        "client_id=[omitted]&assertion=[omitted]",
        "client_id=7a1f0c52-****-****-****-************",
        "client_id=00000000-0000-0000-0000-000000000000",
        "client_id=",
        "client_id",
        "assertion=eyJhbGciOi...&x",
        "assertion=..",
        "assertion=a.e30",
        "assertion=a.W10",
        "assertion=a.%%%%",
        "my_client_id=" + KEY,
        "grant_type=authorization_code&code=" + KEY,
      })
  void whatIsMaskedOrSomethingElseIsNoKey(String body) {
    exchange.requestBody(body);
    exchange.respond(200);

    assertThat(key(TOKEN_URL)).isNull();
  }

  @Test
  void bodiesOfOtherCallsAreNotSearched() {
    exchange.requestBody("{\"client_id\":\"" + KEY + "\"}");
    exchange.respond(200);

    assertThat(key(CALL_URL)).isNull();
  }

  @Test
  void laterCallsWithATokenBelongToTheKeyThatItWasGivenTo() {
    grantToken(KEY, TOKEN);
    grantToken(OTHER_KEY, TOKEN + "2");

    assertThat(keyOfBearer(TOKEN)).isEqualTo(KEY);
    assertThat(keyOfBearer(TOKEN + "2")).isEqualTo(OTHER_KEY);
    assertThat(keyOfBearer(TOKEN + "3")).isNull();
  }

  @Test
  void anotherInputKnowsNothingOfTheTokens() {
    grantToken(KEY, TOKEN);
    keys.forget();

    assertThat(keyOfBearer(TOKEN)).isNull();
  }

  @Test
  void exchangesThatAreOpenAtATimeShareTheirTokens() {
    Exchange first = new Exchange(ReadLimits.DEFAULT, keys);
    Exchange second = new Exchange(ReadLimits.DEFAULT, keys);
    first.requestBody(grant(KEY));
    first.respond(200);
    first.responseBody("{\"access_token\":\"" + TOKEN + "\"}");
    call(first, "POST", TOKEN_URL);
    second.requestHeader("Authorization", "Bearer " + TOKEN);
    second.respond(200);

    ApiCall call = call(second, "GET", CALL_URL);

    assertThat(call.identity().integrationKey()).isEqualTo(KEY);
  }

  @Test
  void aMaskThatLooksLikeATokenBelongsToNoKeyOnceTwoHaveIt() {
    grantToken(KEY, "this-token-is-hidden");
    grantToken(OTHER_KEY, "this-token-is-hidden");

    assertThat(keyOfBearer("this-token-is-hidden")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REDACTED", "[omitted-for-safety]", "eyJ0eXAiOiJNVCJ9abc..."})
  void aMaskedTokenIsNotRemembered(String masked) {
    grantToken(KEY, masked);

    assertThat(keyOfBearer(masked)).isNull();
  }

  @Test
  void aRefusedTokenRequestGivesNoToken() {
    exchange.requestBody(grant(KEY));
    exchange.respond(400);
    exchange.responseBody("{\"access_token\":\"" + TOKEN + "\"}");
    key(TOKEN_URL);

    assertThat(keyOfBearer(TOKEN)).isNull();
  }

  @Test
  void nothingOfOneExchangeReachesTheNext() {
    exchange.requestHeader("X-DocuSign-Authentication", "{\"IntegratorKey\":\"ACME-" + KEY + "\"}");
    exchange.requestBody(grant(KEY));
    exchange.requestParameter("client_id", KEY);
    exchange.respond(200);
    key(TOKEN_URL);

    exchange.start();
    exchange.respond(200);

    assertThat(key(TOKEN_URL)).isNull();
    assertThat(key(CALL_URL)).isNull();
  }

  @Test
  void theBodyTellsItsSizeWhereNothingElseDoes() {
    exchange.requestBody("aä€");
    byte[] more = "😀".getBytes(UTF_8);
    exchange.requestBody(more, 0, more.length);
    exchange.requestBody("😀");
    exchange.respond(200);

    assertThat(call(exchange, "POST", CALL_URL).requestBytes()).isEqualTo(1 + 2 + 3 + 4 + 4);
  }

  @Test
  void aSizeThatTheLogTellsGoesBeforeTheBodyItShows() {
    exchange.requestBody("cut");
    exchange.requestBytes(500);
    exchange.respond(200);

    assertThat(call(exchange, "POST", CALL_URL).requestBytes()).isEqualTo(500);
  }
}

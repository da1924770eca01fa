package org.golivecheck.log.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ItemError;
import org.junit.jupiter.api.Test;

class HttpExchangeTest {
  private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
  private static final String URL =
      "https://demo.docusign.net/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001/envelopes";

  private final HttpExchange exchange = new HttpExchange(100);

  @Test
  void headersOfAnyCaseBecomePartsOfTheCall() {
    exchange.requestHeader("user-agent", " Swagger-Codegen/v2.1/6.0.0/Java/17 ");
    exchange.requestHeader("X-DOCUSIGN-AUTHENTICATION", "{\"Password\":\"secret\"}");
    exchange.requestHeader("Content-Length", "38");
    exchange.status(400);
    exchange.answerHeader("x-docusign-tracetoken", "a1");
    exchange.answerHeader("X-RateLimit-Remaining", "12");
    exchange.answerBody("{\"errorCode\":\"INVALID_EMAIL\",\"message\":\"no\"}");

    ApiCall call = exchange.call(TIME, "post", URL, "app.log:3").build();

    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.status()).isEqualTo(400);
    assertThat(call.client().userAgent()).isEqualTo("Swagger-Codegen/v2.1/6.0.0/Java/17");
    assertThat(call.client().legacyAuthentication()).isTrue();
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
    exchange.status(201);
    exchange.answerBody("{\"envelopes\":[{\"errorDetails\":{\"errorCode\":\"A_CODE\"}}]}");

    ApiCall call = exchange.call(TIME, "POST", URL, "app.log:3").build();

    assertThat(call.itemErrors()).extracting(ItemError::code).containsExactly("A_CODE");
    assertThat(call.error()).isNull();
  }

  @Test
  void nothingIsLeftOfTheExchangeBefore() {
    exchange.requestHeader("User-Agent", "a");
    exchange.status(404);
    exchange.answerHeader("X-DocuSign-TraceToken", "a1");
    exchange.answerBody("{\"errorCode\":\"X\"}");
    exchange.start();
    exchange.status(200);

    ApiCall call = exchange.call(TIME, "GET", URL, "app.log:9").build();

    assertThat(call)
        .isEqualTo(
            ApiCall.builder(TIME, "GET", URL, 200)
                .source("app.log:9")
                .vantage(ApiCall.Vantage.CLIENT)
                .build());
  }
}

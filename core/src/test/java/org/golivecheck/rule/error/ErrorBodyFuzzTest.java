package org.golivecheck.rule.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.body.ErrorBody;
import org.junit.jupiter.params.provider.MethodSource;

/** Any body of a failure is read, and has a class. */
class ErrorBodyFuzzTest {
  private static final String[] TYPES = {null, "application/json", "text/html", "application/pdf"};
  private static final List<ApiFamily> APIS = List.of(ApiFamily.values());
  private static final int[] STATUSES = {400, 401, 403, 404, 409, 429, 500, 503};

  static Stream<byte[]> seeds() {
    return Stream.of(
            "{\"errorCode\":\"USER_LACKS_PERMISSIONS\",\"message\":\"no\"}",
            "{\"error\":\"invalid_grant\",\"error_description\":\"expired_client_token\"}",
            "{\"error\":{\"code\":\"A\",\"message\":\"{\\\"errorCode\\\":\\\"B_C\\\"}\"}}",
            "{\"fault\":{\"faultstring\":\"x\",\"detail\":{\"errorcode\":\"y\"}}}",
            "[{\"errorCode\":\"A\"},null,1e999,-0.0,true]",
            "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///x\"><errorDetails><errorCode>A"
                + "</errorCode><message>&x;&#65;</message></errorDetails>",
            "<html><head><title>502 Bad Gateway</title></head><body/></html>",
            "Error calling CreateEnvelope: {\"errorCode\":\"A_B\",\"message\":\"c\"}",
            "array(2) {\n  [\"errorCode\"]=>\n  string(3) \"A_B\"\n}",
            "stdClass Object\n(\n    [errorCode] => A_B\n    [message] => c\n)\n",
            "Error: Request failed with status code 401",
            // Long, so that long bodies are tried.
            "A_B_".repeat(2_000) + "C",
            "{\"errorCode\":\"" + "A_B_".repeat(3_000) + "C\"}",
            "O:8:\"stdClass\"" + "s:1:\"".repeat(2_000))
        .map(text -> text.getBytes(UTF_8));
  }

  @DictionaryEntries({
    "\\\"errorCode\\\":",
    "\\\"message\\\":",
    "{\\\"error\\\":",
    "errorCode=",
    "<errorCode>",
    "stdClass Object",
    "[errorCode] => ",
    "HTTP response body: ",
    "\\\\\\\"",
    "&#x41;"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBodyIsReadAndHasAClass(byte[] body) {
    int choice = body.length == 0 ? 0 : body[body.length - 1] & 0x1F;
    ApiError error =
        ErrorBody.parse(TYPES[choice & 3], body, body.length, /* truncated= */ (choice & 4) != 0);
    ApiCall call =
        ApiCall.builder(
                Instant.EPOCH,
                "GET",
                "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes",
                STATUSES[choice >> 2])
            .error(error)
            .source("a")
            .build();

    assertThat(error.text().length()).isLessThanOrEqualTo(ApiError.MAX_TEXT);
    ApiFamily api = APIS.get(body.length % APIS.size());
    assertThat(ErrorCatalog.get().classify(call, api).remedy()).isNotEmpty();
  }
}

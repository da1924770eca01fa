package org.golivecheck.rule.error;

import java.time.Instant;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.body.ErrorBody;

/** Makes failed calls from the texts of their bodies, and classifies them. */
final class Failures {
  static final String ACCOUNT =
      "https://demo.docusign.net/restapi/v2.1/accounts/0a1b2c3d-0000-4000-8000-000000000001";
  static final String ENVELOPE = ACCOUNT + "/envelopes/9f8e7d6c-0000-4000-8000-000000000002";
  static final String PROVIDER = "https://sign.example.com/api/contracts/17";

  private Failures() {}

  /** A body that an API of DocuSign answered itself, trace token and all. */
  static ErrorClass answered(ApiFamily api, String url, int status, String body) {
    return classify(api, url, status, body, true);
  }

  /** A body of eSignature that DocuSign answered itself. */
  static ErrorClass answered(int status, String body) {
    return answered(ApiFamily.ESIGN, ENVELOPE, status, body);
  }

  static ErrorClass coded(int status, String code, String message) {
    return answered(status, json(code, message));
  }

  /** A body out of a log that has no response headers, or of a call to a provider. */
  static ErrorClass logged(ApiFamily api, String url, int status, String body) {
    return classify(api, url, status, body, false);
  }

  static String json(String code, String message) {
    return "{\"errorCode\":\"%s\",\"message\":\"%s\"}"
        .formatted(code, message.replace("\"", "\\\""));
  }

  private static ErrorClass classify(
      ApiFamily api, String url, int status, String body, boolean answered) {
    return classify(api, url, status, ErrorBody.parse(body), answered, false);
  }

  /** A failure that DocuSign answered, with the legacy header or without. */
  static ErrorClass classify(
      ApiFamily api, String url, int status, ApiError error, boolean legacyHeader) {
    return classify(api, url, status, error, true, legacyHeader);
  }

  private static ErrorClass classify(
      ApiFamily api,
      String url,
      int status,
      ApiError error,
      boolean answered,
      boolean legacyHeader) {
    ApiCall call =
        ApiCall.builder(Instant.parse("2026-11-23T10:00:00Z"), "GET", url, status)
            .error(error)
            .legacyAuthentication(legacyHeader)
            .answeredByDocuSign(answered)
            .build();
    return ErrorCatalog.get().classify(call, api);
  }
}

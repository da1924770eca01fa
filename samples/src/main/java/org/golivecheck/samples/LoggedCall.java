package org.golivecheck.samples;

import java.time.Instant;
import java.util.List;

/**
 * One call as the request log of a user writes it down.
 *
 * @param timestamp when the call ended
 * @param traceToken the trace token, which the response repeats as {@code X-DocuSign-TraceToken}
 * @param method the HTTP method
 * @param url the absolute URL
 * @param requestHeaders header lines without their line ends
 * @param requestBody the request body, empty for none
 * @param status the HTTP status
 * @param responseHeaders header lines without their line ends
 * @param responseBody the response body, empty for none
 * @param operation the log's own name of the operation, empty where a log has none
 * @param layout how the log arranges the parts
 */
record LoggedCall(
    Instant timestamp,
    String traceToken,
    String method,
    String url,
    List<String> requestHeaders,
    String requestBody,
    int status,
    List<String> responseHeaders,
    String responseBody,
    String operation,
    Layout layout) {

  /** How a log arranges the parts of a call. */
  enum Layout {
    /** Trace token and time come first, and the status stands alone. The usual one. */
    STATUS_APART,
    /** The request line comes first, and response headers follow the status at once. */
    REQUEST_FIRST
  }

  LoggedCall {
    requestHeaders = List.copyOf(requestHeaders);
    responseHeaders = List.copyOf(responseHeaders);
    if (layout == Layout.REQUEST_FIRST && !requestBody.isEmpty()) {
      throw new IllegalArgumentException("No log with a request body in this layout is known");
    }
  }
}

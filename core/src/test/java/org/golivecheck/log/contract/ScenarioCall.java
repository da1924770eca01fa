package org.golivecheck.log.contract;

import java.time.Instant;
import java.util.Map;

/**
 * One call of the scenario: all that any log can show of it.
 *
 * @param number which call it is, from 1 on
 * @param start when the request was sent, in whole seconds
 * @param millis how long it took
 * @param method the HTTP method
 * @param host the host
 * @param path the path with its query
 * @param requestHeaders the headers of the request, in order
 * @param requestBody the body of the request; empty where it has none
 * @param status the HTTP status
 * @param responseHeaders the headers of the answer, in order
 * @param responseBody the body of the answer
 * @param operation the name that DocuSign's own log gives to the operation; empty where it has none
 */
record ScenarioCall(
    int number,
    Instant start,
    int millis,
    String method,
    String host,
    String path,
    Map<String, String> requestHeaders,
    String requestBody,
    int status,
    Map<String, String> responseHeaders,
    String responseBody,
    String operation) {

  /** Returns when the answer had come. */
  Instant end() {
    return start.plusMillis(millis);
  }

  String url() {
    return "https://" + host + path;
  }

  /** Returns the name of the status. */
  String reason() {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      default -> throw new IllegalStateException("no name for " + status);
    };
  }

  /** Returns a header of the answer, or an empty text. */
  String responseHeader(String name) {
    return responseHeaders.getOrDefault(name, "");
  }

  String traceToken() {
    return responseHeader("X-DocuSign-TraceToken");
  }

  /** Returns whether DocuSign's eSignature gateway answered, so that its own log has the call. */
  boolean isOfRequestLog() {
    return host.equals(Scenario.API);
  }

  /** Returns whether the account server answered. */
  boolean isOauth() {
    return host.equals(Scenario.ACCOUNT_SERVER);
  }
}

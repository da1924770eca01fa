package org.golivecheck.call;

/**
 * A part of a call that a log can show. A format shows some of these, and a rule needs some of
 * them. Without the parts that it needs, a rule cannot be evaluated.
 */
public enum LogField {
  /** When each call was made. */
  TIME("time", "times"),
  /** The HTTP method. */
  METHOD("method", "methods"),
  /** The URL. */
  URL("URL", "URLs"),
  /** The HTTP status. */
  STATUS("status", "status"),
  /** The error code or body of a failed call, and the errors inside a 2xx body. */
  ERROR("error body", "error bodies"),
  /** DocuSign's trace token. */
  TRACE_TOKEN("trace token", "trace tokens"),
  /** How long each call took. */
  DURATION("duration", "durations"),
  /** The headers that identify the client: user agent, SDK, legacy authentication. */
  CLIENT("client headers", "client headers"),
  /** The rate-limit headers of the response. */
  LIMITS("rate-limit headers", "rate-limit headers"),
  /** The size of the request body. */
  SIZE("request size", "sizes of requests"),
  /** Calls that sign in: tokens, userinfo. */
  OAUTH("OAuth calls", "OAuth calls"),
  /** The integration key. */
  KEY("integration key", "integration keys"),
  /** The account, in the URL or elsewhere. */
  ACCOUNT("account", "accounts"),
  /** The user for whom a call was made. */
  USER("user", "users");

  private final String label;
  private final String plural;

  LogField(String label, String plural) {
    this.label = label;
    this.plural = plural;
  }

  /** Returns the words for it after "no" in a sentence. */
  public String plural() {
    return plural;
  }

  /** Returns the words for it in tables and messages. */
  public String label() {
    return label;
  }
}

package org.golivecheck.call;

/**
 * A part of a call that a log can show. A format shows some of these, and a rule needs some of
 * them. Without the parts that it needs, a rule cannot be evaluated.
 */
public enum LogField {
  /** When each call was made. */
  TIME("time"),
  /** The HTTP method. */
  METHOD("method"),
  /** The URL. */
  URL("URL"),
  /** The HTTP status. */
  STATUS("status"),
  /** The error code or body of a failed call, and the errors inside a 2xx body. */
  ERROR("error body"),
  /** DocuSign's trace token. */
  TRACE_TOKEN("trace token"),
  /** How long each call took. */
  DURATION("duration"),
  /** The headers that identify the client: user agent, SDK, legacy authentication. */
  CLIENT("client headers"),
  /** The rate-limit headers of the response. */
  LIMITS("rate-limit headers"),
  /** The size of the request body. */
  SIZE("request size"),
  /** Calls that sign in: tokens, userinfo. */
  OAUTH("OAuth calls"),
  /** The integration key. */
  KEY("integration key"),
  /** The account, in the URL or elsewhere. */
  ACCOUNT("account"),
  /** The user for whom a call was made. */
  USER("user");

  private final String label;

  LogField(String label) {
    this.label = label;
  }

  /** Returns the words for it after "no" in a sentence. */
  public String plural() {
    return switch (this) {
      case TIME -> "times";
      case ERROR -> "error bodies";
      case SIZE -> "sizes of requests";
      default -> label.endsWith("s") ? label : label + "s";
    };
  }

  /** Returns the words for it in tables and messages. */
  public String label() {
    return label;
  }
}

package org.golivecheck.call;

/**
 * What a log can show of calls. A format shows some of them, and a rule needs some of them: where
 * the two do not meet, the rule cannot be judged.
 */
public enum LogField {
  /** When each call was made. */
  TIME("time"),
  /** The HTTP method and the URL. */
  URL("method and URL"),
  /** The HTTP status. */
  STATUS("status"),
  /** The error code or the body of a call that failed, and the errors inside a 2xx body. */
  ERROR("error body"),
  /** DocuSign's trace token. */
  TRACE_TOKEN("trace token"),
  /** How long each call took. */
  DURATION("duration"),
  /** The headers that tell who asked: user agent, SDK, the legacy authentication. */
  CLIENT("client headers"),
  /** The rate-limit headers of the response. */
  LIMITS("rate-limit headers"),
  /** How large the body of a request was. */
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

  /** Returns the words for it behind "no" in sentences. */
  public String plural() {
    return switch (this) {
      case TIME -> "times";
      case URL -> "methods and URLs";
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

package org.golivecheck.listing;

/** The columns of a listing, in order. Existing names must not change. */
enum Column {
  TIMESTAMP("timestamp"),
  METHOD("method"),
  HOST("host"),
  /** The template of the path. */
  PATH("path"),
  URL("url"),
  OPERATION("operation"),
  STATUS("status", Form.JSON),
  ERROR_CODE("errorCode"),
  MESSAGE("message"),
  TRACE_TOKEN("traceToken"),
  DURATION("durationMs", Form.JSON),
  USER_AGENT("userAgent"),
  SOURCE("source"),
  EXCLUDED("excluded"),
  /** The path of the URL. */
  RESOURCE("resource"),
  /** The query of the URL. */
  QUERY("query"),
  VANTAGE("vantage"),
  // The columns below are left out of an object that has no value for them.
  GAPS("gaps"),
  ERROR_FORM("errorForm"),
  ERROR_TEXT("errorText"),
  ITEM_ERRORS("itemErrors", Form.JSON),
  SDK("sdk"),
  REFERER("referer"),
  ORIGIN("httpOrigin"),
  ACTS_ON_BEHALF_OF("actsOnBehalfOf"),
  LEGACY_AUTHENTICATION("legacyAuthentication", Form.JSON),
  REQUEST_BYTES("requestBytes", Form.JSON),
  HOURLY_LIMIT("hourlyLimit", Form.JSON),
  HOURLY_REMAINING("hourlyRemaining", Form.JSON),
  HOURLY_RESET("hourlyReset", Form.JSON),
  BURST_LIMIT("burstLimit", Form.JSON),
  BURST_REMAINING("burstRemaining", Form.JSON),
  ANSWERED_BY_DOCUSIGN("answeredByDocuSign", Form.JSON),
  INTEGRATION_KEY("integrationKey"),
  ACCOUNT("account"),
  USER("user"),
  ERROR_WRAPPER("errorWrapper"),
  SCOPES("scopes"),
  REDIRECT_URI("redirectUri"),
  GRANT("grant");

  static final Column[] ALL = values();

  /** What a value is. */
  private enum Form {
    TEXT,
    JSON
  }

  private final String label;
  private final Form form;

  Column(String label) {
    this(label, Form.TEXT);
  }

  Column(String label, Form form) {
    this.label = label;
    this.form = form;
  }

  String label() {
    return label;
  }

  /** Returns whether a value is already JSON: a number, {@code true} or an array. */
  boolean isJson() {
    return form == Form.JSON;
  }

  /** Returns whether every object has this name, possibly with null. */
  boolean isAlwaysShown() {
    return compareTo(VANTAGE) <= 0;
  }
}

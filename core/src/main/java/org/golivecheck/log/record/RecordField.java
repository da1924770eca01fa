package org.golivecheck.log.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a value of a record can say of a call. */
public enum RecordField {
  /** When the call ended. */
  TIMESTAMP("timestamp"),
  /** When the call began, in a log that shows that instead. */
  STARTED("started"),
  METHOD("method"),
  /** An absolute URL, or a path with or without a query. */
  URL("url"),
  HOST("host"),
  PATH("path"),
  QUERY("query"),
  /** Method and URL in one, as servers log them: {@code GET /path HTTP/1.1}. */
  REQUEST_LINE("request-line"),
  STATUS("status"),
  ERROR_CODE("error-code"),
  /** The message of an error; in an application's log what the line says. */
  MESSAGE("message"),
  /** The body of the response. */
  BODY("body"),
  REQUEST_BODY("request-body"),
  TRACE_TOKEN("trace-token"),
  DURATION("duration"),
  ACCOUNT("account"),
  USER("user"),
  INTEGRATION_KEY("integration-key"),
  USER_AGENT("user-agent"),
  SDK("sdk"),
  REFERER("referer"),
  ORIGIN("origin"),
  OPERATION("operation"),
  REQUEST_BYTES("request-bytes"),
  // Those from here on are no fields of a call, and have one name each.
  /** Whether a record is a request or a response alone. */
  PART("part"),
  /** What a request and its response have in common where each has its own record. */
  CORRELATION("correlation"),
  // Those from here on are only in what golive-check itself writes: listings and recordings.
  SOURCE("source"),
  EXCLUDED("excluded"),
  VANTAGE("vantage"),
  GAPS("gaps"),
  ERROR_FORM("error-form"),
  ERROR_TEXT("error-text"),
  ITEM_ERRORS("item-errors"),
  ACTS_ON_BEHALF_OF("acts-on-behalf-of"),
  LEGACY_AUTHENTICATION("legacy-authentication"),
  ANSWERED_BY_DOCUSIGN("answered-by-docusign"),
  HOURLY_LIMIT("hourly-limit"),
  HOURLY_REMAINING("hourly-remaining"),
  HOURLY_RESET("hourly-reset"),
  BURST_LIMIT("burst-limit"),
  BURST_REMAINING("burst-remaining"),
  ERROR_WRAPPER("error-wrapper"),
  SCOPES("scopes"),
  REDIRECT_URI("redirect-uri"),
  GRANT("grant"),
  /** In place of a call: how many calls a recorder that was full had lost. */
  DROPPED_CALLS("dropped-calls");

  private static final RecordField[] ALL = values();
  private static final Map<String, RecordField> BY_NAME = new HashMap<>();

  static {
    for (RecordField field : ALL) {
      BY_NAME.put(FieldNames.plain(field.label), field);
    }
  }

  private final String label;

  RecordField(String label) {
    this.label = label;
  }

  /** Returns the name of the field in options and messages. */
  public String label() {
    return label;
  }

  /** Returns the names of the fields that a user may say the column of. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (RecordField field : ALL) {
      if (field.compareTo(PART) < 0) {
        labels.add(field.label);
      }
    }
    return labels;
  }

  /**
   * Returns the field with a name, however it is written: {@code error-code}, {@code errorCode},
   * {@code ERROR_CODE}.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static RecordField require(String name) {
    RecordField field = BY_NAME.get(FieldNames.plain(name));
    if (field != null) {
      return field;
    }
    throw new IllegalArgumentException(
        "there is no field " + name + "; there are " + String.join(", ", labels()));
  }
}

package org.golivecheck.log.access;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.log.record.RecordField;

/** The access log format of Envoy, and so of Istio: text with operators between percent signs. */
final class EnvoySyntax {
  private static final Pattern OPERATOR =
      Pattern.compile("%([A-Z][A-Z0-9_]{2,})(?:\\(([^)]*)\\))?(?::[0-9]+)?%");

  private EnvoySyntax() {}

  /** Returns whether a format is one of Envoy's. */
  static boolean isOf(String format) {
    return OPERATOR.matcher(format).find();
  }

  /**
   * Returns the format.
   *
   * @throws IllegalArgumentException if its lines do not show what every call has
   */
  static AccessFormat parse(String format) {
    FormatBuilder built = new FormatBuilder();
    Matcher operators = OPERATOR.matcher(format);
    int from = 0;
    while (operators.find()) {
      String argument = operators.group(2);
      built.text(format.substring(from, operators.start()));
      built.field(field(operators.group(1), argument == null ? "" : argument));
      from = operators.end();
    }
    return built.text(format.substring(from)).build();
  }

  private static AccessField field(String operator, String argument) {
    return switch (operator) {
      case "START_TIME" -> AccessField.of(RecordField.STARTED, 0);
      case "REQ" -> request(argument);
      case "RESP" -> AccessField.responseHeader(firstName(argument));
      case "RESPONSE_CODE" -> AccessField.of(RecordField.STATUS, 0);
      case "DURATION" -> AccessField.of(RecordField.DURATION, 0);
      case "REQUESTED_SERVER_NAME" -> AccessField.of(RecordField.HOST, 2);
      case "BYTES_RECEIVED" -> AccessField.of(RecordField.REQUEST_BYTES, 1);
      default -> AccessField.NOTHING;
    };
  }

  private static AccessField request(String argument) {
    String upper = argument.toUpperCase(Locale.ROOT);
    if (upper.endsWith(":PATH")) {
      return AccessField.of(RecordField.URL, 0);
    }
    return switch (firstName(upper)) {
      case ":METHOD" -> AccessField.of(RecordField.METHOD, 0);
      case ":AUTHORITY" -> AccessField.of(RecordField.HOST, 1);
      case "X-ENVOY-ORIGINAL-PATH" -> AccessField.of(RecordField.URL, 0);
      default -> AccessField.requestHeader(firstName(argument));
    };
  }

  /** Returns the first header to look up. A fallback may follow after a question mark. */
  private static String firstName(String argument) {
    int other = argument.indexOf('?');
    return other < 0 ? argument : argument.substring(0, other);
  }
}

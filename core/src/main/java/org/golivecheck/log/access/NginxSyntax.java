package org.golivecheck.log.access;

import java.util.Map;
import org.golivecheck.log.record.Alias;
import org.golivecheck.log.record.Alias.Unit;
import org.golivecheck.log.record.FieldNames;
import org.golivecheck.log.record.NameNode;
import org.golivecheck.log.record.RecordField;
import org.golivecheck.text.Ascii;

/** The {@code log_format} of nginx: text with variables. */
final class NginxSyntax {
  private static final String UPSTREAM_HEADER = "upstream_http_";
  private static final String SENT_HEADER = "sent_http_";
  private static final String REQUEST_HEADER = "http_";

  private NginxSyntax() {}

  /**
   * Returns the format.
   *
   * @throws IllegalArgumentException if its lines do not show what every call has
   */
  static AccessFormat parse(String format) {
    NameNode names = FieldNames.root(Map.of());
    FormatBuilder built = new FormatBuilder();
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at);
      int end = at + 1;
      boolean braces = c == '$' && end < format.length() && format.charAt(end) == '{';
      int start = braces ? end + 1 : end;
      end = start;
      while (c == '$' && end < format.length() && isNamePart(format.charAt(end))) {
        end++;
      }
      if (c == '$' && end > start) {
        built.field(field(format.substring(start, end), names));
        at = braces && end < format.length() && format.charAt(end) == '}' ? end + 1 : end;
      } else {
        built.text(c);
        at++;
      }
    }
    return built.build();
  }

  private static boolean isNamePart(char c) {
    return Ascii.isLetterOrDigit(c) || c == '_';
  }

  private static AccessField field(String variable, NameNode names) {
    return switch (variable) {
      case "msec" -> AccessField.of(RecordField.TIMESTAMP, 1);
      case "upstream_status" -> AccessField.of(RecordField.STATUS, 1_000);
      case "proxy_host" -> AccessField.of(RecordField.HOST, 1_000);
      // With the headers, so it is not the size of the body.
      case "request_length" -> AccessField.NOTHING;
      case "request_time" -> AccessField.of(RecordField.DURATION, 0, Unit.SECONDS);
      default -> header(variable, names);
    };
  }

  private static AccessField header(String variable, NameNode names) {
    if (variable.startsWith(UPSTREAM_HEADER)) {
      return AccessField.responseHeader(variable.substring(UPSTREAM_HEADER.length()));
    }
    if (variable.startsWith(SENT_HEADER)) {
      return AccessField.responseHeader(variable.substring(SENT_HEADER.length()));
    }
    if (variable.startsWith(REQUEST_HEADER)) {
      return AccessField.requestHeader(variable.substring(REQUEST_HEADER.length()));
    }
    Alias alias = names.child(variable).alias();
    return alias == null ? AccessField.NOTHING : AccessField.of(alias);
  }
}

package org.golivecheck.log.access;

import org.golivecheck.log.record.Alias.Unit;
import org.golivecheck.log.record.RecordField;

/**
 * The {@code LogFormat} of Apache: text with directives such as {@code %>s} or {@code %{Host}i}.
 */
final class ApacheSyntax {
  private final String format;
  private final FormatBuilder built = new FormatBuilder();
  private int at;

  private ApacheSyntax(String format) {
    this.format = format;
  }

  /**
   * Returns the format.
   *
   * @throws IllegalArgumentException if its lines do not show what every call has
   */
  static AccessFormat parse(String format) {
    return new ApacheSyntax(format).parse();
  }

  private AccessFormat parse() {
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c == '%' && at < format.length()) {
        directive();
      } else if (c == '\\' && at < format.length()) {
        char escaped = format.charAt(at++);
        built.text(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
      } else {
        built.text(c);
      }
    }
    return built.build();
  }

  private void directive() {
    // Modifiers: for which responses, and of which of several requests, the value is logged.
    while (at < format.length() && "!,<>0123456789".indexOf(format.charAt(at)) >= 0) {
      at++;
    }
    String name = "";
    if (at < format.length() && format.charAt(at) == '{') {
      int end = format.indexOf('}', at);
      if (end < 0) {
        throw new IllegalArgumentException("the log format has a brace { without its }");
      }
      name = format.substring(at + 1, end);
      at = end + 1;
    }
    if (at == format.length()) {
      throw new IllegalArgumentException("the log format ends within a directive");
    }
    char letter = format.charAt(at++);
    if (letter == '^' && at + 1 < format.length()) {
      // %^ti and %^to have names of three characters.
      at += 2;
      letter = 'x';
    }
    if (letter == '%') {
      built.text('%');
    } else if (letter == 't' && name.isEmpty()) {
      built.text('[').field(AccessField.of(RecordField.STARTED, 0)).text(']');
    } else {
      built.field(field(letter, name));
    }
  }

  private static AccessField field(char letter, String name) {
    return switch (letter) {
      case 't' -> time(name);
      case 'r' -> AccessField.of(RecordField.REQUEST_LINE, 0);
      case 'm' -> AccessField.of(RecordField.METHOD, 0);
      case 'U' -> AccessField.of(RecordField.PATH, 0);
      case 'q' -> AccessField.of(RecordField.QUERY, 0);
      case 's' -> AccessField.of(RecordField.STATUS, 0);
      case 'D' -> AccessField.of(RecordField.DURATION, 0, Unit.MICROS);
      case 'T' -> AccessField.of(RecordField.DURATION, 1, unit(name));
      case 'v', 'V' -> AccessField.of(RecordField.HOST, 1);
      case 'i' -> AccessField.requestHeader(name);
      case 'o' -> AccessField.responseHeader(name);
      default -> AccessField.NOTHING;
    };
  }

  private static AccessField time(String form) {
    boolean fraction = form.endsWith("_frac");
    RecordField field = form.startsWith("end:") ? RecordField.TIMESTAMP : RecordField.STARTED;
    return fraction ? AccessField.NOTHING : AccessField.of(field, 0);
  }

  private static Unit unit(String name) {
    return switch (name) {
      case "us" -> Unit.MICROS;
      case "ms" -> Unit.MILLIS;
      default -> Unit.SECONDS;
    };
  }
}

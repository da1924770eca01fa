package org.golivecheck.log.redact;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads parameters of header values, such as {@code boundary=abc} and {@code name="x"}. */
final class Parameters {
  private Parameters() {}

  /** Returns the first value of a parameter, or null where it is missing or empty. */
  static @Nullable String value(String header, String name) {
    String folded = header.toLowerCase(Locale.ROOT);
    int at = folded.indexOf(name + "=");
    while (at > 0 && Character.isLetter(folded.charAt(at - 1))) {
      at = folded.indexOf(name + "=", at + 1);
    }
    if (at < 0) {
      return null;
    }
    int from = at + name.length() + 1;
    boolean quoted = from < header.length() && header.charAt(from) == '"';
    int start = quoted ? from + 1 : from;
    int end = start;
    while (end < header.length() && !ends(header.charAt(end), quoted)) {
      end++;
    }
    return end == start ? null : header.substring(start, end);
  }

  private static boolean ends(char c, boolean quoted) {
    return quoted ? c == '"' : c == ';' || c <= ' ';
  }
}

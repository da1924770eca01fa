package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds values by the name before them: JSON members, also escaped ones inside a string, query and
 * form parameters, header lines, attributes, and plain {@code name: value}.
 */
final class LabelledValues implements Detector {
  /** The longest first half of a name of two words, such as "phone number". */
  private static final int MAX_HALF = 20;

  private final boolean personal;

  /** Finds secrets, and personal data where that is wanted. */
  LabelledValues(boolean personal) {
    this.personal = personal;
  }

  @Override
  public @Nullable Match find(String text, int at) {
    if (!beginsName(text, at)) {
      return null;
    }
    int end = endOfName(text, at);
    Match match = valueAfter(text, Labels.of(text.substring(at, end)), end);
    if (match != null || Chars.at(text, end) != ' ' || end - at > MAX_HALF) {
      return match;
    }
    int second = endOfName(text, end + 1);
    String both = text.substring(at, end) + text.substring(end + 1, second);
    return second == end + 1 ? null : valueAfter(text, Labels.of(both), second);
  }

  private static boolean beginsName(String text, int at) {
    if (!Chars.isName(text.charAt(at))) {
      return false;
    }
    char before = Chars.at(text, at - 1);
    char second = Chars.at(text, at - 2);
    boolean afterEscape = second == '\\' && (before == 'n' || before == 'r' || before == 't');
    boolean afterPercent =
        Chars.at(text, at - 3) == '%' && Ascii.isHexDigit(second) && Ascii.isHexDigit(before);
    return !Chars.isName(before) || afterEscape || afterPercent;
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (end < text.length() && Chars.isName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private @Nullable Match valueAfter(String text, @Nullable Label label, int endOfName) {
    if (label == null || (label.personal() && !personal)) {
      return null;
    }
    int separator = label == Label.SECRET_PARAMETER ? endOfName : skipClosing(text, endOfName);
    int value = afterSeparator(text, separator, label);
    if (value < 0 || value >= text.length()) {
      return null;
    }
    int start = skipPrefix(text, value);
    int quote = skipBackslashes(text, start);
    if (Chars.isQuote(Chars.at(text, quote))) {
      return hide(text, quote + 1, closingQuote(text, quote, quote - start), label);
    }
    return label == Label.PERSONAL_FIELD
        ? null
        : hide(text, value, BareValue.end(text, value, label), label);
  }

  private static @Nullable Match hide(String text, int from, int to, Label label) {
    boolean status = label == Label.SECRET_PARAMETER && isShortNumber(text, from, to);
    return status || Markers.masked(text, from, to) ? null : new Match(from, to, label.marker());
  }

  /** Returns whether a value may be a status, as in {@code code=400}. */
  private static boolean isShortNumber(String text, int from, int to) {
    int i = from;
    while (i < to && i - from <= 3 && Ascii.isDigit(text.charAt(i))) {
      i++;
    }
    return i == to && to - from <= 3;
  }

  /** Skips what may close a name: a quote, also an escaped one, and a bracket. */
  private static int skipClosing(String text, int from) {
    int p = skipBackslashes(text, from);
    if (Chars.isQuote(Chars.at(text, p))) {
      p++;
    }
    if (Chars.at(text, p) == ']') {
      p++;
    }
    return Chars.skipSpaces(text, p);
  }

  private static int skipBackslashes(String text, int from) {
    int p = from;
    while (Chars.at(text, p) == '\\') {
      p++;
    }
    return p;
  }

  /** Returns where the value after a separator begins, or -1 where there is no separator. */
  private static int afterSeparator(String text, int at, Label label) {
    int end = -1;
    if (Chars.at(text, at) == '=') {
      end = Chars.at(text, at + 1) == '>' ? at + 2 : at + 1;
    } else if (text.regionMatches(true, at, "%3D", 0, 3)) {
      end = at + 3;
    } else if (label == Label.SECRET_PARAMETER) {
      return -1;
    } else if (Chars.at(text, at) == ':' && Chars.at(text, at + 1) != ':') {
      end = Chars.at(text, at + 1) == '=' ? at + 2 : at + 1;
    } else if (text.regionMatches(true, at, "%3A", 0, 3)) {
      end = at + 3;
    }
    return end < 0 ? -1 : Chars.skipSpaces(text, end);
  }

  /** Skips the letter of Python's {@code u'...'} and {@code b'...'}. */
  private static int skipPrefix(String text, int at) {
    char c = text.charAt(at);
    return (c == 'u' || c == 'b') && Chars.isQuote(Chars.at(text, at + 1)) ? at + 1 : at;
  }

  /**
   * Returns where a quoted value ends: at the next such quote that is escaped as its opening one
   * is. In JSON inside n JSON strings that takes 2^n - 1 backslashes, and a multiple of 2^(n+1)
   * more are the value's own.
   */
  private static int closingQuote(String text, int opening, int backslashes) {
    char quote = text.charAt(opening);
    int run = 0;
    for (int i = opening + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote && run % (2 * (backslashes + 1)) == backslashes) {
        return i - backslashes;
      }
      run = c == '\\' ? run + 1 : 0;
    }
    return text.length();
  }
}

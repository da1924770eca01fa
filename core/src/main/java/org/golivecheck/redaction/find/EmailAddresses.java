package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds e-mail addresses: also with a quoted local part, letters of any script in both parts, or an
 * IP address in brackets as the domain.
 */
final class EmailAddresses implements Detector {
  /** RFC 5321, section 4.5.3.1.1, and two quotes. */
  private static final int MAX_QUOTED = 66;

  @Override
  public @Nullable Match find(String text, int at) {
    int end = Chars.isQuote(text.charAt(at)) ? endOfQuoted(text, at) : endOfLocal(text, at);
    if (end < 0 || Chars.at(text, end) != '@') {
      return null;
    }
    int to = endOfDomain(text, end + 1);
    return to < 0 ? null : new Match(at, to, Markers.EMAIL);
  }

  /** Returns where a local part that begins at a position ends, or -1 if none begins. */
  private static int endOfLocal(String text, int at) {
    if (!isLocal(text, at) || (at > 0 && isLocal(text, at - 1))) {
      return -1;
    }
    int end = at;
    while (end < text.length() && isLocal(text, end)) {
      end++;
    }
    return end;
  }

  /** Returns where a quoted local part ends, after its quote, or -1. */
  private static int endOfQuoted(String text, int at) {
    int limit = Math.min(text.length(), at + MAX_QUOTED);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == text.charAt(at)) {
        return i > at + 1 ? i + 1 : -1;
      }
      if (c == '\\') {
        i++;
      } else if (Chars.isBreak(c)) {
        return -1;
      }
    }
    return -1;
  }

  /** Returns where a domain name ends, or -1 if the text is not one. */
  private static int endOfDomain(String text, int from) {
    if (Chars.at(text, from) == '[') {
      int literal = from + 1;
      while (Ascii.isHexDigit(Chars.at(text, literal)) || isLiteral(Chars.at(text, literal))) {
        literal++;
      }
      return literal > from + 2 && Chars.at(text, literal) == ']' ? literal + 1 : -1;
    }
    int end = from;
    int label = -1;
    for (int i = from; i < text.length() && isDomain(text.charAt(i)); i++) {
      char c = text.charAt(i);
      if (c != '.' && c != '-') {
        label = Chars.at(text, i - 1) == '.' ? i : label;
        end = i + 1;
      }
    }
    boolean domain = label > from + 1 && end > label + 1 && Character.isLetter(text.charAt(label));
    return domain ? end : -1;
  }

  private static boolean isLiteral(char c) {
    return c == '.' || c == ':' || c == 'I' || c == 'P' || c == 'v';
  }

  private static boolean isDomain(char c) {
    return Ascii.isLetterOrDigit(c) || c == '-' || c == '.' || isForeignLetter(c);
  }

  private static boolean isLocal(String text, int i) {
    char c = text.charAt(i);
    // An apostrophe belongs to O'Brien, but not to a quoted address.
    return c == '\''
        ? Ascii.isLetterOrDigit(Chars.at(text, i - 1))
            && Ascii.isLetterOrDigit(Chars.at(text, i + 1))
        : Chars.isName(c) || "!#$+.^`~".indexOf(c) >= 0 || isForeignLetter(c);
  }

  private static boolean isForeignLetter(char c) {
    return c > '\u007f'
        && (Character.isLetter(c)
            || Character.isSurrogate(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }
}

package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;

/** The kinds of characters that the detectors tell apart, all ASCII unless said otherwise. */
final class Chars {
  private Chars() {}

  /** What the names of fields and headers are made of. */
  static boolean isName(char c) {
    return Ascii.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** What base64 is made of in either alphabet, apart from its padding. */
  static boolean isBase64(char c) {
    return isName(c) || c == '+' || c == '/';
  }

  /** What a token in a header or a URL is made of. */
  static boolean isToken(char c) {
    return isBase64(c) || c == '.' || c == '~' || c == '=';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** Returns the character at a position, or NUL, which no cleaned text has, beyond the ends. */
  static char at(String text, int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : '\0';
  }

  /** Returns the first position from {@code i} on that holds no space or line feed. */
  static int skipSpaces(String text, int i) {
    int p = i;
    while (p < text.length() && isSpace(text.charAt(p))) {
      p++;
    }
    return p;
  }
}

package org.golivecheck.redaction.find;

/** The kinds of characters that the detectors tell apart, all ASCII unless said otherwise. */
final class Chars {
  private Chars() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isLetterOrDigit(char c) {
    return isLower(c) || isUpper(c) || isDigit(c);
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** What the names of fields and headers are made of. */
  static boolean isName(char c) {
    return isLetterOrDigit(c) || c == '_' || c == '-';
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

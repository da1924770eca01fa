package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;

/** The kinds of characters that the detectors distinguish, all ASCII unless stated otherwise. */
final class Chars {
  /** In a cleaned text: a line break after which the line begins with a blank. */
  static final char FOLD = '\u000B';

  private Chars() {}

  /** The characters of the names of fields and headers. */
  static boolean isName(char c) {
    return Ascii.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** The characters of base64 in either alphabet, without its padding. */
  static boolean isBase64(char c) {
    return isName(c) || c == '+' || c == '/';
  }

  /** The characters of a token in a header or a URL. */
  static boolean isToken(char c) {
    return isBase64(c) || c == '.' || c == '~' || c == '=';
  }

  static boolean isSpace(char c) {
    return c == ' ' || isBreak(c);
  }

  /** Returns whether a character of a cleaned text is a line break. */
  static boolean isBreak(char c) {
    return c == '\n' || c == FOLD;
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /**
   * Returns the character at a position, or NUL outside of the text. No cleaned text contains NUL.
   */
  static char at(String text, int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : '\0';
  }

  /** Returns the first position from {@code i} on that is not a space or line break. */
  static int skipSpaces(String text, int i) {
    int p = i;
    while (p < text.length() && isSpace(text.charAt(p))) {
      p++;
    }
    return p;
  }

  /** Returns where a token that begins at {@code from} ends, without the dots after it. */
  static int endOfToken(String text, int from) {
    int to = from;
    while (to < text.length() && isToken(text.charAt(to))) {
      to++;
    }
    while (to > from && text.charAt(to - 1) == '.') {
      to--;
    }
    return to;
  }
}

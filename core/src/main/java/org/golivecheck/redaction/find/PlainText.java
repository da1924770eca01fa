package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;

/**
 * Tells text in which no detector can find anything, as nearly all methods, codes, trace tokens and
 * source names are, so that it needs no more than one look.
 */
final class PlainText {
  /** So many dots between digits make an IP address. */
  private static final int DOTS_OF_ADDRESS = 3;

  private PlainText() {}

  /** Returns whether a text needs no change; that it returns false says nothing. */
  static boolean is(String text, int maxLength) {
    int length = text.length();
    if (length > maxLength) {
      return false;
    }
    int run = 0;
    int dots = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      run = Chars.isBase64(c) ? run + 1 : 0;
      dots += c == '.' && Ascii.isDigit(Chars.at(text, i - 1)) ? 1 : 0;
      if (c < ' '
          || c > '~'
          || run > LongRuns.MAX_SHOWN
          || dots >= DOTS_OF_ADDRESS
          || mayBegin(text, i, c)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a character may belong to something that a detector looks for. */
  private static boolean mayBegin(String text, int i, char c) {
    return switch (c) {
      case '=', ':', '<', '@', '%' -> true;
      case '-' -> Chars.at(text, i - 1) == '-';
      case 'J' -> Chars.at(text, i - 1) == 'y';
      case ' ' -> endsScheme(Chars.at(text, i - 1));
      default -> false;
    };
  }

  /** Returns whether "Bearer" or "Basic" may end with a character. */
  private static boolean endsScheme(char last) {
    return last == 'r' || last == 'R' || last == 'c' || last == 'C';
  }
}

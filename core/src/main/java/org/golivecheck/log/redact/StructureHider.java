package org.golivecheck.log.redact;

import org.golivecheck.text.Ascii;

/** Hides the values of an object or array, and keeps the names of its members and its brackets. */
final class StructureHider {
  private static final String KEPT = "{}[]:,\"'\\ \t\r\n";

  private final byte[] bytes;
  private final int start;
  private final int to;
  private final byte[] forms;
  private final boolean[] hidden;

  /**
   * Sets up.
   *
   * @param start from where on bytes are changed
   */
  StructureHider(byte[] bytes, int start, int to, byte[] forms, boolean[] hidden) {
    this.bytes = bytes;
    this.start = start;
    this.to = to;
    this.forms = forms;
    this.hidden = hidden;
  }

  /** Hides what follows the bracket at an index. */
  void hide(int from) {
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b == '"' || b == '\'') {
        int close = closingQuote(at);
        if (!isName(close)) {
          hideRange(at + 1, close);
        }
        at = skipQuote(close);
      } else {
        int end = endOfLiteral(at);
        hideLiteral(at, end);
        at = Math.max(at + 1, end);
      }
    }
    for (int i = start; i < to; i++) {
      hidden[i] = true;
    }
  }

  /** Returns where the backslashes of the closing quote begin, or the quote itself. */
  private int closingQuote(int open) {
    int backslashes = 0;
    while (open - backslashes > 0 && bytes[open - backslashes - 1] == '\\') {
      backslashes++;
    }
    int run = 0;
    for (int i = open + 1; i < to; i++) {
      if (bytes[i] == bytes[open] && run % (2 * (backslashes + 1)) == backslashes) {
        return i - backslashes;
      }
      run = bytes[i] == '\\' ? run + 1 : 0;
    }
    return to;
  }

  private int skipQuote(int close) {
    int at = close;
    while (at < to && bytes[at] == '\\') {
      at++;
    }
    return at + 1;
  }

  private boolean isName(int close) {
    int at = skipQuote(close);
    while (at < to && bytes[at] <= ' ') {
      at++;
    }
    return at < to && bytes[at] == ':';
  }

  private int endOfLiteral(int from) {
    int end = from;
    while (end < to && KEPT.indexOf(bytes[end]) < 0) {
      end++;
    }
    return end;
  }

  private void hideLiteral(int from, int end) {
    if (is("true", from, end) || is("false", from, end) || is("null", from, end)) {
      return;
    }
    boolean number = true;
    for (int i = from; i < end; i++) {
      number &= Ascii.isDigit(bytes[i]) || "+-.eE".indexOf(bytes[i]) >= 0;
    }
    if (!number) {
      hideRange(from, end);
      return;
    }
    for (int i = Math.max(from, start); i < end; i++) {
      bytes[i] = Ascii.isDigit(bytes[i]) ? (byte) '9' : bytes[i];
    }
  }

  private boolean is(String word, int from, int end) {
    if (end - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void hideRange(int from, int end) {
    Hider.fill(bytes, Math.max(from, start), end, forms, hidden);
  }
}

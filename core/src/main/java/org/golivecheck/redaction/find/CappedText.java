package org.golivecheck.redaction.find;

/**
 * Text of limited length: what goes beyond is cut between two units and an ellipsis put instead.
 */
final class CappedText {
  private static final String ELLIPSIS = "...";

  private final StringBuilder text = new StringBuilder();
  private final int maxLength;
  private int cut;

  CappedText(int maxLength) {
    this.maxLength = maxLength;
  }

  /** Returns whether nothing that is added would still be seen. */
  boolean isFull() {
    return text.length() > maxLength;
  }

  /** Adds a unit that is never cut in two. */
  void append(String unit) {
    text.append(unit);
    noteCut();
  }

  /** Adds the character at a position, with a space for a line feed; returns the next position. */
  int copy(String from, int at) {
    int codePoint = from.codePointAt(at);
    text.appendCodePoint(codePoint == '\n' ? ' ' : codePoint);
    noteCut();
    return at + Character.charCount(codePoint);
  }

  private void noteCut() {
    if (text.length() <= maxLength - ELLIPSIS.length()) {
      cut = text.length();
    }
  }

  /** Returns the text, at most as long as allowed. */
  @Override
  public String toString() {
    return isFull() ? text.substring(0, cut) + ELLIPSIS : text.toString();
  }
}

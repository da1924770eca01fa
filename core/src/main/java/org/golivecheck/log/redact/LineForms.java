package org.golivecheck.log.redact;

import org.golivecheck.text.Ascii;

/**
 * Decides how far each byte of a body may be changed. After a change the parser of the log must see
 * a line as it did before, or another line might become the status line.
 */
final class LineForms {
  /** May become anything that does not end the line. */
  static final byte FREE = 0;

  /** A blank must stay one, and so must a character of a name, a colon, and anything else. */
  static final byte CLASS = 1;

  /** Must stay. */
  static final byte FIXED = 2;

  private int column;
  private boolean decided;
  private boolean status;

  /** Takes over the place of another. */
  void set(LineForms other) {
    column = other.column;
    decided = other.decided;
    status = other.status;
  }

  /** Goes to the start of a line. */
  void reset() {
    column = 0;
    decided = false;
    status = false;
  }

  /**
   * Goes over bytes.
   *
   * @param end where the known bytes end, at or after {@code to}
   * @param forms receives the form of each byte at the index of the byte
   */
  void mark(byte[] bytes, int from, int to, int end, byte[] forms) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (column == 0) {
        decided = false;
        status = beginsStatus(bytes, i, end);
      }
      if (status) {
        forms[i] = column < 3 ? FIXED : CLASS;
      } else {
        forms[i] = decided ? FREE : CLASS;
        decided |= !Ascii.isToken(b);
      }
      column = b == '\n' ? 0 : column + 1;
    }
  }

  /**
   * Returns whether there are three digits at an index, and then a blank or the end of the line.
   */
  private static boolean beginsStatus(byte[] bytes, int at, int end) {
    if (at + 3 > end
        || !Ascii.isDigit(bytes[at])
        || !Ascii.isDigit(bytes[at + 1])
        || !Ascii.isDigit(bytes[at + 2])) {
      return false;
    }
    return at + 3 == end || bytes[at + 3] <= ' ';
  }

  /** Returns what to show in place of a byte. */
  static byte masked(byte b, byte form) {
    if ((b >= 0 && b < ' ') || b == 0x7F || form == FIXED) {
      return b; // control characters reveal nothing, but end lines and mark bytes that are not text
    }
    if (form == FREE || Ascii.isToken(b)) {
      return '*';
    }
    return b == ' ' || b == ':' ? b : (byte) ',';
  }
}

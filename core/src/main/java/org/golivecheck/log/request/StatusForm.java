package org.golivecheck.log.request;

import org.golivecheck.text.Ascii;

/** The form that a line must have to be a status line. */
enum StatusForm {
  /** Any other line. */
  NONE,
  /** Three digits. */
  NUMBER,
  /** Three digits and one word, as DocuSign writes: {@code 404 NotFound}, {@code 429 429}. */
  NUMBER_AND_WORD,
  /**
   * Three digits and several words, as {@code 404 Not Found}. DocuSign writes no such line, but an
   * edited log may have one. It counts only in an entry without a line of another form.
   */
  NUMBER_AND_WORDS;

  /**
   * Longer lines, with their line break, are not status lines. The longest status word of .NET has
   * 29 letters.
   */
  static final int MAX_LENGTH = 256;

  /** Returns the form of a line; blanks at its end do not matter. */
  static StatusForm of(LogLine line) {
    byte[] bytes = line.bytes();
    int from = line.from();
    int end = line.textEnd();
    while (end > from && LogLine.isBlank(bytes[end - 1])) {
      end--;
    }
    if (line.cut() || line.to() - from > MAX_LENGTH || end - from < 3) {
      return NONE;
    }
    return startsWithNumber(bytes, from) ? formOfRest(bytes, from + 3, end) : NONE;
  }

  private static StatusForm formOfRest(byte[] bytes, int from, int end) {
    if (from == end) {
      return NUMBER;
    }
    if (bytes[from] != ' ' || LogLine.isBlank(bytes[from + 1])) {
      return NONE;
    }
    for (int i = from + 2; i < end; i++) {
      if (LogLine.isBlank(bytes[i])) {
        return NUMBER_AND_WORDS;
      }
    }
    return NUMBER_AND_WORD;
  }

  /** Returns the number that begins a line of any form but {@link #NONE}. */
  static int statusOf(LogLine line) {
    byte[] bytes = line.bytes();
    int at = line.from();
    return (bytes[at] - '0') * 100 + (bytes[at + 1] - '0') * 10 + (bytes[at + 2] - '0');
  }

  private static boolean startsWithNumber(byte[] bytes, int from) {
    return Ascii.isDigit(bytes[from])
        && Ascii.isDigit(bytes[from + 1])
        && Ascii.isDigit(bytes[from + 2]);
  }
}

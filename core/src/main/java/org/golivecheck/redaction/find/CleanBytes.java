package org.golivecheck.redaction.find;

import java.util.Arrays;

/**
 * UTF-8 as {@link CleanText} has it, with the place of every character in the bytes. Reused from
 * text to text.
 */
final class CleanBytes {
  private static final int FOREIGN_LETTER = '\u00E9';

  private final StringBuilder chars = new StringBuilder();
  private int[] places = new int[1024];
  private int width;

  /** Reads the bytes in {@code [from, to)}; bytes that are no UTF-8 stand for a letter each. */
  void read(byte[] bytes, int from, int to) {
    chars.setLength(0);
    boolean broken = false;
    for (int at = from; at < to; at += width) {
      int codePoint = decode(bytes, at, to);
      if (CleanText.breaksLine(codePoint)) {
        broken = true;
        continue;
      }
      int clean = CleanText.clean(codePoint);
      if (CleanText.isInvisible(codePoint) || (broken && clean == ' ')) {
        continue;
      }
      if (broken) {
        breakLine(at);
        broken = false;
      }
      append(clean, at);
    }
    place(chars.length(), to);
  }

  private void breakLine(int at) {
    int end = chars.length();
    while (end > 0 && chars.charAt(end - 1) == ' ') {
      end--;
    }
    chars.setLength(end);
    if (end > 0) {
      append('\n', at - 1);
    }
  }

  private void append(int codePoint, int at) {
    int length = chars.length();
    chars.appendCodePoint(codePoint);
    for (int i = length; i < chars.length(); i++) {
      place(i, at);
    }
  }

  private void place(int index, int at) {
    if (index == places.length) {
      places = Arrays.copyOf(places, 2 * index);
    }
    places[index] = at;
  }

  /** Returns the text. */
  String text() {
    return chars.toString();
  }

  /** Returns where in the bytes a character begins; for the length of the text, where they end. */
  int place(int index) {
    return places[index];
  }

  /** Returns where in the bytes the character before an index ends, breaks and blanks left out. */
  int placeOfEnd(int index, byte[] bytes) {
    int end = places[index];
    while (end > 0 && end > places[index - 1] + 1 && isSpace(bytes[end - 1])) {
      end--;
    }
    return end;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  private int decode(byte[] bytes, int at, int to) {
    int first = bytes[at];
    width = 1;
    if (first >= 0) {
      return first;
    }
    int more = first >= (byte) 0xF0 ? 3 : first >= (byte) 0xE0 ? 2 : 1;
    if (first < (byte) 0xC2 || first > (byte) 0xF4 || at + more >= to) {
      return broken();
    }
    int codePoint = first & (0x3F >> more);
    for (int i = 1; i <= more; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return broken();
      }
      codePoint = codePoint << 6 | (bytes[at + i] & 0x3F);
    }
    width = 1 + more;
    return codePoint <= Character.MAX_CODE_POINT ? codePoint : broken();
  }

  /** Letters of another encoding must not hide what stands beside them. */
  private static int broken() {
    return FOREIGN_LETTER;
  }
}

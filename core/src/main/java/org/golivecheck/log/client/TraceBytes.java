package org.golivecheck.log.client;

import java.util.Arrays;
import org.golivecheck.log.text.TextLine;

/**
 * The bytes of one part of a trace of curl, put together of its lines: of {@code 0040: text}, or of
 * {@code 0010: 50 4f 53 54 ... POST}. Holds a bounded number; not thread-safe.
 */
final class TraceBytes {
  /** How many bytes a line of text shows, unless a line break of the text ends it. */
  private static final int TEXT_WIDTH = 64;

  private static final int HEX_WIDTH = 16;
  private static final int LONGEST_OFFSET = 16;

  private final int max;
  private byte[] bytes = new byte[1_024];
  private int length;
  private long lastOffset;
  private boolean begun;
  private boolean hex;

  TraceBytes(int max) {
    this.max = max;
  }

  void clear() {
    length = 0;
    begun = false;
    hex = false;
  }

  /** Returns the bytes, and begins with none. */
  byte[] take() {
    if (begun && !hex) {
      // What ended the last line is not shown.
      put((byte) '\n');
    }
    byte[] taken = Arrays.copyOf(bytes, length);
    clear();
    return taken;
  }

  /** Takes a line; returns whether it is one of a trace. */
  boolean add(TextLine line) {
    int colon = line.indexOf((byte) ':', line.from(), line.from() + LONGEST_OFFSET);
    if (colon <= line.from()) {
      return false;
    }
    long offset = 0;
    for (int i = line.from(); i < colon; i++) {
      int digit = Character.digit(line.bytes()[i], 16);
      if (digit < 0) {
        return false;
      }
      offset = offset * 16 + digit;
    }
    int from = Math.min(colon + 2, line.to());
    if (!begun) {
      hex = isHex(line, from);
    }
    if (hex) {
      addHex(line, from);
    } else {
      addText(line, from, offset);
    }
    begun = true;
    lastOffset = offset;
    return true;
  }

  private void addText(TextLine line, int from, long offset) {
    if (begun && offset != lastOffset + TEXT_WIDTH) {
      put((byte) '\n');
    }
    for (int i = from; i < line.to(); i++) {
      put(line.bytes()[i]);
    }
  }

  /** Returns whether what is shown are numbers, with the text after them. */
  private static boolean isHex(TextLine line, int from) {
    int end = from + 3 * HEX_WIDTH;
    if (end > line.to()) {
      return false;
    }
    boolean ended = false;
    for (int i = from; i < end; i += 3) {
      boolean pair = digit(line, i) >= 0 && digit(line, i + 1) >= 0;
      boolean blank = line.bytes()[i] == ' ' && line.bytes()[i + 1] == ' ' && i > from;
      if (line.bytes()[i + 2] != ' ' || (ended ? !blank : !pair && !blank)) {
        return false;
      }
      ended |= blank;
    }
    return true;
  }

  private static int digit(TextLine line, int at) {
    return at < line.to() ? Character.digit(line.bytes()[at], 16) : -1;
  }

  private void addHex(TextLine line, int from) {
    for (int i = from; i < from + 3 * HEX_WIDTH; i += 3) {
      int high = digit(line, i);
      int low = digit(line, i + 1);
      if (high < 0 || low < 0) {
        return;
      }
      put((byte) (high * 16 + low));
    }
  }

  private void put(byte b) {
    if (length == max) {
      return;
    }
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(max, 2 * length));
    }
    bytes[length++] = b;
  }
}

package org.golivecheck.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A GUID in canonical form: 8-4-4-4-12 hexadecimal digits of either case.
 *
 * <p>An instance reads any number of GUIDs, and is faster than the parser of {@link
 * java.util.UUID}. Not thread-safe.
 */
public final class Guid {
  /** The number of characters of a GUID. */
  public static final int LENGTH = 36;

  private static final int LOWER = 0x10;
  private static final int UPPER = 0x20;
  private static final int NO_DIGIT = 0x40;

  /** What each Latin-1 character is worth, and which of the marks above it has. */
  private static final byte[] DIGITS = digits();

  private long high;
  private long low;
  private int marks;
  private final byte[] copy = new byte[LENGTH];

  /** Reads the GUID at an index, and returns whether there is one. */
  public boolean read(String text, int from) {
    // Most texts that are not a GUID fail here.
    if (from + LENGTH > text.length() || text.charAt(from + 8) != '-') {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(from + i);
      if (c > 0x7F) {
        return false;
      }
      copy[i] = (byte) c;
    }
    return read(copy, 0, LENGTH);
  }

  /** Reads the GUID at an index of bytes that end at another, and returns whether there is one. */
  public boolean read(byte[] bytes, int from, int to) {
    if (from + LENGTH > to
        || bytes[from + 8] != '-'
        || bytes[from + 13] != '-'
        || bytes[from + 18] != '-'
        || bytes[from + 23] != '-') {
      return false;
    }
    marks = 0;
    high = digits(bytes, from, 8) << 32;
    high |= digits(bytes, from + 9, 4) << 16;
    high |= digits(bytes, from + 14, 4);
    low = digits(bytes, from + 19, 4) << 48;
    low |= digits(bytes, from + 24, 12);
    return marks < NO_DIGIT;
  }

  private long digits(byte[] bytes, int from, int length) {
    long value = 0;
    int seen = marks;
    for (int i = from; i < from + length; i++) {
      int digit = DIGITS[bytes[i] & 0xFF];
      seen |= digit & ~0xF;
      value = (value << 4) | (digit & 0xF);
    }
    marks = seen;
    return value;
  }

  /** Returns the first 64 bits of the GUID read last. */
  public long high() {
    return high;
  }

  /** Returns the other 64 bits of the GUID read last. */
  public long low() {
    return low;
  }

  /** Returns whether the GUID read last has letters in upper case. */
  public boolean upper() {
    return (marks & UPPER) != 0;
  }

  /** Returns whether the GUID read last has letters in both cases. */
  public boolean mixed() {
    return marks == (LOWER | UPPER);
  }

  /** Returns whether a GUID begins at an index. */
  public static boolean isAt(CharSequence text, int from) {
    if (from < 0 || from + LENGTH > text.length()) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (!fits(text.charAt(from + i), i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a GUID begins at an index of bytes that end at another. */
  public static boolean isAt(byte[] bytes, int from, int to) {
    if (from + LENGTH > to) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (!fits(bytes[from + i], i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(int c, int index) {
    return isHyphen(index) ? c == '-' : Ascii.isHexDigit(c);
  }

  private static boolean isHyphen(int index) {
    return index == 8 || index == 13 || index == 18 || index == 23;
  }

  /** Returns a GUID as text, in lower case. */
  public static String text(long high, long low) {
    byte[] text = new byte[LENGTH];
    write(text, 0, high, low, /* upper= */ false);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Writes a GUID as text. */
  public static void write(byte[] into, int at, long high, long low, boolean upper) {
    int next = at;
    for (int digit = 0; digit < 32; digit++) {
      if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
        into[next++] = '-';
      }
      long half = digit < 16 ? high : low;
      int value = (int) (half >>> (60 - 4 * (digit & 15))) & 0xF;
      into[next++] = (byte) (value < 10 ? '0' + value : (upper ? 'A' : 'a') - 10 + value);
    }
  }

  private static byte[] digits() {
    byte[] digits = new byte[256];
    Arrays.fill(digits, (byte) NO_DIGIT);
    for (int digit = 0; digit < 10; digit++) {
      digits['0' + digit] = (byte) digit;
    }
    for (int digit = 10; digit < 16; digit++) {
      digits['a' - 10 + digit] = (byte) (digit | LOWER);
      digits['A' - 10 + digit] = (byte) (digit | UPPER);
    }
    return digits;
  }
}

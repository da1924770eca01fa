package org.golivecheck.rule.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads GUIDs without the cost of {@link java.util.UUID}'s parser, and only in canonical form: 8-4-
 * 4-4-12 hex digits of either case. Reused from one to the next. Not thread-safe.
 */
final class Guid {
  static final int LENGTH = 36;

  private static final byte[] DIGITS = digits();

  private long high;
  private long low;
  private boolean lower;
  private boolean upper;

  /** Reads the GUID at an index, and returns whether there is one. */
  boolean read(String text, int from) {
    // Most of what is no GUID shows here.
    if (from + LENGTH > text.length() || text.charAt(from + 8) != '-') {
      return false;
    }
    lower = false;
    upper = false;
    long bits = 0;
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(from + i);
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (c != '-') {
          return false;
        }
        if (i == 18) {
          high = bits;
        }
        continue;
      }
      int digit = c < DIGITS.length ? DIGITS[c] : -1;
      if (digit < 0) {
        return false;
      }
      bits = (bits << 4) | digit;
      lower |= c >= 'a';
      upper |= c >= 'A' && c < 'a';
    }
    low = bits;
    return true;
  }

  /** Returns the first 64 bits of the GUID read last. */
  long high() {
    return high;
  }

  /** Returns the other 64 bits of the GUID read last. */
  long low() {
    return low;
  }

  /** Returns whether the GUID read last has letters in upper case. */
  boolean upper() {
    return upper;
  }

  /** Returns whether the GUID read last has letters in both cases. */
  boolean mixed() {
    return lower && upper;
  }

  /** Returns a GUID as text, in lower case. */
  static String text(long high, long low) {
    byte[] text = new byte[LENGTH];
    write(text, 0, high, low, /* upper= */ false);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Writes a GUID as text. */
  static void write(byte[] into, int at, long high, long low, boolean upper) {
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
    byte[] digits = new byte['f' + 1];
    Arrays.fill(digits, (byte) -1);
    for (int digit = 0; digit < 10; digit++) {
      digits['0' + digit] = (byte) digit;
    }
    for (int digit = 10; digit < 16; digit++) {
      digits['a' - 10 + digit] = (byte) digit;
      digits['A' - 10 + digit] = (byte) digit;
    }
    return digits;
  }
}

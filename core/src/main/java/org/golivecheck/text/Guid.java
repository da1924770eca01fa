package org.golivecheck.text;

import java.nio.charset.StandardCharsets;

/**
 * A GUID in canonical form: 8-4-4-4-12 hexadecimal digits of either case.
 *
 * <p>An instance reads any number of GUIDs, and is faster than the parser of {@link
 * java.util.UUID}. Not thread-safe.
 */
public final class Guid {
  /** The number of characters of a GUID. */
  public static final int LENGTH = 36;

  private static final long LOW_HALF = 0xFFFF_FFFFL;

  /** Of each byte, the bit that letters have and digits have not. */
  private static final long LETTERS = EightBytes.ONES * 0x40;

  private long high;
  private long low;

  /** Bits of letters in lower and in upper case, and of what is no hexadecimal digit. */
  private long lower;

  private long upper;
  private long wrong;
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
    lower = 0;
    upper = 0;
    wrong = 0;
    high = digits(EightBytes.get(bytes, from)) << 32;
    high |=
        digits(
            (EightBytes.get(bytes, from + 9) & LOW_HALF)
                | (EightBytes.get(bytes, from + 14) << 32));
    low =
        digits(
                (EightBytes.get(bytes, from + 19) & LOW_HALF)
                    | (EightBytes.get(bytes, from + 24) << 32))
            << 32;
    low |= digits(EightBytes.get(bytes, from + 28));
    return wrong == 0;
  }

  /** Returns the number that eight digits are, and notes what they are. */
  private long digits(long text) {
    long letters = text & LETTERS;
    long areLetters = letters >>> 6;
    lower |= letters & (text << 1);
    upper |= letters & ~(text << 1);
    long values = (text & (EightBytes.ONES * 0xF)) + areLetters * 9;
    // The upper half of a byte is 3 for digits, 4 or 6 for letters; values are up to 9, or 10 to
    // 15.
    wrong |=
        ((text | (letters >>> 1)) ^ (EightBytes.ONES + areLetters) * 0x30) & 0xF0F0_F0F0_F0F0_F0F0L;
    wrong |= values & (EightBytes.ONES * 0x10);
    wrong |= (((values + EightBytes.ONES * 6) >>> 4) ^ areLetters) & EightBytes.ONES;
    long pairs = (values << 4) | (values >>> 8);
    return (pairs & 0xFF) << 24
        | (pairs >>> 16 & 0xFF) << 16
        | (pairs >>> 32 & 0xFF) << 8
        | (pairs >>> 48 & 0xFF);
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
    return upper != 0;
  }

  /** Returns whether the GUID read last has no digit but letters. */
  public boolean ofLetters() {
    return ofLetters(high) && ofLetters(low);
  }

  private static boolean ofLetters(long half) {
    long eights = 0x8888_8888_8888_8888L;
    return (half & ((half << 1) | (half << 2)) & eights) == eights;
  }

  /** Returns whether the GUID read last has letters in both cases. */
  public boolean mixed() {
    return lower != 0 && upper != 0;
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
}

package org.golivecheck.web.jdk.java.util;

import java.util.Locale;

/** Hexadecimal digits, as far as the library needs them. */
public final class HexFormat {
  private final boolean upper;

  private HexFormat(boolean upper) {
    this.upper = upper;
  }

  /** Returns the format with small letters. */
  public static HexFormat of() {
    return new HexFormat(false);
  }

  /** Returns the format with capital letters. */
  public HexFormat withUpperCase() {
    return new HexFormat(true);
  }

  /** Returns whether a character is a digit. */
  public static boolean isHexDigit(int c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }

  /** Returns a number of up to eight digits. */
  public static int fromHexDigits(CharSequence text) {
    return fromHexDigits(text, 0, text.length());
  }

  /** Returns a number of up to eight digits. */
  public static int fromHexDigits(CharSequence text, int from, int to) {
    return (int) number(text, from, to, 8);
  }

  /** Returns a number of up to sixteen digits. */
  public static long fromHexDigitsToLong(CharSequence text) {
    return number(text, 0, text.length(), 16);
  }

  private static long number(CharSequence text, int from, int to, int most) {
    if (to - from > most) {
      throw new IllegalArgumentException("more than " + most + " digits");
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      if (!isHexDigit(text.charAt(i))) {
        throw new NumberFormatException("not a hexadecimal digit: " + (int) text.charAt(i));
      }
      number = (number << 4) + Character.digit(text.charAt(i), 16);
    }
    return number;
  }

  /** Returns two digits. */
  public String toHexDigits(byte value) {
    String digits = Integer.toHexString(0x100 | (value & 0xff)).substring(1);
    return upper ? digits.toUpperCase(Locale.ROOT) : digits;
  }

  /** Returns two digits for each byte. */
  public String formatHex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(toHexDigits(b));
    }
    return text.toString();
  }
}

package org.golivecheck.rule.timeline;

/** Reads GUIDs without the cost of {@link java.util.UUID}'s parser, and only in canonical form. */
final class Guid {
  static final int LENGTH = 36;

  private Guid() {}

  /** Returns whether a GUID (8-4-4-4-12 hex digits of either case) stands at an index. */
  static boolean isAt(CharSequence text, int from) {
    if (from + LENGTH > text.length()) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(from + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
        return false;
      }
    }
    return true;
  }

  /** Returns 64 bits of the GUID at an index: the higher half or the lower one. */
  static long half(CharSequence text, int from, boolean high) {
    long bits = 0;
    int start = high ? 0 : 19;
    int end = high ? 18 : LENGTH;
    for (int i = start; i < end; i++) {
      char c = text.charAt(from + i);
      if (c != '-') {
        bits = (bits << 4) | Character.digit(c, 16);
      }
    }
    return bits;
  }

  /** Appends a GUID in lower case. */
  static void append(StringBuilder out, long high, long low) {
    hex(out, high, 60, 32);
    out.append('-');
    hex(out, high, 28, 16);
    out.append('-');
    hex(out, high, 12, 0);
    out.append('-');
    hex(out, low, 60, 48);
    out.append('-');
    hex(out, low, 44, 0);
  }

  private static void hex(StringBuilder out, long bits, int from, int to) {
    for (int shift = from; shift >= to; shift -= 4) {
      out.append(Character.forDigit((int) (bits >>> shift) & 0xF, 16));
    }
  }
}

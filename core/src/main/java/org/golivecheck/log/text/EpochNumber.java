package org.golivecheck.log.text;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** Reads numbers that count since 1970. Their size shows the unit. */
final class EpochNumber {
  private static final long BILLION = 1_000_000_000L;

  /** Smaller numbers of seconds are times before 1990, so not times of calls. */
  private static final long SMALLEST = 631_152_000L;

  private static final int MAX_DIGITS = 19;

  private EpochNumber() {}

  /** Returns the time, or null if the text is not such a number. */
  static @Nullable LogTime read(String text) {
    int point = 0;
    long whole = 0;
    while (point < text.length() && Ascii.isDigit(text.charAt(point))) {
      if (point >= MAX_DIGITS) {
        return null;
      }
      whole = whole * 10 + (text.charAt(point) - '0');
      point++;
    }
    if (point == 0 || whole < SMALLEST) {
      return null;
    }
    long unit = point <= 11 ? 1 : point <= 14 ? 1_000 : point <= 17 ? 1_000_000 : BILLION;
    long nanos = whole % unit * (BILLION / unit);
    long scale = BILLION / unit;
    int at = point;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      for (; at < text.length() && Ascii.isDigit(text.charAt(at)); at++) {
        scale /= 10;
        nanos += scale * (text.charAt(at) - '0');
      }
      if (at == point + 1) {
        return null;
      }
    }
    return at < text.length()
        ? null
        : new LogTime(LogTime.Form.INSTANT, whole / unit, (int) nanos, 0, text.length());
  }
}

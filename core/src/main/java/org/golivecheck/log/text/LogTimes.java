package org.golivecheck.log.text;

import java.nio.charset.StandardCharsets;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads times in the forms that occur in logs, in English in every locale: ISO-8601 with {@code T}
 * or a blank, those of access logs, of java.util.logging, of HTTP headers, of .NET, PHP, Ruby and
 * Python, the time of a day alone, and seconds or less since 1970.
 */
public final class LogTimes {
  /** How far into a line its own time is looked for. */
  private static final int REACH = 96;

  private static final int MAX_VALUE = 64;

  private LogTimes() {}

  /** Returns the time that begins at an index, or null if none does. */
  public static @Nullable LogTime at(byte[] bytes, int from, int to) {
    return from < to && mayStart(bytes[from]) ? TimeScanner.scan(bytes, from, to) : null;
  }

  /**
   * Returns the first time in the beginning of a line, or null if there is none. A time with a date
   * is preferred to one without.
   */
  public static @Nullable LogTime in(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + REACH);
    LogTime dateless = null;
    LogTime epoch = null;
    for (int at = from; at < end; at++) {
      if (mayStart(bytes[at]) && (at == from || mayPrecede(bytes[at - 1]))) {
        LogTime time = TimeScanner.scan(bytes, at, to);
        if (time != null && time.form() != LogTime.Form.NO_DATE) {
          return time;
        }
        if (time != null && dateless == null) {
          dateless = time;
        }
        epoch = epoch == null && time == null ? epoch(bytes, at, to) : epoch;
      }
    }
    return dateless == null ? epoch : dateless;
  }

  /** Returns the time that a number of a line counts since 1970: milliseconds, or a fraction. */
  private static @Nullable LogTime epoch(byte[] bytes, int from, int to) {
    int point = from;
    while (point < to && Ascii.isDigit(bytes[point])) {
      point++;
    }
    int end = point;
    if (point - from == 10 && point + 1 < to && bytes[point] == '.') {
      end++;
      while (end < to && Ascii.isDigit(bytes[end])) {
        end++;
      }
    }
    // Of this century, and no part of a longer word.
    boolean whole = end == to || " ,]}\t\"|;".indexOf(bytes[end]) >= 0;
    if (bytes[from] != '1' || !whole || (end == point ? point - from != 13 : end < point + 4)) {
      return null;
    }
    String number = new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    LogTime time = EpochNumber.read(number);
    return time == null
        ? null
        : new LogTime(LogTime.Form.INSTANT, time.seconds(), time.nanos(), from, end);
  }

  /**
   * Returns the time that the whole of a text gives, or null if it gives none. A number counts
   * since 1970: seconds, or milli-, micro- or nanoseconds by its size.
   */
  public static @Nullable LogTime value(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > MAX_VALUE) {
      return null;
    }
    LogTime number = EpochNumber.read(stripped);
    if (number != null) {
      return number;
    }
    byte[] bytes = stripped.getBytes(StandardCharsets.UTF_8);
    boolean bracketed = bytes[0] == '[' && bytes[bytes.length - 1] == ']';
    int from = bracketed ? 1 : 0;
    int to = bracketed ? bytes.length - 1 : bytes.length;
    LogTime time = at(bytes, from, to);
    return time != null && isEnd(bytes, time.end(), to) ? time : null;
  }

  /**
   * Returns whether nothing is left, or only the name of the zone that follows an offset in Java.
   */
  private static boolean isEnd(byte[] bytes, int end, int to) {
    return end == to || (bytes[end] == '[' && bytes[to - 1] == ']');
  }

  private static boolean mayStart(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'W');
  }

  private static boolean mayPrecede(byte b) {
    return switch (b) {
      case ' ', '\t', '[', '(', '<', '{', '"', '\'', '=', '|', ',', ';', ':' -> true;
      default -> false;
    };
  }

  /** Reads numbers that count since 1970. Their size shows the unit. */
  private static final class EpochNumber {
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
}

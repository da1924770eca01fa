package org.golivecheck.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Formats times for reports and listings, in UTC, independent of the time zone of the machine. */
public final class UtcTime {
  /** Long after the calls of a log without times, and long before the first DocuSign API. */
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  private static final String NOT_SHOWN = "time not in the log";

  private UtcTime() {}

  /**
   * Returns a time in ISO-8601, with as many digits of the second as it needs: none, 3, 6, 7 or 9.
   * Like {@link Instant#toString}, except that the seven digits of DocuSign's own timestamps are
   * not extended to nine.
   */
  public static String iso(Instant time) {
    String text = time.toString();
    boolean nanos = text.indexOf('.') == text.length() - ".123456789Z".length();
    return nanos && text.endsWith("00Z") ? text.substring(0, text.length() - 3) + "Z" : text;
  }

  /** Returns the time in ISO-8601, or null if the log shows none. */
  public static @Nullable String isoIfKnown(Instant time) {
    return isKnown(time) ? iso(time) : null;
  }

  /** Returns the time in ISO-8601, or a text that says that the log shows none. */
  public static String isoOrWords(Instant time) {
    return isKnown(time) ? iso(time) : NOT_SHOWN;
  }

  /** Returns the day of a time. */
  public static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /**
   * Returns whether this is an actual time. In a log without times, the places of calls count from
   * 1970.
   */
  public static boolean isKnown(Instant time) {
    return !time.isBefore(FIRST);
  }

  /**
   * Returns a time for people, cut to the second, such as {@code 2026-11-23 10:15:30}, or a text of
   * the same length that says that the log shows no time.
   */
  public static String seconds(Instant time) {
    if (!isKnown(time)) {
      return NOT_SHOWN;
    }
    // Written by hand: in a short run, creating a DateTimeFormatter takes longer than printing all
    // times.
    LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(19).append(utc.toLocalDate());
    append(text, ' ', utc.getHour());
    append(text, ':', utc.getMinute());
    append(text, ':', utc.getSecond());
    return text.toString();
  }

  private static void append(StringBuilder text, char separator, int twoDigits) {
    text.append(separator)
        .append((char) ('0' + twoDigits / 10))
        .append((char) ('0' + twoDigits % 10));
  }
}

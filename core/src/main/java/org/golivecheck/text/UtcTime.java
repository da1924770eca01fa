package org.golivecheck.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as reports and listings print them: in UTC, whatever the time zone of the machine. */
public final class UtcTime {
  /** Long after the calls of a log without times, and long before the first of DocuSign's API. */
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  private UtcTime() {}

  /**
   * Returns a time in ISO-8601, with as many digits of the second as it needs: none, 3, 6, 7 or 9.
   * That is {@link Instant#toString}, but for the seven digits of DocuSign's own time stamps, which
   * would be printed as nine.
   */
  public static String iso(Instant time) {
    String text = time.toString();
    boolean nanos = text.indexOf('.') == text.length() - ".123456789Z".length();
    return nanos && text.endsWith("00Z") ? text.substring(0, text.length() - 3) + "Z" : text;
  }

  /** Returns the day of a time. */
  public static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /**
   * Returns whether a time is one, and not the place of a call in a log that shows no times, which
   * counts from 1970 on.
   */
  public static boolean isKnown(Instant time) {
    return !time.isBefore(FIRST);
  }

  /**
   * Returns a time for people, cut to the second, such as {@code 2026-11-23 10:15:30}, or as many
   * characters that say that the log has none.
   */
  public static String seconds(Instant time) {
    if (!isKnown(time)) {
      return "time not in the log";
    }
    // By hand: setting up a DateTimeFormatter takes a short run longer than printing its times.
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

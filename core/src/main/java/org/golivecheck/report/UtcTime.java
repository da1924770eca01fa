package org.golivecheck.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as reports print them, in UTC whatever the zone of the machine. */
final class UtcTime {
  private UtcTime() {}

  /**
   * Returns a time in ISO-8601, with as many digits of the second as it needs: none, 3, 6, 7 or 9.
   * That is {@link Instant#toString}, but for the seven digits of DocuSign's own time stamps, which
   * would be printed as nine.
   */
  static String iso(Instant time) {
    String text = time.toString();
    boolean nanos = text.indexOf('.') == text.length() - ".123456789Z".length();
    return nanos && text.endsWith("00Z") ? text.substring(0, text.length() - 3) + "Z" : text;
  }

  /** Returns a time for people, cut to the second, such as {@code 2026-11-23 10:15:30}. */
  static String seconds(Instant time) {
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

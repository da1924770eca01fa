package org.golivecheck.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as reports print them, in UTC whatever the zone of the machine. */
final class UtcTime {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

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
    return SECONDS.format(time);
  }
}

package org.golivecheck.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments as users type them and as lists of calls show them. */
final class Moments {
  private static final int ISO_DATE_LENGTH = 10;

  private Moments() {}

  /**
   * Reads the value of an option: a date, which means its first moment in UTC, or a time with a
   * zone.
   *
   * @return the moment, or null where the option was not given
   * @throws UsageException if it is neither
   */
  static @Nullable Instant parse(Arguments arguments, OptionSpec option) throws UsageException {
    String value = arguments.get(option);
    if (value == null) {
      return null;
    }
    try {
      return value.length() == ISO_DATE_LENGTH
          ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new UsageException(
          option.dashed()
              + " does not understand '"
              + value
              + "'; write a day as 2026-11-23 (from 00:00 UTC) or a moment with its zone as"
              + " 2026-11-23T10:15:30Z");
    }
  }

  /** Returns the day of a moment in UTC. */
  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /**
   * Returns the moment in ISO-8601 as reports have it: like {@link Instant#toString}, but with
   * seven digits of a second, not nine, where seven are enough, as in DocuSign's own time stamps.
   */
  static String format(Instant moment) {
    String text = moment.toString();
    boolean nine = text.indexOf('.') == text.length() - ".123456789Z".length();
    return nine && text.endsWith("00Z") ? text.substring(0, text.length() - 3) + "Z" : text;
  }
}

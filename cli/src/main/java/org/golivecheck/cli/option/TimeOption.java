package org.golivecheck.cli.option;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as users type them. */
public final class TimeOption {
  private static final int ISO_DATE_LENGTH = 10;

  private TimeOption() {}

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
}

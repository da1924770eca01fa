package org.golivecheck.cli.option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments and durations as users type them. */
final class TimeOptions {
  private static final int ISO_DATE_LENGTH = 10;
  private static final Pattern TYPED = Pattern.compile("([1-9][0-9]{0,5})([smh])");

  private TimeOptions() {}

  /**
   * Reads the value of an option: a date, which means its first moment in UTC, or a time with a
   * zone.
   *
   * @return the moment, or null where the option was not given
   * @throws UsageException if it is neither
   */
  static @Nullable Instant moment(Arguments arguments, OptionSpec option) throws UsageException {
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

  /**
   * Reads the value of an option.
   *
   * @return the span, or null where the option was not given
   * @throws UsageException if it is not a duration
   */
  static @Nullable Duration duration(Arguments arguments, OptionSpec option) throws UsageException {
    String value = arguments.get(option);
    if (value == null) {
      return null;
    }
    Matcher typed = TYPED.matcher(value);
    if (!typed.matches()) {
      throw new UsageException(
          option.dashed() + " does not understand '" + value + "'; write it as 30s, 5m or 2h");
    }
    long number = Long.parseLong(typed.group(1));
    return switch (typed.group(2)) {
      case "h" -> Duration.ofHours(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }
}

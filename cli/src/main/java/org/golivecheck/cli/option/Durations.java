package org.golivecheck.cli.option;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of time as users type them: {@code 30s}, {@code 5m}, {@code 2h}. */
public final class Durations {
  private static final Pattern TYPED = Pattern.compile("([1-9][0-9]{0,5})([smh])");

  private Durations() {}

  /**
   * Reads the value of an option.
   *
   * @return the span, or null where the option was not given
   * @throws UsageException if it is none
   */
  static @Nullable Duration parse(Arguments arguments, OptionSpec option) throws UsageException {
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

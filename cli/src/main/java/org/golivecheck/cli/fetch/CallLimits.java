package org.golivecheck.cli.fetch;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a reply says of the account's limits on calls, which the integration needs more than we do.
 *
 * @param hourly how many calls the account may make in an hour, if known
 * @param hourlyRemaining how many of them are left, if known
 * @param reset when the hour begins again, or null if unknown
 * @param burstRemaining how many are left of those in half a minute, if known
 */
record CallLimits(
    OptionalLong hourly,
    OptionalLong hourlyRemaining,
    @Nullable Instant reset,
    OptionalLong burstRemaining) {
  /** The time over which DocuSign counts bursts. */
  static final Duration BURST = Duration.ofSeconds(30);

  /** Nothing is known. */
  static final CallLimits UNKNOWN =
      new CallLimits(OptionalLong.empty(), OptionalLong.empty(), null, OptionalLong.empty());

  private static final int HOURLY_RESERVE = 20;
  private static final int RESERVE_SHARE = 50;
  private static final int BURST_RESERVE = 10;

  /** Reads the headers of a response. */
  static CallLimits of(HttpHeaders headers) {
    return new CallLimits(
        number(headers, "X-RateLimit-Limit"),
        number(headers, "X-RateLimit-Remaining"),
        moment(number(headers, "X-RateLimit-Reset")),
        number(headers, "X-BurstLimit-Remaining"));
  }

  /** Returns how long to leave what is left to the integration; zero where there is enough. */
  Duration pause(Instant now) {
    long reserve = Math.max(HOURLY_RESERVE, hourly.orElse(0) / RESERVE_SHARE);
    if (hourlyRemaining.orElse(Long.MAX_VALUE) < reserve) {
      return untilReset(now);
    }
    return burstRemaining.orElse(Long.MAX_VALUE) < BURST_RESERVE ? BURST : Duration.ZERO;
  }

  /** Returns how long it takes until the hour begins again: on the hour, if unknown. */
  Duration untilReset(Instant now) {
    Instant begin =
        reset != null && reset.isAfter(now)
            ? reset
            : now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    // A second more, for clocks that do not agree.
    return Duration.between(now, begin).plusSeconds(1);
  }

  private static OptionalLong number(HttpHeaders headers, String name) {
    try {
      return headers.firstValueAsLong(name);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static @Nullable Instant moment(OptionalLong seconds) {
    try {
      return seconds.isPresent() ? Instant.ofEpochSecond(seconds.getAsLong()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}

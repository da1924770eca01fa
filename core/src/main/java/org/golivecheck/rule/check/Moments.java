package org.golivecheck.rule.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.golivecheck.rule.timeline.Timeline;

/** Says when something was, to the second, in UTC. */
final class Moments {
  private Moments() {}

  /** Returns a moment such as {@code 2026-11-23T12:00:00Z}. */
  static String words(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Returns the moment of so many units of 100 nanoseconds since 1970. */
  static String words(long ticks) {
    return words(Timeline.instant(ticks));
  }
}

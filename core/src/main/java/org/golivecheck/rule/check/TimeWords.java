package org.golivecheck.rule.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.golivecheck.rule.timeline.Timeline;

/** Moments as messages name them. */
final class TimeWords {
  private TimeWords() {}

  /** Returns a moment such as {@code 2026-11-23T12:00:00Z}. */
  static String moment(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Returns the moment of so many units of 100 nanoseconds since 1970. */
  static String moment(long ticks) {
    return moment(Timeline.instant(ticks));
  }
}

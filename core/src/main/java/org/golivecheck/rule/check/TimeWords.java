package org.golivecheck.rule.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.text.Words;

/** Moments and durations as messages name them. */
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

  /** Returns a time in units of 100 nanoseconds as words, such as {@code 1 min 30 s}. */
  static String duration(long ticks) {
    return Words.duration(Timeline.instant(ticks).toEpochMilli());
  }
}

package org.golivecheck.rule.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.golivecheck.rule.timeline.Timeline;

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
    long millis = Timeline.instant(ticks).toEpochMilli();
    if (millis < 1_000) {
      return millis + " ms";
    }
    long seconds = millis / 1_000;
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return seconds % 60 == 0 ? minutes + " min" : minutes + " min " + seconds % 60 + " s";
    }
    long hours = minutes / 60;
    return minutes % 60 == 0 ? hours + " h" : hours + " h " + minutes % 60 + " min";
  }
}

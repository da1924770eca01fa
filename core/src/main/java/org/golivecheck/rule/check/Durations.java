package org.golivecheck.rule.check;

import org.golivecheck.rule.timeline.Timeline;

/** Says how long something takes in the words of a person. */
final class Durations {
  private Durations() {}

  /** Returns a time in units of 100 nanoseconds as words, such as {@code 1 min 30 s}. */
  static String words(long ticks) {
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

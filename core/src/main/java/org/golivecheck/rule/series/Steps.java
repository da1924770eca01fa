package org.golivecheck.rule.series;

import org.golivecheck.rule.timeline.Timeline;

/** How wide buckets are, so that there are few of them and each begins at a round time. */
final class Steps {
  private static final int[] ROUND = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400
  };

  private Steps() {}

  /**
   * Returns how many seconds a bucket has to be wide.
   *
   * @param timeline the calls in the buckets
   * @param most how many buckets there may be
   * @param unit what the width must be a multiple of, in seconds
   */
  static long seconds(Timeline timeline, int most, int unit) {
    int first = timeline.firstTimed();
    if (first == timeline.size()) {
      return unit;
    }
    long span =
        (timeline.ticks(timeline.size() - 1) - timeline.ticks(first)) / Timeline.TICKS_PER_SECOND
            + 1;
    // One less: a span rarely begins where a bucket does.
    long least = ceilDiv(span, most - 1);
    for (int step : ROUND) {
      if (step >= least && step % unit == 0) {
        return step;
      }
    }
    long day = ROUND[ROUND.length - 1];
    return ceilDiv(least, day) * day;
  }

  private static long ceilDiv(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }

  /** Returns when the bucket of a time begins, in units of 100 nanoseconds since 1970. */
  static long start(long ticks, long seconds) {
    long width = seconds * Timeline.TICKS_PER_SECOND;
    return Math.floorDiv(ticks, width) * width;
  }
}

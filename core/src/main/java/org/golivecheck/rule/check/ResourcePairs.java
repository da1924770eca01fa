package org.golivecheck.rule.check;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.text.Words;

/**
 * The pairs of one resource that a rule is about, the oldest first.
 *
 * @param pairs all pairs of the log
 * @param numbers the pairs of the resource
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ResourcePairs(PollingPairs pairs, int[] numbers) {

  /** Finds the pairs wanted and hands them on, a resource at a time, ordered by their newest. */
  static void each(PollingPairs pairs, IntPredicate wanted, Consumer<ResourcePairs> out) {
    for (int newest = 0; newest < pairs.size(); newest++) {
      if (pairs.isNewestOfResource(newest)) {
        int[] numbers = wanted(pairs, wanted, newest);
        if (numbers.length > 0) {
          out.accept(new ResourcePairs(pairs, numbers));
        }
      }
    }
  }

  private static int[] wanted(PollingPairs pairs, IntPredicate wanted, int newest) {
    int count = 0;
    for (int pair = newest; pair >= 0; pair = pairs.previousOfResource(pair)) {
      count += wanted.test(pair) ? 1 : 0;
    }
    int[] numbers = new int[count];
    for (int pair = newest; pair >= 0; pair = pairs.previousOfResource(pair)) {
      if (wanted.test(pair)) {
        numbers[--count] = pair;
      }
    }
    return numbers;
  }

  int size() {
    return numbers.length;
  }

  /** Returns the position of the newest later call. */
  int newestCall() {
    return pairs.later(numbers[numbers.length - 1]);
  }

  /** Returns the later calls. */
  Evidence laterCalls() {
    Evidence evidence = new Evidence();
    for (int pair : numbers) {
      evidence.add(pairs.later(pair));
    }
    return evidence;
  }

  boolean any(IntPredicate condition) {
    for (int pair : numbers) {
      if (condition.test(pair)) {
        return true;
      }
    }
    return false;
  }

  /** Says what their {@link #medianGap} is, such as {@code median gap 5 min}. */
  String inWords(Duration medianGap) {
    String gap = Words.duration(medianGap.toMillis());
    return (numbers.length == 1 ? "gap " : "median gap ") + gap;
  }

  /** Returns how far apart the calls of the pairs were, mostly. */
  Duration medianGap() {
    long[] gaps = new long[numbers.length];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = pairs.gap(numbers[i]);
    }
    Arrays.sort(gaps);
    return Duration.ofNanos(100 * gaps[gaps.length / 2]);
  }
}

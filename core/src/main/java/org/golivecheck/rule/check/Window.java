package org.golivecheck.rule.check;

import java.util.HashMap;
import java.util.Map;
import org.golivecheck.report.Outcome;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.rule.timeline.Timeline;

/**
 * The newest countable calls, 20 by default: what the review examines.
 *
 * <p>By DocuSign's article on Go-Live failures of 2021 the 20 most recent calls must complete
 * without error and must not break the polling rules.
 */
public final class Window {
  private final Timeline timeline;
  private final int[] positions;

  /** The position of a breach in the window, and of its pair's earlier call. */
  private final Map<Integer, Integer> breaches = new HashMap<>();

  private final long countable;
  private final int required;

  private Window(Timeline timeline, int[] positions, long countable, int required) {
    this.timeline = timeline;
    this.positions = positions;
    this.countable = countable;
    this.required = required;
    PollingPairs pairs = timeline.pairs();
    for (int pair = pairs.size() - 1; pair >= 0 && contains(pairs.later(pair)); pair--) {
      if (pairs.breach(pair) && contains(pairs.earlier(pair))) {
        breaches.put(pairs.later(pair), pairs.earlier(pair));
      }
    }
  }

  /**
   * Returns the window of a time line.
   *
   * @param countable how many countable calls the time line has
   * @param required how many of them the review examines
   */
  public static Window of(Timeline timeline, long countable, int required) {
    int size = (int) Math.min(countable, required);
    int[] positions = new int[size];
    for (int i = timeline.size() - 1, free = size; free > 0; i--) {
      if (timeline.kind(i).countable()) {
        positions[--free] = i;
      }
    }
    return new Window(timeline, positions, countable, required);
  }

  /** Returns how many calls the review examines. */
  public int required() {
    return required;
  }

  /** Returns how many calls it contains, at most {@link #required()}. */
  public int size() {
    return positions.length;
  }

  /** Returns the position on the time line of a call of the window; 0 is the oldest of them. */
  public int position(int index) {
    return positions[index];
  }

  /** Returns whether a countable call lies in the window. */
  public boolean contains(int position) {
    return positions.length > 0 && position >= positions[0] && timeline.kind(position).countable();
  }

  /** Returns whether a call is a breach whose pair lies in the window. */
  public boolean isBreach(int position) {
    return breaches.containsKey(position);
  }

  /** Returns how a call of the window looks to the review. */
  public Outcome outcome(int position) {
    CallKind kind = timeline.kind(position);
    if (kind.failed()) {
      return Outcome.ERROR;
    }
    if (isBreach(position)) {
      return Outcome.BREACH;
    }
    return kind.succeeded() ? Outcome.OK : Outcome.UNKNOWN;
  }

  /**
   * Returns how many further clean countable calls push every error and every breach out of the
   * window, and fill it.
   */
  int cleanCallsNeeded() {
    long needed = Math.max(0, required - countable);
    for (int index = 0; index < positions.length; index++) {
      int toLeave = required - (positions.length - 1 - index);
      int position = positions[index];
      if (timeline.kind(position).failed() || breaches.containsValue(position)) {
        needed = Math.max(needed, toLeave);
      }
    }
    return (int) needed;
  }
}

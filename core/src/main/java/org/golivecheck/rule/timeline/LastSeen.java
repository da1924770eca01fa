package org.golivecheck.rule.timeline;

import java.util.Arrays;

/**
 * Remembers, for each of many small numbers such as those of envelopes, what was seen last: a
 * position on the time line or the like. Four bytes a number.
 */
public final class LastSeen {
  /** Stands for nothing seen yet. */
  public static final int NOTHING = -1;

  private int[] seen = new int[0];

  /** Creates a memory of nothing. */
  public LastSeen() {}

  /** Returns what was seen last of a number, or {@link #NOTHING}. */
  public int get(int number) {
    return number < seen.length ? seen[number] : NOTHING;
  }

  /** Remembers what is seen of a number now, and returns what was before, or {@link #NOTHING}. */
  public int put(int number, int now) {
    int before = get(number);
    if (number >= seen.length) {
      int old = seen.length;
      seen = Arrays.copyOf(seen, Math.max(16, number + (number >> 1) + 1));
      Arrays.fill(seen, old, seen.length, NOTHING);
    }
    seen[number] = now;
    return before;
  }
}

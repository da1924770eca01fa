package org.golivecheck.rule.check;

import java.util.Arrays;

/** Counts the calls of the last stretch of time, while calls come in the order of time. */
public final class RecentCalls {
  private final long span;
  private long[] ring = new long[16];
  private int oldest;
  private int size;

  /** Starts without calls; the span is in units of 100 nanoseconds. */
  public RecentCalls(long span) {
    this.span = span;
  }

  /** Takes a call, and returns how many there were in the span up to it, itself among them. */
  public int add(long ticks) {
    while (size > 0 && ring[oldest] <= ticks - span) {
      oldest = (oldest + 1) & (ring.length - 1);
      size--;
    }
    if (size == ring.length) {
      grow();
    }
    ring[(oldest + size) & (ring.length - 1)] = ticks;
    size++;
    return size;
  }

  private void grow() {
    long[] larger = Arrays.copyOfRange(ring, oldest, oldest + ring.length * 2);
    System.arraycopy(ring, 0, larger, ring.length - oldest, oldest);
    ring = larger;
    oldest = 0;
  }
}

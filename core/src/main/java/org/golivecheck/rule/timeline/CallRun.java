package org.golivecheck.rule.timeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Calls of the same request from several logs, in the order of time, each soon after the one
 * before. Groups of them are joined that may be one call, the nearest first. Busy logs have runs of
 * millions, so groups are numbers: of the first of their calls.
 */
final class CallRun {
  /** Clocks differ a little, and some logs tell whole seconds. */
  static final long MOST_APART = CallRows.TICKS_PER_SECOND;

  private static final int NONE = -1;

  private final CallRows rows;
  private final int[] run;

  /** The neighbours of each group that can still be joined. */
  private final int[] before;

  private final int[] after;

  /** When the last call of each group was made; the first is that of the group's own number. */
  private final long[] last;

  /** A bit for each log that shows the group. Logs beyond 64 share bits, which joins less. */
  private final long[] logs;

  private final boolean[] hasToken;

  /** The next call of the same group. */
  private final int[] next;

  /** How often a group has changed, or -1 when it can no more: older meetings do not hold. */
  private final int[] version;

  private final PriorityQueue<Meeting> meetings = new PriorityQueue<>();
  private long allLogs;

  /** Two neighbours that may be one call. */
  private record Meeting(long gap, int left, int right, int leftVersion, int rightVersion)
      implements Comparable<Meeting> {
    @Override
    public int compareTo(Meeting other) {
      int order = Long.compare(gap, other.gap);
      if (order == 0) {
        order = Integer.compare(left, other.left);
      }
      return order == 0 ? Integer.compare(right, other.right) : order;
    }
  }

  /**
   * Sets a run up.
   *
   * @param run its rows, in the order of time
   */
  CallRun(CallRows rows, int[] run) {
    this.rows = rows;
    this.run = run;
    before = new int[run.length];
    after = new int[run.length];
    last = new long[run.length];
    logs = new long[run.length];
    hasToken = new boolean[run.length];
    next = new int[run.length];
    version = new int[run.length];
    Arrays.fill(next, NONE);
    Map<Integer, Integer> bits = new HashMap<>();
    for (int i = 0; i < run.length; i++) {
      before[i] = i - 1;
      after[i] = i + 1 < run.length ? i + 1 : NONE;
      last[i] = rows.ticks(run[i]);
      bits.putIfAbsent(rows.log(run[i]), bits.size());
      logs[i] = 1L << bits.getOrDefault(rows.log(run[i]), 0);
      allLogs |= logs[i];
      hasToken[i] = rows.hasToken(run[i]);
    }
  }

  /**
   * Joins what may be one call.
   *
   * @param same takes the rows of each call that several logs show, in the order of time
   */
  void join(Consumer<int[]> same) {
    for (int i = 0; i + 1 < run.length; i++) {
      meet(i, i + 1);
    }
    while (!meetings.isEmpty()) {
      Meeting nearest = meetings.remove();
      if (version[nearest.left] == nearest.leftVersion
          && version[nearest.right] == nearest.rightVersion) {
        unite(nearest.left, nearest.right);
      }
    }
    boolean[] seen = new boolean[run.length];
    for (int i = 0; i < run.length; i++) {
      if (!seen[i] && next[i] != NONE) {
        same.accept(group(i, seen));
      }
    }
  }

  private int[] group(int first, boolean[] seen) {
    int size = 0;
    for (int i = first; i != NONE; i = next[i]) {
      seen[i] = true;
      size++;
    }
    int[] group = new int[size];
    int used = 0;
    for (int i = first; i != NONE; i = next[i]) {
      group[used++] = i;
    }
    // A number counts calls in the order of time.
    Arrays.sort(group);
    for (int i = 0; i < size; i++) {
      group[i] = run[group[i]];
    }
    return group;
  }

  private void meet(int left, int right) {
    if (left != NONE
        && right != NONE
        && (logs[left] & logs[right]) == 0
        && !(hasToken[left] && hasToken[right])
        && Math.max(last[left], last[right]) - rows.ticks(run[left]) <= MOST_APART) {
      long gap = Math.max(0, rows.ticks(run[right]) - last[left]);
      meetings.add(new Meeting(gap, left, right, version[left], version[right]));
    }
  }

  private void unite(int left, int right) {
    int end = left;
    while (next[end] != NONE) {
      end = next[end];
    }
    next[end] = right;
    logs[left] |= logs[right];
    last[left] = Math.max(last[left], last[right]);
    hasToken[left] |= hasToken[right];
    version[left]++;
    leave(right);
    if (logs[left] == allLogs) {
      // No more can join, so its neighbours may meet.
      leave(left);
      meet(before[left], after[left]);
    } else {
      meet(before[left], left);
      meet(left, after[left]);
    }
  }

  private void leave(int group) {
    version[group] = NONE;
    if (before[group] != NONE) {
      after[before[group]] = after[group];
    }
    if (after[group] != NONE) {
      before[after[group]] = before[group];
    }
  }
}

package org.golivecheck.rule.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds what several logs show of the same call where trace tokens do not tell: calls of different
 * logs with the same method, path, query and status, the nearest first, at most a second apart. The
 * host is no part of it: a gateway and DocuSign behind it call it by different names.
 *
 * <p>Calls of one log are never the same, nor are calls with different trace tokens, or calls that
 * are known to be of different integration keys or accounts.
 */
final class SameCalls {
  /** Clocks differ a little, and some logs show whole seconds. */
  private static final long MOST_APART = CallRows.TICKS_PER_SECOND;

  private static final int NONE = -1;

  private final CallRows rows;
  private final ResourceTable resources;
  private final CallKeys keys;
  private final BitSet dropped = new BitSet();

  /** A hash of the query of each URL, by its number; 0 where not worked out yet. */
  private final int[] queries;

  private SameCalls(CallRows rows, ResourceTable resources, CallKeys keys) {
    this.rows = rows;
    this.resources = resources;
    this.keys = keys;
    queries = new int[rows.urls.size()];
  }

  /**
   * Moves one row of each call to the front.
   *
   * @param order rows, in any order
   * @param size how many of them there are
   * @param keys which key each was made with, as far as its log shows
   * @return how many calls there are
   */
  static int first(CallRows rows, int[] order, int size, ResourceTable resources, CallKeys keys) {
    if (!canMeet(rows, order, size)) {
      return size;
    }
    SameCalls same = new SameCalls(rows, resources, keys);
    RowSort.sort(order, size, same.new ByRequest());
    int from = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || !same.inOneRun(order[i - 1], order[i])) {
        if (i - from > 1) {
          same.join(Arrays.copyOfRange(order, from, i));
        }
        from = i;
      }
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!same.dropped.get(order[i])) {
        order[kept++] = order[i];
      }
    }
    return kept;
  }

  /**
   * Returns whether there are several logs and calls without a trace token: mostly there are not.
   */
  private static boolean canMeet(CallRows rows, int[] order, int size) {
    if (rows.logs() < 2) {
      return false;
    }
    boolean without = false;
    boolean several = false;
    for (int i = 0; i < size && !(without && several); i++) {
      without |= !rows.hasToken(order[i]);
      several |= rows.log(order[i]) != rows.log(order[0]);
    }
    return without && several;
  }

  /** Brings calls of one request together, in the order of time. */
  private final class ByRequest implements RowSort.Order {
    @Override
    public long key(int row) {
      return request(row);
    }

    @Override
    public int compare(int a, int b) {
      int order = Integer.compare(resources.resource(rows.url(a)), resources.resource(rows.url(b)));
      if (order == 0) {
        order = Integer.compare(query(rows.url(a)), query(rows.url(b)));
      }
      if (order == 0) {
        order = Integer.compare(rows.kind(a).status(), rows.kind(b).status());
      }
      if (order == 0) {
        order = method(a).compareTo(method(b));
      }
      if (order == 0) {
        order = Long.compare(rows.ticks(a), rows.ticks(b));
      }
      if (order == 0) {
        order = rows.compareTokens(a, b);
      }
      return order == 0 ? rows.compareRest(a, b) : order;
    }
  }

  /** Returns a number that is the same for rows of the same request. */
  private long request(int row) {
    int url = rows.url(row);
    long request = 31L * resources.resource(url) + query(url);
    request = 31 * request + rows.kind(row).status();
    return (31 * request + method(row).hashCode()) * 0x9E37_79B9_7F4A_7C15L;
  }

  private String method(int row) {
    return rows.kind(row).operation().method();
  }

  private int query(int url) {
    if (queries[url] == 0) {
      String text = rows.urls.get(url);
      int question = text.indexOf('?');
      // The lowest bit distinguishes an empty hash from no hash.
      queries[url] = question < 0 ? 1 : text.substring(question).hashCode() | 1;
    }
    return queries[url];
  }

  private boolean inOneRun(int earlier, int later) {
    return rows.ticks(later) - rows.ticks(earlier) <= MOST_APART
        && rows.kind(earlier).timed()
        && rows.kind(later).timed()
        && sameRequest(earlier, later);
  }

  private boolean sameRequest(int a, int b) {
    return resources.resource(rows.url(a)) == resources.resource(rows.url(b))
        && query(rows.url(a)) == query(rows.url(b))
        && rows.kind(a).status() == rows.kind(b).status()
        && method(a).equals(method(b));
  }

  /** Joins the rows of a run: of one request, each at most a second after the one before. */
  private void join(int[] run) {
    if (!canMeet(rows, run, run.length)) {
      return;
    }
    for (int[] ofKey : byOwner(run, keys::shownOf)) {
      for (int[] ofAccount : byOwner(ofKey, row -> rows.kind(row).account())) {
        new Run(rows, ofAccount).join(this::keepOne);
      }
    }
  }

  /**
   * Cuts a run into those of each owner. A call whose owner is not known goes with the nearest of
   * another log whose is.
   */
  private Collection<int[]> byOwner(int[] run, IntFunction<@Nullable String> ownerOf) {
    @Nullable String[] owners = new String[run.length];
    Set<String> known = new HashSet<>();
    for (int i = 0; i < run.length; i++) {
      owners[i] = ownerOf.apply(run[i]);
      if (owners[i] != null) {
        known.add(owners[i]);
      }
    }
    if (known.size() < 2) {
      return List.of(run);
    }
    Map<@Nullable String, List<Integer>> parts = new HashMap<>();
    for (int i = 0; i < run.length; i++) {
      String owner = owners[i] != null ? owners[i] : nearestOwner(run, owners, i);
      parts.computeIfAbsent(owner, unseen -> new ArrayList<>()).add(run[i]);
    }
    return parts.values().stream()
        .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private @Nullable String nearestOwner(int[] run, @Nullable String[] owners, int i) {
    int before = i - 1;
    while (before >= 0 && near(run, before, i) && !isOwnerFor(run, owners, before, i)) {
      before--;
    }
    int after = i + 1;
    while (after < run.length && near(run, i, after) && !isOwnerFor(run, owners, after, i)) {
      after++;
    }
    boolean anyBefore = before >= 0 && near(run, before, i);
    boolean anyAfter = after < run.length && near(run, i, after);
    if (anyBefore && anyAfter) {
      anyBefore = gap(run, before, i) <= gap(run, i, after);
    }
    return anyBefore ? owners[before] : anyAfter ? owners[after] : null;
  }

  private boolean isOwnerFor(int[] run, @Nullable String[] owners, int known, int unknown) {
    return owners[known] != null && rows.log(run[known]) != rows.log(run[unknown]);
  }

  private boolean near(int[] run, int earlier, int later) {
    return gap(run, earlier, later) <= MOST_APART;
  }

  private long gap(int[] run, int earlier, int later) {
    return rows.ticks(run[later]) - rows.ticks(run[earlier]);
  }

  /** Keeps the row with a trace token, else the first, which takes over what others show. */
  private void keepOne(int[] same) {
    int kept = same[0];
    for (int row : same) {
      if (rows.hasToken(row) && !rows.hasToken(kept)) {
        kept = row;
      }
    }
    for (int row : same) {
      if (row != kept) {
        dropped.set(row);
        rows.complete(kept, row);
      }
    }
    for (int row : same) {
      rows.learnKey(row, kept);
    }
  }

  /**
   * Calls of the same request from several logs, in the order of time, each soon after the one
   * before. Groups of them are joined that may be one call, the nearest first. Busy logs have runs
   * of millions, so groups are numbers: of the first of their calls.
   */
  private static final class Run {
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
    Run(CallRows rows, int[] run) {
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
}

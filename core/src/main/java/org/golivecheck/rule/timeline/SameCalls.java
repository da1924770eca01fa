package org.golivecheck.rule.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    public boolean before(int a, int b) {
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
      if (order == 0) {
        order = rows.compareRest(a, b);
      }
      return order != 0 ? order < 0 : a < b;
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
    return rows.ticks(later) - rows.ticks(earlier) <= CallRun.MOST_APART
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
        new CallRun(rows, ofAccount).join(this::keepOne);
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
    return gap(run, earlier, later) <= CallRun.MOST_APART;
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
}

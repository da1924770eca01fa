package org.golivecheck.rule.timeline;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds what several logs show of the same call where trace tokens do not tell: calls of different
 * logs with the same method, path, query and status, the nearest first, at most a second apart. The
 * host is no part of it: a gateway and DocuSign behind it call it by different names.
 *
 * <p>Calls of one log are never the same, nor are calls with different trace tokens.
 */
final class SameCalls {
  private final CallRows rows;
  private final ResourceTable resources;
  private final BitSet dropped = new BitSet();

  /** A hash of the query of each URL, by its number; 0 where not worked out yet. */
  private final int[] queries;

  private SameCalls(CallRows rows, ResourceTable resources) {
    this.rows = rows;
    this.resources = resources;
    queries = new int[rows.urls.size()];
  }

  /**
   * Moves one row of each call to the front.
   *
   * @param order rows, in any order
   * @param size how many of them there are
   * @return how many calls there are
   */
  static int first(CallRows rows, int[] order, int size, ResourceTable resources) {
    if (!canMeet(rows, order, size)) {
      return size;
    }
    SameCalls same = new SameCalls(rows, resources);
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
      // The lowest bit tells an empty hash from none.
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
    boolean without = false;
    boolean several = false;
    for (int row : run) {
      without |= !rows.hasToken(row);
      several |= rows.log(row) != rows.log(run[0]);
    }
    if (without && several) {
      new CallRun(rows, run).join(this::keepOne);
    }
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
  }
}

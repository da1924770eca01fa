package org.golivecheck.rule.timeline;

import java.util.Arrays;
import java.util.BitSet;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.PathIds;

/**
 * The neighbouring GETs of one envelope resource that came close together.
 *
 * <p>The rule by DocuSign's page on rules and limits: a GET of the same path less than 15 minutes
 * after the one before is a breach, exactly 15 minutes later it is none. The query is no part of
 * the path; a further page of one listing is no breach.
 */
public final class PollingPairs {
  /** A GET sooner than this after the previous one of its resource is a breach, in ticks. */
  public static final long BREACH_GAP = 900 * CallRows.TICKS_PER_SECOND;

  /** DocuSign advises to design for 20 minutes: closer pairs lack the safe margin, in ticks. */
  public static final long SAFE_GAP = 1_200 * CallRows.TICKS_PER_SECOND;

  private int[] later = new int[16];
  private int[] earlier = new int[16];
  private int[] keys = new int[16];
  private long[] gaps = new long[16];
  private boolean[] lists = new boolean[16];
  private boolean[] pages = new boolean[16];
  private int size;

  /** How many GETs each resource saw, by key. */
  private int[] gets = new int[0];

  private PollingPairs() {}

  static PollingPairs of(Timeline timeline, CallRows rows) {
    PollingPairs pairs = new PollingPairs();
    KeyOfUrl keyOfUrl = new KeyOfUrl(rows.urls);
    int[] lastOfKey = new int[rows.urls.size() + 16];
    int[] gets = new int[lastOfKey.length];
    Arrays.fill(lastOfKey, -1);
    for (int i = 0; i < timeline.size(); i++) {
      CallKind kind = timeline.kind(i);
      if (!kind.countable() || !kind.isMethod("GET")) {
        continue;
      }
      int key = keyOfUrl.key(timeline.urlId(i));
      if (key < 0) {
        continue;
      }
      if (key >= lastOfKey.length) {
        int old = lastOfKey.length;
        lastOfKey = Arrays.copyOf(lastOfKey, key + (key >> 1) + 1);
        Arrays.fill(lastOfKey, old, lastOfKey.length, -1);
        gets = Arrays.copyOf(gets, lastOfKey.length);
      }
      gets[key]++;
      int previous = lastOfKey[key];
      lastOfKey[key] = i;
      if (previous >= 0 && timeline.ticks(i) - timeline.ticks(previous) < SAFE_GAP) {
        boolean list = keyOfUrl.isList(key);
        boolean page =
            list
                && ListQuery.parse(timeline.query(i))
                    .continues(ListQuery.parse(timeline.query(previous)));
        pairs.add(i, previous, key, timeline.ticks(i) - timeline.ticks(previous), list, page);
      }
    }
    pairs.gets = gets;
    return pairs;
  }

  private void add(int i, int previous, int key, long gap, boolean list, boolean page) {
    if (size == later.length) {
      int larger = size + (size >> 1);
      later = Arrays.copyOf(later, larger);
      earlier = Arrays.copyOf(earlier, larger);
      keys = Arrays.copyOf(keys, larger);
      gaps = Arrays.copyOf(gaps, larger);
      lists = Arrays.copyOf(lists, larger);
      pages = Arrays.copyOf(pages, larger);
    }
    later[size] = i;
    earlier[size] = previous;
    keys[size] = key;
    gaps[size] = gap;
    lists[size] = list;
    pages[size] = page;
    size++;
  }

  /** Returns the number of pairs closer than {@link #SAFE_GAP}, in the order of the later call. */
  public int size() {
    return size;
  }

  /** Returns the position of a pair's later call on the time line. */
  public int later(int pair) {
    return later[pair];
  }

  /** Returns the position of a pair's earlier call on the time line. */
  public int earlier(int pair) {
    return earlier[pair];
  }

  /** Returns what a pair's resource is known by: equal for pairs of one resource. */
  public int key(int pair) {
    return keys[pair];
  }

  /** Returns how many countable GETs a pair's resource saw in the whole log. */
  public int gets(int pair) {
    return gets[keys[pair]];
  }

  /** Returns the time between the two calls of a pair, in units of 100 nanoseconds. */
  public long gap(int pair) {
    return gaps[pair];
  }

  /** Returns whether the later call of a pair is a breach of the polling rule. */
  public boolean breach(int pair) {
    return gaps[pair] < BREACH_GAP && !pages[pair];
  }

  /** Returns whether the resource of a pair is the list of envelopes. */
  public boolean list(int pair) {
    return lists[pair];
  }

  /** Returns whether the later call of a pair asks for a further page of the earlier's listing. */
  public boolean page(int pair) {
    return pages[pair];
  }

  /** Finds the resource that a URL polls: a number for it, or -1 where polling is no issue. */
  private static final class KeyOfUrl {
    private static final int NOT_YET = -2;
    private static final int NONE = -1;

    private final TextTable urls;
    private int[] keys;
    private final BitSet lists = new BitSet();

    KeyOfUrl(TextTable urls) {
      this.urls = urls;
      keys = new int[urls.size()];
      Arrays.fill(keys, NOT_YET);
    }

    int key(int url) {
      if (keys[url] == NOT_YET) {
        keys[url] = find(urls.get(url));
      }
      return keys[url];
    }

    boolean isList(int key) {
      return lists.get(key);
    }

    private int find(String text) {
      CallUrl url = CallUrl.parse(text);
      PathIds.Kind kind = PathIds.of(url).kind();
      if (kind == PathIds.Kind.OTHER) {
        return NONE;
      }
      int key = urls.id(PathIds.resourceKey(url));
      if (kind == PathIds.Kind.ENVELOPE_LIST) {
        lists.set(key);
      }
      return key;
    }
  }
}

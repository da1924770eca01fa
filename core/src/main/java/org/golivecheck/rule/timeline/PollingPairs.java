package org.golivecheck.rule.timeline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.golivecheck.rule.Thresholds;

/**
 * The neighbouring GETs of one envelope resource that came close together.
 *
 * <p>The rule by DocuSign's page on rules and limits: a GET of the same path less than 15 minutes
 * after the one before is a breach; exactly 15 minutes later is not. The query is no part of the
 * path; a further page of one listing is no breach.
 */
public final class PollingPairs {
  // What there is to know of a pair, as bits of its mark.
  private static final byte LIST = 1;
  private static final byte PAGE = 2;
  private static final byte NEAR = 4;
  private static final byte NEWEST = 8;

  private int[] later = new int[16];
  private int[] earlier = new int[16];
  private int[] previous = new int[16];
  private byte[] marks = new byte[16];
  private int size;

  /** The resources that calls asked for whose time the log does not show. */
  private final BitSet untimed = new BitSet();

  /**
   * What the lengths of gaps are counted by, in seconds: from 0 or the bound before, to below a
   * bound. The last one has no end.
   */
  public static final List<Long> GAPS_BELOW = List.of(10L, 60L, 300L, 900L, 3_600L, 0L);

  private final long[] gaps = new long[GAPS_BELOW.size()];

  private final Timeline timeline;
  private final long breachGap;

  /** The number of the newest GET of each resource, from 0. */
  private final LastSeen gets = new LastSeen();

  private PollingPairs(Timeline timeline, Thresholds thresholds) {
    this.timeline = timeline;
    breachGap = thresholds.pollingInterval().toSeconds() * CallRows.TICKS_PER_SECOND;
  }

  static PollingPairs of(Timeline timeline, Thresholds thresholds) {
    PollingPairs pairs = new PollingPairs(timeline, thresholds);
    long safeGap = thresholds.safeInterval().toSeconds() * CallRows.TICKS_PER_SECOND;
    LastSeen lastGet = new LastSeen();
    LastSeen newestPair = new LastSeen();
    boolean[] reads = timeline.kindsThat(kind -> kind.countable() && kind.isMethod("GET"));
    boolean[] timed = timeline.kindsThat(CallKind::timed);
    for (int i = 0; i < timeline.size(); i++) {
      if (!reads[timeline.kindId(i)]) {
        continue;
      }
      boolean list = timeline.isEnvelopeList(i);
      if (!list && timeline.envelope(i) < 0) {
        continue;
      }
      int resource = timeline.resource(i);
      pairs.gets.put(resource, pairs.gets.get(resource) + 1);
      if (!timed[timeline.kindId(i)]) {
        pairs.untimed.set(resource);
        continue;
      }
      int before = lastGet.put(resource, i);
      if (before != LastSeen.NOTHING) {
        long gap = timeline.ticks(i) - timeline.ticks(before);
        boolean page = list && timeline.isNextPage(i, before);
        if (!page) {
          pairs.gaps[length(gap)]++;
        }
        if (gap < safeGap) {
          int mark = (list ? LIST : 0) | (page ? PAGE : 0) | (gap < pairs.breachGap ? NEAR : 0);
          pairs.add(i, before, newestPair.put(resource, pairs.size), mark);
        }
      }
    }
    return pairs;
  }

  private static int length(long gap) {
    int length = 0;
    while (length + 1 < GAPS_BELOW.size()
        && gap >= GAPS_BELOW.get(length) * CallRows.TICKS_PER_SECOND) {
      length++;
    }
    return length;
  }

  private void add(int call, int before, int previousPair, int mark) {
    if (size == later.length) {
      int larger = 2 * size;
      later = Arrays.copyOf(later, larger);
      earlier = Arrays.copyOf(earlier, larger);
      previous = Arrays.copyOf(previous, larger);
      marks = Arrays.copyOf(marks, larger);
    }
    later[size] = call;
    earlier[size] = before;
    previous[size] = previousPair;
    if (previousPair != LastSeen.NOTHING) {
      marks[previousPair] &= ~NEWEST;
    }
    marks[size] = (byte) (NEWEST | mark);
    size++;
  }

  /**
   * Returns whether a resource was asked again by a call whose time the log does not show, so that
   * it is unknown whether that was too soon.
   */
  public boolean anyUntimed() {
    int resource = untimed.nextSetBit(0);
    while (resource >= 0 && gets.get(resource) <= 0) {
      resource = untimed.nextSetBit(resource + 1);
    }
    return resource >= 0;
  }

  /**
   * Returns how many gaps there are, without those before a further page.
   *
   * @param bound which of {@link #GAPS_BELOW} they are below
   */
  public long gapsBelow(int bound) {
    return gaps[bound];
  }

  /** Returns the time that a GET must keep to the previous one of its resource, in ticks. */
  public long breachGap() {
    return breachGap;
  }

  /**
   * Returns the number of pairs, in the order of the later call: all that are closer than what
   * DocuSign advises to design for, 20 minutes unless other thresholds are set.
   */
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

  /** Returns the pair of the same resource before this one, or -1 for its first. */
  public int previousOfResource(int pair) {
    return previous[pair];
  }

  /** Returns whether no later pair is of the same resource. */
  public boolean isNewestOfResource(int pair) {
    return (marks[pair] & NEWEST) != 0;
  }

  /** Returns how many countable GETs a pair's resource saw in the whole log. */
  public int gets(int pair) {
    return gets.get(timeline.resource(later[pair])) + 1;
  }

  /** Returns the time between the two calls of a pair, in units of 100 nanoseconds. */
  public long gap(int pair) {
    return timeline.ticks(later[pair]) - timeline.ticks(earlier[pair]);
  }

  /** Returns whether the later call of a pair is a breach of the polling rule. */
  public boolean breach(int pair) {
    return (marks[pair] & (NEAR | PAGE)) == NEAR;
  }

  /** Returns whether the calls of a pair are so close that the later one is a breach, or a page. */
  public boolean near(int pair) {
    return (marks[pair] & NEAR) != 0;
  }

  /** Returns whether the resource of a pair is the list of envelopes. */
  public boolean list(int pair) {
    return (marks[pair] & LIST) != 0;
  }

  /** Returns whether the later call of a pair asks for a further page of the earlier's listing. */
  public boolean page(int pair) {
    return (marks[pair] & PAGE) != 0;
  }
}

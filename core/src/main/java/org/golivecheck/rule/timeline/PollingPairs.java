package org.golivecheck.rule.timeline;

import java.util.Arrays;
import java.util.BitSet;
import org.golivecheck.rule.Thresholds;

/**
 * The neighbouring GETs of one envelope resource that came close together.
 *
 * <p>The rule by DocuSign's page on rules and limits: a GET of the same path less than 15 minutes
 * after the one before is a breach; exactly 15 minutes later is not. The query is no part of the
 * path; a further page of one listing is no breach.
 */
public final class PollingPairs {
  private int[] later = new int[16];
  private int[] earlier = new int[16];
  private int[] previous = new int[16];
  private boolean[] lists = new boolean[16];
  private boolean[] pages = new boolean[16];
  private int size;

  /** The resources that calls asked for whose time the log does not show. */
  private final BitSet untimed = new BitSet();

  private final Timeline timeline;
  private final long breachGap;
  private final long safeGap;

  /** The newest pair of each resource. */
  private final LastSeen newestPair = new LastSeen();

  /** How many GETs each resource saw. */
  private int[] gets = new int[0];

  private PollingPairs(Timeline timeline, Thresholds thresholds) {
    this.timeline = timeline;
    breachGap = thresholds.pollingInterval().toSeconds() * CallRows.TICKS_PER_SECOND;
    safeGap = thresholds.safeInterval().toSeconds() * CallRows.TICKS_PER_SECOND;
  }

  static PollingPairs of(Timeline timeline, Thresholds thresholds) {
    PollingPairs pairs = new PollingPairs(timeline, thresholds);
    LastSeen lastGet = new LastSeen();
    boolean[] reads = timeline.kindsThat(kind -> kind.countable() && kind.isMethod("GET"));
    for (int i = 0; i < timeline.size(); i++) {
      if (!reads[timeline.kindId(i)]) {
        continue;
      }
      boolean list = timeline.isEnvelopeList(i);
      if (!list && timeline.envelope(i) < 0) {
        continue;
      }
      int resource = timeline.resource(i);
      pairs.countGet(resource);
      if (!timeline.kind(i).timed()) {
        pairs.untimed.set(resource);
        continue;
      }
      int before = lastGet.put(resource, i);
      if (before >= 0 && timeline.ticks(i) - timeline.ticks(before) < pairs.safeGap) {
        pairs.add(i, before, list, list && timeline.isNextPage(i, before));
      }
    }
    return pairs;
  }

  private void countGet(int resource) {
    if (resource >= gets.length) {
      gets = Arrays.copyOf(gets, Math.max(16, resource + (resource >> 1) + 1));
    }
    gets[resource]++;
  }

  private void add(int call, int before, boolean list, boolean page) {
    if (size == later.length) {
      int larger = size + (size >> 1);
      later = Arrays.copyOf(later, larger);
      earlier = Arrays.copyOf(earlier, larger);
      previous = Arrays.copyOf(previous, larger);
      lists = Arrays.copyOf(lists, larger);
      pages = Arrays.copyOf(pages, larger);
    }
    later[size] = call;
    earlier[size] = before;
    previous[size] = newestPair.put(timeline.resource(call), size);
    lists[size] = list;
    pages[size] = page;
    size++;
  }

  /**
   * Returns whether a resource was asked again by a call whose time the log does not show, so that
   * it is unknown whether that was too soon.
   */
  public boolean anyUntimed() {
    return untimed.stream().anyMatch(resource -> gets[resource] > 1);
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
    return newestPair.get(timeline.resource(later[pair])) == pair;
  }

  /** Returns how many countable GETs a pair's resource saw in the whole log. */
  public int gets(int pair) {
    return gets[timeline.resource(later[pair])];
  }

  /** Returns the time between the two calls of a pair, in units of 100 nanoseconds. */
  public long gap(int pair) {
    return timeline.ticks(later[pair]) - timeline.ticks(earlier[pair]);
  }

  /** Returns whether the later call of a pair is a breach of the polling rule. */
  public boolean breach(int pair) {
    return gap(pair) < breachGap && !pages[pair];
  }

  /** Returns whether the resource of a pair is the list of envelopes. */
  public boolean list(int pair) {
    return lists[pair];
  }

  /** Returns whether the later call of a pair asks for a further page of the earlier's listing. */
  public boolean page(int pair) {
    return pages[pair];
  }
}

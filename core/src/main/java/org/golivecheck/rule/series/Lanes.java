package org.golivecheck.rule.series;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.call.Operation;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Bucket;
import org.golivecheck.report.ReportSeries.Lane;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** The calls by operation and time. */
final class Lanes {
  private static final int MAX_BUCKETS = 120;

  private final Timeline timeline;
  private final BitSet breaches;
  private final int[] laneOfKind;
  private final List<Counted> lanes;
  private final long bucketSeconds;

  private Lanes(Timeline timeline, BitSet breaches) {
    this.timeline = timeline;
    this.breaches = breaches;
    laneOfKind = new int[timeline.kinds()];
    bucketSeconds =
        timeline.size() > ReportSeries.MAX_CALLS ? Steps.seconds(timeline, MAX_BUCKETS, 1) : 0;
    lanes = lanes();
  }

  static Lanes of(Timeline timeline, BitSet breaches) {
    Lanes lanes = new Lanes(timeline, breaches);
    lanes.count();
    return lanes;
  }

  /** Returns the width of the buckets, or 0 where there are none. */
  long bucketSeconds() {
    return bucketSeconds;
  }

  /** Returns the place of a call's lane. */
  int lane(int position) {
    return laneOfKind[timeline.kindId(position)];
  }

  List<Lane> list(Redactor redactor) {
    return lanes.stream().map(lane -> lane.lane(redactor)).toList();
  }

  private List<Counted> lanes() {
    String[] names = new String[timeline.kinds()];
    Map<String, Counted> byName = new HashMap<>();
    for (int kind = 0; kind < names.length; kind++) {
      int calls = timeline.callsOfKind(kind);
      if (calls > 0) {
        names[kind] = name(timeline.kindOf(kind).operation());
        byName.computeIfAbsent(names[kind], Counted::new).calls += calls;
      }
    }
    List<Counted> sorted = new ArrayList<>(byName.values());
    sorted.sort(
        Comparator.<Counted>comparingLong(lane -> -lane.calls).thenComparing(lane -> lane.name));
    List<Counted> chosen = sorted;
    if (sorted.size() > ReportSeries.MAX_LANES) {
      chosen = new ArrayList<>(sorted.subList(0, ReportSeries.MAX_LANES - 1));
      chosen.add(new Counted(""));
    }
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < chosen.size(); place++) {
      chosen.get(place).calls = 0;
      places.put(chosen.get(place).name, place);
    }
    for (int kind = 0; kind < names.length; kind++) {
      laneOfKind[kind] = places.getOrDefault(names[kind], chosen.size() - 1);
    }
    return chosen;
  }

  private static String name(Operation operation) {
    return operation.name().isEmpty()
        ? operation.method() + " " + operation.template()
        : operation.name();
  }

  private void count() {
    boolean[] failures = timeline.kindsThat(CallKind::failed);
    boolean[] timed = timeline.kindsThat(CallKind::timed);
    Counted[] all = lanes.toArray(Counted[]::new);
    for (int position = 0; position < timeline.size(); position++) {
      int kind = timeline.kindId(position);
      boolean breach = breaches.get(position);
      Counted lane = all[laneOfKind[kind]];
      lane.add(failures[kind], breach);
      if (bucketSeconds > 0 && timed[kind]) {
        lane.bucket(timeline.ticks(position), bucketSeconds).add(failures[kind], breach);
      }
    }
  }

  /** Calls as they are counted. */
  private static final class Counted {
    final String name;
    final Map<Long, Counted> buckets = new TreeMap<>();
    long calls;
    long failed;
    long breaches;
    private @Nullable Counted bucket;
    private long start;

    Counted(String name) {
      this.name = name;
    }

    /** Calls come in the order of time, so most are of the bucket of the call before. */
    Counted bucket(long ticks, long seconds) {
      Counted last = bucket;
      if (last == null || ticks < start || ticks - start >= seconds * Timeline.TICKS_PER_SECOND) {
        start = Steps.start(ticks, seconds);
        last = buckets.computeIfAbsent(start, unseen -> new Counted(""));
        bucket = last;
      }
      return last;
    }

    void add(boolean isFailed, boolean isBreach) {
      calls++;
      failed += isFailed ? 1 : 0;
      breaches += isBreach ? 1 : 0;
    }

    Lane lane(Redactor redactor) {
      List<Bucket> list = new ArrayList<>(buckets.size());
      buckets.forEach(
          (start, counted) ->
              list.add(
                  new Bucket(
                      Timeline.instant(start), counted.calls, counted.failed, counted.breaches)));
      return new Lane(redactor.redact(name), calls, failed, breaches, list);
    }
  }
}

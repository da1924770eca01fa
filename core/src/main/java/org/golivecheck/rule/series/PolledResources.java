package org.golivecheck.rule.series;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Gap;
import org.golivecheck.report.ReportSeries.GapCount;
import org.golivecheck.report.ReportSeries.PolledResource;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.timeline.LastSeen;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.rule.timeline.Timeline;

/** The times between neighbouring GETs of the resources that were polled. */
final class PolledResources {
  private static final long TICKS_PER_MILLI = Timeline.TICKS_PER_SECOND / 1_000;

  private final ReviewContext context;
  private final Timeline timeline;

  private final List<Polled> polled = new ArrayList<>();
  private final long count;

  PolledResources(ReviewContext context) {
    this.context = context;
    timeline = context.timeline();
    count = choose(timeline.pairs());
    if (!polled.isEmpty()) {
      measure();
    }
  }

  /** Returns how many gaps of all resources there are by their length; empty if none was polled. */
  List<GapCount> gapCounts() {
    List<GapCount> counts = new ArrayList<>();
    for (int i = 0; i < PollingPairs.GAPS_BELOW.size() && !polled.isEmpty(); i++) {
      counts.add(new GapCount(PollingPairs.GAPS_BELOW.get(i), timeline.pairs().gapsBelow(i)));
    }
    return counts;
  }

  /** Returns how many resources were polled. */
  long count() {
    return count;
  }

  List<PolledResource> list(Redactor redactor) {
    return polled.stream().map(resource -> resource(resource, redactor)).toList();
  }

  /**
   * Chooses the resources with the most breaches, among equals those whose first breach came first,
   * and returns how many have any.
   */
  private long choose(PollingPairs pairs) {
    LastSeen counts = new LastSeen();
    int[] resources = new int[pairs.size()];
    int size = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.breach(pair)) {
        int resource = timeline.resource(pairs.later(pair));
        int before = counts.get(resource);
        if (before == LastSeen.NOTHING) {
          resources[size++] = resource;
        }
        counts.put(resource, Math.max(before, 0) + 1);
      }
    }
    for (int i = 0; i < size; i++) {
      Polled next = new Polled(resources[i], counts.get(resources[i]));
      int place = polled.size();
      while (place > 0 && polled.get(place - 1).breaches < next.breaches) {
        place--;
      }
      if (place < ReportSeries.MAX_RESOURCES) {
        polled.add(place, next);
      }
      if (polled.size() > ReportSeries.MAX_RESOURCES) {
        polled.remove(polled.size() - 1);
      }
    }
    return size;
  }

  private void measure() {
    LastSeen places = new LastSeen();
    for (int place = 0; place < polled.size(); place++) {
      places.put(polled.get(place).number, place);
    }
    boolean[] reads = timeline.kindsThat(kind -> kind.countable() && kind.isMethod("GET"));
    for (int position = 0; position < timeline.size(); position++) {
      if (reads[timeline.kindId(position)]) {
        int place = places.get(timeline.resource(position));
        if (place != LastSeen.NOTHING && isReadOfEnvelopes(position)) {
          measure(polled.get(place), position);
        }
      }
    }
  }

  private boolean isPage(int position, int before) {
    return timeline.isEnvelopeList(position) && timeline.isNextPage(position, before);
  }

  private boolean isReadOfEnvelopes(int position) {
    return timeline.isEnvelopeList(position) || timeline.envelope(position) >= 0;
  }

  private void measure(Polled resource, int position) {
    int before = resource.newest;
    resource.gets++;
    if (!timeline.kind(position).timed()) {
      return;
    }
    resource.newest = position;
    if (before < 0) {
      return;
    }
    long gap = timeline.ticks(position) - timeline.ticks(before);
    boolean page = isPage(position, before);
    if (resource.gaps.size() == ReportSeries.MAX_GAPS) {
      resource.gaps.removeFirst();
    }
    resource.gaps.add(
        new Gap(
            timeline.time(position),
            gap / TICKS_PER_MILLI,
            page,
            gap < timeline.pairs().breachGap() && !page,
            context.window().contains(before)));
  }

  private PolledResource resource(Polled resource, Redactor redactor) {
    String operation = timeline.kind(resource.newest).operation().name();
    return new PolledResource(
        redactor.redact(context.resource(resource.newest)),
        operation.isEmpty() ? null : operation,
        resource.gets,
        resource.breaches,
        List.copyOf(resource.gaps));
  }

  /** A resource as it is measured. */
  private static final class Polled {
    final int number;
    final Deque<Gap> gaps = new ArrayDeque<>();
    final long breaches;
    long gets;
    int newest = -1;

    Polled(int number, long breaches) {
      this.number = number;
      this.breaches = breaches;
    }
  }
}

package org.golivecheck.rule.series;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Gap;
import org.golivecheck.report.ReportSeries.PolledResource;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.timeline.CallKind;
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
    Map<Integer, Polled> all = polled(timeline.pairs());
    count = all.size();
    all.values().stream()
        .sorted(Comparator.<Polled>comparingLong(resource -> -resource.breaches))
        .limit(ReportSeries.MAX_RESOURCES)
        .forEach(polled::add);
    if (!polled.isEmpty()) {
      measure();
    }
  }

  /** Returns how many resources were polled. */
  long count() {
    return count;
  }

  List<PolledResource> list(Redactor redactor) {
    return polled.stream().map(resource -> resource(resource, redactor)).toList();
  }

  /** Returns the resources that were polled, in the order of their first breaches. */
  private Map<Integer, Polled> polled(PollingPairs pairs) {
    Map<Integer, Polled> resources = new LinkedHashMap<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.breach(pair)) {
        int resource = timeline.resource(pairs.later(pair));
        resources.computeIfAbsent(resource, Polled::new).breaches++;
      }
    }
    return resources;
  }

  private void measure() {
    Map<Integer, Polled> wanted = new LinkedHashMap<>();
    polled.forEach(resource -> wanted.put(resource.number, resource));
    for (int position = 0; position < timeline.size(); position++) {
      CallKind kind = timeline.kind(position);
      if (kind.countable() && kind.isMethod("GET") && isReadOfEnvelopes(position)) {
        Polled resource = wanted.get(timeline.resource(position));
        if (resource != null) {
          measure(resource, position);
        }
      }
    }
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
    boolean page = timeline.isEnvelopeList(position) && timeline.isNextPage(position, before);
    if (resource.gaps.size() == ReportSeries.MAX_GAPS) {
      resource.gaps.removeFirst();
    }
    resource.gaps.add(
        new Gap(
            timeline.time(position),
            gap / TICKS_PER_MILLI,
            page,
            gap < timeline.pairs().breachGap() && !page,
            context.window().holds(before)));
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
    long breaches;
    long gets;
    int newest = -1;

    Polled(int number) {
      this.number = number;
    }
  }
}

package org.golivecheck.rule.series;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.golivecheck.rule.Series;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.rule.timeline.Timeline;

/** Makes the series of a review. */
public final class SeriesFold {
  private SeriesFold() {}

  /** Returns the series of a time line. */
  public static Series of(ReviewContext context) {
    Timeline timeline = context.timeline();
    BitSet breaches = breaches(timeline.pairs());
    Lanes lanes = Lanes.of(timeline, breaches);
    PolledResources polled = new PolledResources(context);
    return new Series(
        calls(context, lanes, breaches),
        lanes.bucketSeconds(),
        lanes.list(),
        polled.list(),
        polled.count(),
        new AccountRates(context).list(),
        ErrorCounts.of(context));
  }

  private static BitSet breaches(PollingPairs pairs) {
    BitSet breaches = new BitSet();
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.breach(pair)) {
        breaches.set(pairs.later(pair));
      }
    }
    return breaches;
  }

  private static List<Series.Call> calls(ReviewContext context, Lanes lanes, BitSet breaches) {
    Timeline timeline = context.timeline();
    int oldest = Math.max(0, timeline.size() - Series.MAX_CALLS);
    List<Series.Call> calls = new ArrayList<>(timeline.size() - oldest);
    for (int position = oldest; position < timeline.size(); position++) {
      calls.add(
          new Series.Call(
              context.ref(position),
              lanes.lane(position),
              timeline.kind(position).exclusion(),
              context.window().holds(position),
              breaches.get(position)));
    }
    return calls;
  }
}

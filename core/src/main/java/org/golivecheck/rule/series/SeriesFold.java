package org.golivecheck.rule.series;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.rule.timeline.Timeline;

/** Makes the series of a review. */
public final class SeriesFold {
  private SeriesFold() {}

  /** Returns the series of a time line. */
  public static ReportSeries of(ReviewContext context) {
    Redactor redactor = context.redactor();
    Timeline timeline = context.timeline();
    BitSet breaches = breaches(timeline.pairs());
    Lanes lanes = Lanes.of(timeline, breaches);
    PolledResources polled = new PolledResources(context);
    return new ReportSeries(
        calls(context, lanes, breaches),
        lanes.bucketSeconds(),
        lanes.list(redactor),
        polled.list(redactor),
        polled.count(),
        polled.gapCounts(),
        new AccountRates(context).list(redactor),
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

  private static List<ReportSeries.Call> calls(
      ReviewContext context, Lanes lanes, BitSet breaches) {
    Redactor redactor = context.redactor();
    Timeline timeline = context.timeline();
    // Texts that many calls share are redacted once.
    Map<String, SafeText> common = new HashMap<>();
    int oldest = Math.max(0, timeline.size() - ReportSeries.MAX_CALLS);
    List<ReportSeries.Call> calls = new ArrayList<>(timeline.size() - oldest);
    for (int position = oldest; position < timeline.size(); position++) {
      CallKind kind = timeline.kind(position);
      String errorCode = timeline.detail(position).errorCode();
      calls.add(
          new ReportSeries.Call(
              context.time(position),
              common.computeIfAbsent(kind.operation().method(), redactor::redact),
              common.computeIfAbsent(context.resource(position), redactor::redact),
              context.operation(position),
              kind.status(),
              errorCode == null ? null : redactor.redactCode(errorCode),
              redactor.redactNullable(timeline.traceToken(position)),
              redactor.redact(timeline.source(position)),
              lanes.lane(position),
              kind.exclusion(),
              context.window().contains(position),
              breaches.get(position)));
    }
    return calls;
  }
}

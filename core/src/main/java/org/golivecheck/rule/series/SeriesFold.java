package org.golivecheck.rule.series;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.ErrorCount;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.rule.timeline.Timeline;

/** Makes the series of a review. */
public final class SeriesFold {
  private final AccountRates rates;

  /** Starts the series of a time line. */
  public SeriesFold(Timeline timeline, Thresholds thresholds) {
    rates = new AccountRates(timeline, thresholds);
  }

  /** Measures how many calls accounts made, which depends neither on pairs nor on the window. */
  public void measureRates() {
    rates.measure();
  }

  /**
   * Returns the series, after {@link #measureRates}.
   *
   * @param context the calls of the time line
   */
  public ReportSeries of(ReviewContext context) {
    Redactor redactor = context.redactor();
    Timeline timeline = context.timeline();
    BitSet breaches = breaches(timeline.pairs());
    Lanes lanes = Lanes.of(timeline, breaches);
    PolledResources polled = new PolledResources(context);
    return new ReportData.Series(
        calls(context, lanes, breaches),
        lanes.bucketSeconds(),
        lanes.list(redactor),
        polled.list(redactor),
        polled.count(),
        polled.gapCounts(),
        rates.list(redactor),
        errors(context));
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
          new ReportData.SeriesCall(
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

  /** Counts failed calls by class and by who has to act. */
  private static List<ErrorCount> errors(ReviewContext context) {
    Timeline timeline = context.timeline();
    // By category, then actor: what the sorting below leaves equal keeps this order.
    Map<String, Map<String, long[]>> counts = new TreeMap<>();
    boolean[] failed = timeline.kindsThat(CallKind::failed);
    for (int position = 0; position < timeline.size(); position++) {
      ErrorClass error =
          failed[timeline.kindId(position)] ? timeline.detail(position).error() : null;
      if (error != null) {
        long[] count =
            counts
                .computeIfAbsent(error.category(), unseen -> new TreeMap<>())
                .computeIfAbsent(error.actor(), unseen -> new long[2]);
        count[0]++;
        count[1] += context.window().contains(position) ? 1 : 0;
      }
    }
    List<ErrorCount> errors = new ArrayList<>();
    counts.forEach(
        (category, actors) ->
            actors.forEach(
                (actor, count) -> errors.add(new ErrorCount(category, actor, count[0], count[1]))));
    errors.sort(Comparator.comparingLong(error -> -error.calls()));
    return errors;
  }
}

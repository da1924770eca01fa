package org.golivecheck.rule.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.report.ReportSeries.ErrorCount;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.rule.timeline.Timeline;

/** Counts failed calls by class and by who has to act. */
final class ErrorCounts {
  private ErrorCounts() {}

  static List<ErrorCount> of(ReviewContext context) {
    Timeline timeline = context.timeline();
    // By category, then actor: what no sorting below tells apart keeps this order.
    Map<String, Map<String, long[]>> counts = new TreeMap<>();
    for (int position = 0; position < timeline.size(); position++) {
      ErrorClass error =
          timeline.kind(position).failed() ? timeline.detail(position).error() : null;
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

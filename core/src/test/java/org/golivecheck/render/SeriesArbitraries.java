package org.golivecheck.render;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.golivecheck.call.Exclusion;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Bucket;
import org.golivecheck.report.ReportSeries.Call;
import org.golivecheck.report.ReportSeries.ErrorCount;
import org.golivecheck.report.ReportSeries.Gap;
import org.golivecheck.report.ReportSeries.GapCount;
import org.golivecheck.report.ReportSeries.Lane;
import org.golivecheck.report.ReportSeries.PolledResource;
import org.golivecheck.report.ReportSeries.Rate;
import org.golivecheck.report.ReportSeries.RatePoint;
import org.golivecheck.report.data.ReportData;

/** Any series, sensible or not, whose texts from a log contain any characters. */
final class SeriesArbitraries {
  private SeriesArbitraries() {}

  static Arbitrary<ReportSeries> series(Arbitrary<SafeText> texts, Arbitrary<Instant> times) {
    return Combinators.combine(
            calls(texts, times).list().ofMaxSize(5),
            Arbitraries.of(0L, 60L, 86_400L),
            lanes(texts, times).list().ofMaxSize(3),
            polling(texts, times).list().ofMaxSize(2),
            counts(),
            Combinators.combine(counts(), counts()).as(GapCount::new).list().ofMaxSize(3),
            rates(texts, times).list().ofMaxSize(2),
            errors().list().ofMaxSize(3))
        .as(ReportData.Series::new);
  }

  private static Arbitrary<Call> calls(Arbitrary<SafeText> texts, Arbitrary<Instant> times) {
    return Combinators.combine(
            times,
            texts,
            texts,
            texts.injectNull(0.3),
            Arbitraries.integers().between(100, 999),
            Arbitraries.of(Exclusion.class).injectNull(0.5),
            Arbitraries.integers().between(0, 12),
            Arbitraries.of(true, false))
        .as(
            (time, method, text, optional, status, excluded, lane, flag) ->
                new ReportData.SeriesCall(
                    time,
                    method,
                    text,
                    flag ? "Envelopes:get" : null,
                    status,
                    optional,
                    optional,
                    text,
                    lane,
                    excluded,
                    flag,
                    !flag));
  }

  private static Arbitrary<Lane> lanes(Arbitrary<SafeText> texts, Arbitrary<Instant> times) {
    Arbitrary<List<Bucket>> buckets =
        Combinators.combine(times, counts(), counts(), counts())
            .as(Bucket::new)
            .list()
            .ofMaxSize(3);
    return Combinators.combine(texts, counts(), counts(), buckets)
        .as((name, calls, other, list) -> new Lane(name, calls, other, other, list));
  }

  private static Arbitrary<PolledResource> polling(
      Arbitrary<SafeText> texts, Arbitrary<Instant> times) {
    Arbitrary<List<Gap>> gaps =
        Combinators.combine(times, counts(), Arbitraries.of(true, false))
            .as((time, millis, flag) -> new Gap(time, millis, flag, !flag, flag))
            .list()
            .ofMaxSize(3);
    return Combinators.combine(texts, counts(), gaps)
        .as((resource, gets, list) -> new PolledResource(resource, null, gets, gets, list));
  }

  private static Arbitrary<Rate> rates(Arbitrary<SafeText> texts, Arbitrary<Instant> times) {
    Arbitrary<List<RatePoint>> points =
        Combinators.combine(times, counts()).as(RatePoint::new).list().ofMaxSize(3);
    return Combinators.combine(
            texts, Arbitraries.of(true, false), Arbitraries.of(30, 3_600), counts(), times, points)
        .as(
            (account, flag, seconds, limit, time, list) ->
                new ReportData.Rate(
                    account, flag, seconds, limit, !flag, limit, time, seconds, list));
  }

  private static Arbitrary<ErrorCount> errors() {
    return Combinators.combine(Arbitraries.of("validation", "consent"), counts())
        .as((category, calls) -> new ErrorCount(category, "account-admin", calls, calls));
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.longs().between(0, 1L << 40);
  }
}

package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Identity;
import org.golivecheck.call.RateLimits;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Profile;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Bucket;
import org.golivecheck.report.ReportSeries.ErrorCount;
import org.golivecheck.report.ReportSeries.Gap;
import org.golivecheck.report.ReportSeries.GapCount;
import org.golivecheck.report.ReportSeries.Lane;
import org.golivecheck.report.ReportSeries.PolledResource;
import org.golivecheck.report.ReportSeries.Rate;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final Redactor REDACTOR = new Redactor();
  private static final ReportSeries EMPTY =
      new ReportData.Series(List.of(), 0, List.of(), List.of(), 0, List.of(), List.of(), List.of());
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void aReviewHasNoSeriesUnlessAskedFor() {
    assertThat(new CallLog().clean(0, 20).review(Profile.CLASSIC).series()).isNull();
  }

  @Test
  void everyCallOfASmallLogIsListedWithItsLane() {
    ReportSeries series =
        series(
            new CallLog()
                .call(0, "GET", "https://app.docusign.com/restapi/v2.1/accounts/1/users")
                .call(1, "POST", "/envelopes", 201)
                .call(2, "GET", CallLog.envelope(1))
                .call(3, "GET", CallLog.envelope(1)));

    assertThat(series.calls())
        .extracting(ReportSeries.Call::status)
        .containsExactly(200, 201, 200, 200);
    assertThat(series.calls())
        .extracting(ReportSeries.Call::excluded)
        .containsExactly(Exclusion.WEB_APP, null, null, null);
    assertThat(series.calls())
        .extracting(ReportSeries.Call::inWindow)
        .containsExactly(false, true, true, true);
    assertThat(series.calls())
        .extracting(ReportSeries.Call::breach)
        .containsExactly(false, false, false, true);
    assertThat(series.calls())
        .extracting(call -> series.lanes().get(call.lane()).name().toString())
        .containsExactly("Users:list", "Envelopes:create", "Envelopes:get", "Envelopes:get");
    assertThat(series.bucketSeconds()).isZero();
    assertThat(series.lanes().get(0))
        .isEqualTo(new Lane(REDACTOR.redact("Envelopes:get"), 2, 0, 1, List.of()));
  }

  @Test
  void rareOperationsShareTheLastLane() {
    CallLog log = new CallLog();
    for (int i = 0; i < 15; i++) {
      for (int times = 0; times < 20 - i; times++) {
        log.call(i, "GET", "/some_collection_" + (char) ('a' + i));
      }
    }

    ReportSeries series = series(log);

    assertThat(series.lanes()).hasSize(ReportSeries.MAX_LANES);
    assertThat(series.lanes().get(0).calls()).isEqualTo(20);
    assertThat(series.lanes().get(11))
        .isEqualTo(new Lane(REDACTOR.redact(""), 9 + 8 + 7 + 6, 0, 0, List.of()));
    assertThat(series.calls().get(series.calls().size() - 1).lane()).isEqualTo(11);
  }

  @Test
  void aLargeLogIsListedByItsNewestCallsAndCountedInBuckets() {
    CallLog log = new CallLog();
    for (int i = 0; i < 3_000; i++) {
      log.call(i, "POST", "/envelopes", i % 10 == 0 ? 400 : 201);
    }

    ReportSeries series = series(log);

    assertThat(series.calls()).hasSize(ReportSeries.MAX_CALLS);
    assertThat(series.calls().get(ReportSeries.MAX_CALLS - 1).timestamp())
        .isEqualTo(NOON.plus(Duration.ofMinutes(2_999)));
    assertThat(series.bucketSeconds()).isEqualTo(1_800);
    Lane lane = series.lanes().get(0);
    assertThat(lane.buckets()).hasSize(100).contains(new Bucket(NOON, 30, 3, 0));
    assertThat(lane.buckets().stream().mapToLong(Bucket::calls).sum()).isEqualTo(3_000);
    assertThat(lane.failed()).isEqualTo(300);
  }

  @Test
  void gapsOfAPolledResourceTellBreachesFromPagesAndWaits() {
    CallLog log =
        new CallLog()
            .call(0, "GET", CallLog.envelope(1))
            .call(15, "GET", CallLog.envelope(1) + "/")
            .call(
                16,
                "GET",
                CallLog.envelope(1)
                    .toUpperCase(java.util.Locale.ROOT)
                    .replace("ENVELOPES", "envelopes"))
            .call(17, "GET", CallLog.envelope(2))
            .clean(18, 19);

    ReportSeries series = series(log);

    assertThat(series.polledResources()).isEqualTo(1);
    PolledResource polled = series.polling().get(0);
    assertThat(polled.gets()).isEqualTo(3);
    assertThat(polled.breaches()).isEqualTo(1);
    assertThat(polled.operation()).isEqualTo("Envelopes:get");
    assertThat(polled.gaps())
        .containsExactly(
            new Gap(NOON.plusSeconds(900), 900_000, false, false, false),
            new Gap(NOON.plusSeconds(960), 60_000, false, true, false));
  }

  @Test
  void aFurtherPageIsAGapButNoBreach() {
    ReportSeries series =
        series(
            new CallLog()
                .call(0, "GET", "/envelopes?from_date=2026-11-01")
                .call(1, "GET", "/envelopes?from_date=2026-11-01&start_position=100")
                .call(2, "GET", "/envelopes?from_date=2026-11-01"));

    assertThat(series.polling().get(0).gaps())
        .extracting(Gap::page, Gap::breach, Gap::inWindow)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(true, false, true),
            org.assertj.core.groups.Tuple.tuple(false, true, true));
  }

  @Test
  void gapsOfAllResourcesAreCountedByLengthWithoutPages() {
    CallLog log = new CallLog();
    double[] seconds = {0, 9.9, 10, 59, 60, 299, 300, 899, 900, 3_599, 3_600, 9_999};
    for (int i = 0; i < seconds.length; i++) {
      double start = 1_000 * i;
      log.call(start, "GET", CallLog.envelope(i));
      log.call(start + seconds[i] / 60, "GET", CallLog.envelope(i));
    }
    log.call(0, "GET", "/envelopes?a=1").call(2, "GET", "/envelopes?a=1&start_position=100");

    assertThat(series(log).gapCounts())
        .containsExactly(
            new GapCount(10, 2),
            new GapCount(60, 2),
            new GapCount(300, 2),
            new GapCount(900, 2),
            new GapCount(3_600, 2),
            new GapCount(0, 2));
  }

  @Test
  void gapsAreNotCountedWhereNothingWasPolled() {
    CallLog log = new CallLog().call(0, "GET", CallLog.envelope(1));

    assertThat(series(log.call(20, "GET", CallLog.envelope(1))).gapCounts()).isEmpty();
  }

  @Test
  void listsAreBoundedAndTheTrueNumbersStandBeside() {
    CallLog log = new CallLog();
    for (int i = 0; i < 300; i++) {
      log.call(i, "GET", CallLog.envelope(0));
    }
    for (int i = 1; i < 20; i++) {
      log.call(400, "GET", CallLog.envelope(i)).call(401, "GET", CallLog.envelope(i));
    }

    ReportSeries series = series(log);

    assertThat(series.polledResources()).isEqualTo(20);
    assertThat(series.polling()).hasSize(ReportSeries.MAX_RESOURCES);
    assertThat(series.polling().get(0).gets()).isEqualTo(300);
    assertThat(series.polling().get(0).gaps()).hasSize(ReportSeries.MAX_GAPS);
    assertThat(series.polling().get(0).gaps().get(ReportSeries.MAX_GAPS - 1).timestamp())
        .isEqualTo(NOON.plus(Duration.ofMinutes(299)));
  }

  @Test
  void ratesCountClockHoursAndAnyThirtySeconds() {
    CallLog log = new CallLog();
    for (int i = 0; i < 10; i++) {
      log.call(59 + i / 10.0, "POST", "/envelopes", 201);
    }
    log.call(60, "POST", "/envelopes", 201);
    log.add(61, "POST", "/envelopes", call -> call.limits(new RateLimits(1_000, 900, 0, -1, -1)));

    List<Rate> rates = series(log).rates();

    assertThat(rates).hasSize(2);
    Rate hour = rates.get(0);
    assertThat(hour.account().toString()).isEqualTo("1e2d3c4b");
    assertThat(hour.demo()).isTrue();
    assertThat(hour.seconds()).isEqualTo(3_600);
    assertThat(hour.limit()).isEqualTo(1_000);
    assertThat(hour.limitTold()).isTrue();
    assertThat(hour.peak()).isEqualTo(10);
    assertThat(hour.peakTime()).isEqualTo(NOON.plusSeconds(59 * 60 + 54));
    assertThat(hour.points())
        .containsExactly(
            new ReportSeries.RatePoint(NOON, 10),
            new ReportSeries.RatePoint(NOON.plusSeconds(3_600), 2));
    Rate burst = rates.get(1);
    assertThat(burst.seconds()).isEqualTo(30);
    assertThat(burst.limit()).isEqualTo(200);
    assertThat(burst.limitTold()).isFalse();
    // One each six seconds: a call 30 s older is out.
    assertThat(burst.peak()).isEqualTo(5);
  }

  @Test
  void errorsAreCountedByClassAndActor() {
    ReportSeries series =
        series(
            new CallLog()
                .error(0, "POST", "/envelopes", 400, "USER_LACKS_PERMISSIONS", "No.")
                .error(1, "POST", "/envelopes", 400, "USER_LACKS_PERMISSIONS", "No.")
                .error(2, "POST", "/envelopes", 400, "INVALID_REQUEST_BODY", "No.")
                .clean(3, 19));

    assertThat(series.errors())
        .containsExactly(
            new ErrorCount("user-permission", "account-admin", 2, 0),
            new ErrorCount("validation", "integration-developer", 1, 1));
  }

  @Test
  void anEmptyLogHasEmptySeries() {
    assertThat(series(new CallLog())).isEqualTo(EMPTY);
  }

  @Test
  void aKeyThatNoCallShowsHasEmptySeries() {
    ReviewSettings settings =
        ReviewSettings.DEFAULT.withTraffic(new Traffic(Set.of(), Map.of(), "no-such-key"));
    CallLog log =
        new CallLog()
            .add(0, "GET", "/users", call -> call.identity(new Identity("a-key", null, null)));

    ReportSeries series =
        log.calls().stream()
            .collect(GoLiveCheck.withDefaults().withSettings(settings).withSeries().collector())
            .series();

    assertThat(series).isEqualTo(EMPTY);
  }

  @Test
  void seriesDependNeitherOnOrderNorOnParts() {
    CallLog log = new CallLog();
    Random random = new Random(7);
    for (int i = 0; i < 2_500; i++) {
      log.call(random.nextInt(20_000) / 10.0, "GET", CallLog.envelope(random.nextInt(40)));
    }
    List<ApiCall> shuffled = new java.util.ArrayList<>(log.calls());
    Collections.shuffle(shuffled, random);

    ReportSeries parallel =
        shuffled.parallelStream()
            .collect(GoLiveCheck.withDefaults().withSeries().collector())
            .series();

    assertThat(parallel).isEqualTo(series(log));
  }

  private static ReportSeries series(CallLog log) {
    return log.calls().stream()
        .collect(GoLiveCheck.withDefaults().withSeries().collector())
        .series();
  }
}

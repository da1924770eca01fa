package org.golivecheck.render;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.Exclusion;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Bucket;
import org.golivecheck.report.ReportSeries.Call;
import org.golivecheck.report.ReportSeries.ErrorCount;
import org.golivecheck.report.ReportSeries.Gap;
import org.golivecheck.report.ReportSeries.Lane;
import org.golivecheck.report.ReportSeries.PolledResource;
import org.golivecheck.report.ReportSeries.Rate;
import org.golivecheck.report.ReportSeries.RatePoint;
import org.golivecheck.report.data.ReportData;

/** Series of reports, made by hand. */
final class SeriesFixtures {
  private static final Redactor REDACTOR = new Redactor();
  private static final Instant START = ReportBuilder.START;
  private static final String ENVELOPE = "/restapi/v2.1/accounts/0f1e2d3c/envelopes/1a2b3c4d";

  private SeriesFixtures() {}

  /** One envelope polled every 45 seconds among other calls, one of which failed. */
  static ReportSeries polling() {
    List<Call> calls = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      boolean get = i % 3 != 0;
      boolean window = i >= 4;
      Exclusion excluded = i == 2 ? Exclusion.WEB_APP : null;
      boolean breach = get && i > 3;
      int status = i == 6 ? 400 : get ? 200 : 201;
      calls.add(
          call(i, get ? "GET" : "POST", get ? 0 : 1, status, excluded, window, breach && i > 5));
      if (breach) {
        gaps.add(gap(i, i % 3 == 1 ? 90 : 45, false, i > 5));
      }
    }
    gaps.add(0, gap(2, 1_000, false, false));
    gaps.add(1, gap(3, 20, true, false));
    return new ReportData.Series(
        calls,
        0,
        List.of(
            lane("Envelopes:get", 16, 0, 14, List.of()),
            lane("Envelopes:create", 8, 1, 0, List.of())),
        List.of(new PolledResource(safe(ENVELOPE), "Envelopes:get", 16, 14, gaps)),
        1,
        List.of(),
        List.of(rate(3_600, 3_000, true, 24), rate(30, 200, false, 2)),
        List.of(
            new ErrorCount("validation", "integration-developer", 1, 1),
            new ErrorCount("user-permission", "account-admin", 1, 0)));
  }

  /** A log of 50 calls, as many as DocuSign logs. */
  static ReportSeries fiftyCalls() {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(call(i, "POST", i % 2, i % 4 == 0 ? 400 : 201, null, i >= 30, i % 5 == 0));
    }
    ReportSeries polling = polling();
    return new ReportData.Series(
        calls,
        0,
        polling.lanes(),
        polling.polling(),
        1,
        List.of(),
        polling.rates(),
        polling.errors());
  }

  /** A log of 100,020 calls, of which the newest are listed. */
  static ReportSeries huge() {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < ReportSeries.MAX_CALLS; i++) {
      boolean window = i >= ReportSeries.MAX_CALLS - 20;
      calls.add(call(i, "POST", i % 2, i % 4 == 0 ? 400 : 201, null, window, false));
    }
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      buckets.add(new Bucket(START.plus(Duration.ofHours(i)), 400 + i, i % 7, i % 5));
    }
    List<RatePoint> points = new ArrayList<>();
    for (int i = 0; i < 168; i++) {
      points.add(new RatePoint(START.plus(Duration.ofHours(i)), 100 + 20L * i));
    }
    return new ReportData.Series(
        calls,
        3_600,
        List.of(lane("Envelopes:create", 90_000, 400, 0, buckets), lane("", 10_020, 0, 0, buckets)),
        List.of(),
        0,
        List.of(),
        List.of(
            new ReportData.Rate(
                safe("0f1e2d3c"), false, 3_600, 3_000, false, 3_440, START, 3_600, points)),
        List.of(new ErrorCount("validation", "integration-developer", 100_020, 20)));
  }

  /** The series of a log that somebody wrote to do harm. */
  static ReportSeries hostile(String attack, String secrets) {
    List<Call> calls = new ArrayList<>();
    for (String text : List.of(attack, secrets)) {
      SafeText safe = safe(text);
      calls.add(
          new ReportData.SeriesCall(
              START, safe, safe, null, 400, safe, safe, safe, 0, null, true, false));
    }
    return new ReportData.Series(
        calls,
        0,
        List.of(lane(attack, 2, 2, 0, List.of()), lane(secrets, 0, 0, 0, List.of())),
        List.of(
            new PolledResource(safe(attack), null, 2, 1, List.of(gap(1, 1, false, true))),
            new PolledResource(safe(secrets), null, 2, 1, List.of(gap(1, 1, false, true)))),
        2,
        List.of(),
        List.of(
            new ReportData.Rate(
                safe(attack),
                true,
                30,
                200,
                false,
                2,
                START,
                30,
                List.of(new RatePoint(START, 2)))),
        List.of(new ErrorCount("unknown", "integration-developer", 2, 2)));
  }

  private static Call call(
      int number,
      String method,
      int lane,
      int status,
      Exclusion excluded,
      boolean inWindow,
      boolean breach) {
    boolean failed = status >= 400;
    return new ReportData.SeriesCall(
        at(number),
        safe(method),
        safe(lane == 0 ? ENVELOPE : "/restapi/v2.1/accounts/0f1e2d3c/envelopes"),
        lane == 0 ? "Envelopes:get" : "Envelopes:create",
        status,
        failed ? safe("INVALID_REQUEST_BODY") : null,
        safe("5d5d5d5d-0000-4000-8000-" + String.format(java.util.Locale.ROOT, "%012d", number)),
        safe("logs.zip!" + number + "_GetEnvelope.txt"),
        lane,
        excluded,
        inWindow,
        breach);
  }

  private static Gap gap(int number, long seconds, boolean page, boolean inWindow) {
    return new Gap(at(number), seconds * 1_000 + 7, page, seconds < 900 && !page, inWindow);
  }

  private static Lane lane(
      String name, long calls, long failed, long breaches, List<Bucket> buckets) {
    return new Lane(safe(name), calls, failed, breaches, buckets);
  }

  private static Rate rate(int seconds, long limit, boolean told, long peak) {
    return new ReportData.Rate(
        safe("0f1e2d3c"),
        true,
        seconds,
        limit,
        told,
        peak,
        at(3),
        seconds,
        List.of(new RatePoint(at(0), peak), new RatePoint(at(0).plusSeconds(3L * seconds), 1)));
  }

  private static Instant at(int number) {
    return START.plus(Duration.ofSeconds(45L * number));
  }

  private static SafeText safe(String text) {
    return REDACTOR.redact(text);
  }
}

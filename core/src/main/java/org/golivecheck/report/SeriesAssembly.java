package org.golivecheck.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.ReportSeries.Call;
import org.golivecheck.report.ReportSeries.Lane;
import org.golivecheck.report.ReportSeries.PolledResource;
import org.golivecheck.report.ReportSeries.Rate;
import org.golivecheck.rule.Review.CallRef;
import org.golivecheck.rule.Series;

/** Takes the series of a review into its report, by way of the redactor. */
final class SeriesAssembly {
  private final Redactor redactor;

  /** Texts that many calls share, as they are shown. */
  private final Map<String, SafeText> common = new HashMap<>();

  SeriesAssembly(Redactor redactor) {
    this.redactor = redactor;
  }

  ReportSeries assemble(Series series) {
    List<Call> calls = new ArrayList<>(series.calls().size());
    for (Series.Call call : series.calls()) {
      calls.add(call(call));
    }
    List<Lane> lanes = new ArrayList<>();
    for (Series.Lane lane : series.lanes()) {
      lanes.add(
          new Lane(
              redactor.redact(lane.name()),
              lane.calls(),
              lane.failed(),
              lane.breaches(),
              lane.buckets()));
    }
    List<PolledResource> polling = new ArrayList<>();
    for (Series.PolledResource polled : series.polling()) {
      polling.add(
          new PolledResource(
              redactor.redact(polled.resource()),
              polled.operation(),
              polled.gets(),
              polled.breaches(),
              polled.gaps()));
    }
    List<Rate> rates = new ArrayList<>();
    for (Series.Rate rate : series.rates()) {
      rates.add(rate(rate));
    }
    return new ReportSeries(
        calls,
        series.bucketSeconds(),
        lanes,
        polling,
        series.polledResources(),
        rates,
        series.errors());
  }

  private Call call(Series.Call listed) {
    CallRef call = listed.call();
    return new Call(
        call.time(),
        common(call.method()),
        common(call.resource()),
        call.operation(),
        call.status(),
        call.errorCode() == null ? null : common(call.errorCode()),
        redactor.redactNullable(call.traceToken()),
        redactor.redact(call.source()),
        listed.lane(),
        listed.excluded(),
        listed.inWindow(),
        listed.breach());
  }

  private Rate rate(Series.Rate rate) {
    return new Rate(
        redactor.redact(rate.account()),
        rate.demo(),
        rate.seconds(),
        rate.limit(),
        rate.limitTold(),
        rate.peak(),
        rate.peakTime(),
        rate.bucketSeconds(),
        rate.points());
  }

  private SafeText common(String text) {
    return common.computeIfAbsent(text, redactor::redact);
  }
}

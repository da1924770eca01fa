package org.golivecheck.render.json;

import static org.golivecheck.render.json.JsonReportWriter.callTime;
import static org.golivecheck.render.json.JsonReportWriter.text;
import static org.golivecheck.render.json.JsonReportWriter.time;
import static org.golivecheck.render.json.JsonReportWriter.writeArray;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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

/** Prints the series of a report as JSON. */
final class JsonSeries {
  private JsonSeries() {}

  static void write(ReportSeries series, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeArray(json, "calls", series.calls(), JsonSeries::writeCall);
    json.writeNumberField("bucketSeconds", series.bucketSeconds());
    writeArray(json, "lanes", series.lanes(), JsonSeries::writeLane);
    writeArray(json, "polling", series.polling(), JsonSeries::writePolledResource);
    json.writeNumberField("polledResources", series.polledResources());
    writeArray(json, "gapCounts", series.gapCounts(), JsonSeries::writeGapCount);
    writeArray(json, "rates", series.rates(), JsonSeries::writeRate);
    writeArray(json, "errors", series.errors(), JsonSeries::writeErrorCount);
    json.writeEndObject();
  }

  private static void writeCall(JsonGenerator json, Call call) throws IOException {
    callTime(json, call.timestamp());
    text(json, "method", call.method());
    text(json, "resource", call.resource());
    text(json, "operation", call.operation());
    json.writeNumberField("status", call.status());
    text(json, "errorCode", call.errorCode());
    text(json, "traceToken", call.traceToken());
    text(json, "source", call.source());
    json.writeNumberField("lane", call.lane());
    text(json, "excluded", call.excluded() == null ? null : call.excluded().id());
    json.writeBooleanField("inWindow", call.inWindow());
    json.writeBooleanField("breach", call.breach());
  }

  private static void writeGapCount(JsonGenerator json, GapCount gaps) throws IOException {
    json.writeNumberField("belowSeconds", gaps.belowSeconds());
    json.writeNumberField("count", gaps.count());
  }

  private static void writeLane(JsonGenerator json, Lane lane) throws IOException {
    text(json, "name", lane.name());
    writeCounts(json, lane.calls(), lane.failed(), lane.breaches());
    writeArray(json, "buckets", lane.buckets(), JsonSeries::writeBucket);
  }

  private static void writeBucket(JsonGenerator json, Bucket bucket) throws IOException {
    time(json, "start", bucket.start());
    writeCounts(json, bucket.calls(), bucket.failed(), bucket.breaches());
  }

  private static void writeCounts(JsonGenerator json, long calls, long failed, long breaches)
      throws IOException {
    json.writeNumberField("calls", calls);
    json.writeNumberField("failed", failed);
    json.writeNumberField("breaches", breaches);
  }

  private static void writePolledResource(JsonGenerator json, PolledResource polled)
      throws IOException {
    text(json, "resource", polled.resource());
    text(json, "operation", polled.operation());
    json.writeNumberField("gets", polled.gets());
    json.writeNumberField("breaches", polled.breaches());
    writeArray(json, "gaps", polled.gaps(), JsonSeries::writeGap);
  }

  private static void writeGap(JsonGenerator json, Gap gap) throws IOException {
    time(json, "timestamp", gap.timestamp());
    json.writeNumberField("millis", gap.millis());
    json.writeBooleanField("page", gap.page());
    json.writeBooleanField("breach", gap.breach());
    json.writeBooleanField("inWindow", gap.inWindow());
  }

  private static void writeRate(JsonGenerator json, Rate rate) throws IOException {
    text(json, "account", rate.account());
    json.writeBooleanField("demo", rate.demo());
    json.writeNumberField("seconds", rate.seconds());
    json.writeNumberField("limit", rate.limit());
    json.writeBooleanField("limitTold", rate.limitTold());
    json.writeNumberField("peak", rate.peak());
    time(json, "peakTime", rate.peakTime());
    json.writeNumberField("bucketSeconds", rate.bucketSeconds());
    writeArray(json, "points", rate.points(), JsonSeries::writePoint);
  }

  private static void writePoint(JsonGenerator json, RatePoint point) throws IOException {
    time(json, "start", point.start());
    json.writeNumberField("calls", point.calls());
  }

  private static void writeErrorCount(JsonGenerator json, ErrorCount count) throws IOException {
    text(json, "category", count.category());
    text(json, "actor", count.actor());
    json.writeNumberField("calls", count.calls());
    json.writeNumberField("inWindow", count.inWindow());
  }
}

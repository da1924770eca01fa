package org.golivecheck.render;

import org.golivecheck.call.Exclusion;
import org.golivecheck.render.JsonReportReader.SavedTexts;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Bucket;
import org.golivecheck.report.ReportSeries.Call;
import org.golivecheck.report.ReportSeries.ErrorCount;
import org.golivecheck.report.ReportSeries.Gap;
import org.golivecheck.report.ReportSeries.Lane;
import org.golivecheck.report.ReportSeries.PolledResource;
import org.golivecheck.report.ReportSeries.Rate;
import org.golivecheck.report.ReportSeries.RatePoint;

/** Reads the series of a saved report. */
final class JsonSeriesReader {
  private final SavedTexts texts;

  JsonSeriesReader(SavedTexts texts) {
    this.texts = texts;
  }

  ReportSeries series(SavedObject series) throws ReportFormatException {
    return new ReportSeries(
        series.list("calls", this::call),
        series.count("bucketSeconds"),
        series.list("lanes", this::lane),
        series.list("polling", this::polledResource),
        series.count("polledResources"),
        series.list("rates", this::rate),
        series.list("errors", this::errorCount));
  }

  private Call call(SavedObject call) throws ReportFormatException {
    return new Call(
        call.time("timestamp"),
        texts.text(call, "method"),
        texts.text(call, "resource"),
        texts.nullableOwn(call, "operation"),
        JsonReportReader.status(call),
        texts.nullableText(call, "errorCode"),
        texts.nullableText(call, "traceToken"),
        texts.text(call, "source"),
        call.number("lane", 0, Integer.MAX_VALUE),
        call.nullableChoice("excluded", Exclusion.values(), Exclusion::id),
        call.flag("inWindow"),
        call.flag("breach"));
  }

  private Lane lane(SavedObject lane) throws ReportFormatException {
    return new Lane(
        texts.text(lane, "name"),
        lane.count("calls"),
        lane.count("failed"),
        lane.count("breaches"),
        lane.list("buckets", JsonSeriesReader::bucket));
  }

  private static Bucket bucket(SavedObject bucket) throws ReportFormatException {
    return new Bucket(
        bucket.time("start"),
        bucket.count("calls"),
        bucket.count("failed"),
        bucket.count("breaches"));
  }

  private PolledResource polledResource(SavedObject polled) throws ReportFormatException {
    return new PolledResource(
        texts.text(polled, "resource"),
        texts.nullableOwn(polled, "operation"),
        polled.count("gets"),
        polled.count("breaches"),
        polled.list("gaps", JsonSeriesReader::gap));
  }

  private static Gap gap(SavedObject gap) throws ReportFormatException {
    return new Gap(
        gap.time("timestamp"),
        gap.count("millis"),
        gap.flag("page"),
        gap.flag("breach"),
        gap.flag("inWindow"));
  }

  private Rate rate(SavedObject rate) throws ReportFormatException {
    return new Rate(
        texts.text(rate, "account"),
        rate.flag("demo"),
        rate.number("seconds", 1, Integer.MAX_VALUE),
        rate.count("limit"),
        rate.flag("limitTold"),
        rate.count("peak"),
        rate.time("peakTime"),
        rate.count("bucketSeconds"),
        rate.list("points", JsonSeriesReader::point));
  }

  private static RatePoint point(SavedObject point) throws ReportFormatException {
    return new RatePoint(point.time("start"), point.count("calls"));
  }

  private ErrorCount errorCount(SavedObject count) throws ReportFormatException {
    return new ErrorCount(
        texts.own(count, "category"),
        texts.own(count, "actor"),
        count.count("calls"),
        count.count("inWindow"));
  }
}

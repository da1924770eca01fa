package org.golivecheck.render.html;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Rate;
import org.golivecheck.report.ReportSeries.RatePoint;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;

/** Draws the calls per hour and per 30 seconds of each account, compared to the limits. */
final class HtmlRates {
  private static final int HEIGHT = 72;

  private HtmlRates() {}

  static void addTo(List<HtmlPage.Section> sections, ReportSeries series) {
    if (!series.rates().isEmpty()) {
      sections.add(
          new HtmlPage.Section("rates", "Calls against the limits", page -> write(series, page)));
    }
  }

  private static void write(ReportSeries series, HtmlPage page) throws IOException {
    page.markup("<div class=\"grid2\">\n");
    for (Rate rate : series.rates()) {
      writeRate(rate, page);
    }
    page.markup("</div>\n");
  }

  private static void writeRate(Rate rate, HtmlPage page) throws IOException {
    String stretch = stretch(rate);
    page.markup("<figure><figcaption>");
    page.element("b", "Account " + rate.account() + (rate.demo() ? " (demo)" : ""));
    page.text(" " + stretch).markup("<br>");
    page.element("span", words(rate), "class", "quiet").markup("</figcaption>");
    writeMeter(rate, page);
    if (rate.points().size() > 1) {
      drawPoints(rate, page);
    }
    page.closeLine("figure");
  }

  private static String stretch(Rate rate) {
    return rate.seconds() == 3_600
        ? "in a clock hour"
        : "in any " + Words.number(rate.seconds()) + " seconds";
  }

  private static String words(Rate rate) {
    return "At most %s, at %s; %s allowed %s: %s."
        .formatted(
            Words.count(rate.peak(), "call", "calls"),
            UtcTime.seconds(rate.peakTime()),
            Words.number(rate.limit()),
            rate.limitTold() ? "as the log shows" : "by default",
            judgement(rate));
  }

  private static String judgement(Rate rate) {
    if (rate.peak() > rate.limit()) {
      return "over the limit";
    }
    long percent = percent(rate);
    return percent >= 80 ? percent + "%, close to the limit" : percent + "%, well within";
  }

  private static long percent(Rate rate) {
    return rate.limit() <= 0 ? 100 : Math.min(100, Math.round(100.0 * rate.peak() / rate.limit()));
  }

  private static void writeMeter(Rate rate, HtmlPage page) throws IOException {
    String style = rate.peak() > rate.limit() ? "over" : percent(rate) >= 80 ? "close" : "within";
    String width = rate.peak() == 0 ? "0" : Math.max(1, percent(rate)) + "%";
    page.markup("<svg class=\"meter\" height=\"10\" aria-hidden=\"true\">");
    page.markup("<rect class=\"track\" width=\"100%\" height=\"10\" rx=\"5\"/>");
    page.markup("<rect class=\"" + style + "\" width=\"" + width + "\" height=\"10\" rx=\"5\"/>");
    page.markup("</svg>");
  }

  private static void drawPoints(Rate rate, HtmlPage page) throws IOException {
    List<Instant> times =
        rate.points().stream()
            .flatMap(
                point -> List.of(point.start(), point.start().plusSeconds(bucket(rate))).stream())
            .toList();
    TimeScale scale = TimeScale.of(times);
    boolean line = rate.limit() <= 4 * Math.max(1, rate.peak());
    double top = 1.1 * Math.max(1, line ? Math.max(rate.limit(), rate.peak()) : rate.peak());
    page.markup("<div class=\"plot\">");
    page.markup(
        "<svg class=\"heights\" width=\"52\" height=\"" + HEIGHT + "\" aria-hidden=\"true\">");
    double peak = HEIGHT * (1 - rate.peak() / top);
    double limit = HEIGHT * (1 - rate.limit() / top);
    if (line) {
      heightLabel("strong", rate.limit(), limit, page);
    }
    if (!line || Math.abs(peak - limit) > 14) {
      heightLabel("", rate.peak(), peak, page);
    }
    heightLabel("", 0, HEIGHT - 4.0, page);
    page.markup("</svg>");
    HtmlChart chart = HtmlChart.open(HEIGHT, stretch(rate) + ": " + words(rate), page);
    scale.writeGrid(page);
    HtmlChart.Bars bars = chart.bars();
    double width = scale.width(bucket(rate)) * 0.9;
    for (RatePoint point : rate.points()) {
      bars.add(scale.percent(point.start()), width, point.calls() / top);
    }
    bars.write("bar");
    if (line) {
      chart.line("limit", limit);
    }
    chart.close();
    page.markup("<div></div>");
    scale.writeAxis(page);
    page.markup("</div>");
  }

  /** A saved report may contain any value. */
  private static long bucket(Rate rate) {
    return Math.max(1, Math.min(rate.bucketSeconds(), 31_536_000L));
  }

  private static void heightLabel(String style, long value, double y, HtmlPage page)
      throws IOException {
    page.markup("<text class=\"end " + style + "\" x=\"46\" y=\"");
    page.markup(TimeScale.position(Math.max(11, y + 4)) + "\">");
    page.text(Words.number(value)).markup("</text>");
  }
}

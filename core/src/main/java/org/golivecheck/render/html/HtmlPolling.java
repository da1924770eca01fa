package org.golivecheck.render.html;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Gap;
import org.golivecheck.report.ReportSeries.GapCount;
import org.golivecheck.report.ReportSeries.PolledResource;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;

/** Draws the intervals between the GET requests of each polled resource. */
final class HtmlPolling {
  private static final int HEIGHT = 116;
  private static final int MAX_WORDS = 60;
  private static final double LIMIT = 900;

  /** The possible labels of the axis, in seconds. */
  private static final double[] TICKS = {1, 10, 60, 900, 3_600, 86_400, 604_800, 2_592_000};

  /** Whether the profile examines a window, so that breaches in it differ from older ones. */
  private final boolean windowed;

  private final HtmlPage page;

  private HtmlPolling(boolean windowed, HtmlPage page) {
    this.windowed = windowed;
    this.page = page;
  }

  static void addTo(List<HtmlPage.Section> sections, GoLiveReport report, ReportSeries series) {
    if (!series.polling().isEmpty()) {
      sections.add(
          new HtmlPage.Section(
              "polling",
              "Polling: " + Words.count(series.polledResources(), "resource", "resources"),
              page -> new HtmlPolling(report.window().isExamined(), page).write(series)));
    }
  }

  private void write(ReportSeries series) throws IOException {
    page.element(
        "p",
        "Each mark is a GET; its height is the time since the previous GET of the same resource, on"
            + " a scale where every step is a multiple. Below the line of 15 minutes it is a"
            + " breach.");
    page.markup("\n<p class=\"legend\">");
    writeKey("breach", windowed ? "breach in the window" : "breach");
    if (windowed) {
      writeKey("old-breach", "breach outside");
    }
    writeKey("ok", "long enough");
    writeKey("unknown", "further page of a listing");
    page.markup("</p>\n<div class=\"grid2\">\n");
    for (PolledResource polled : series.polling()) {
      writeResource(polled);
    }
    page.markup("</div>\n");
    long left = series.polledResources() - series.polling().size();
    if (left > 0) {
      page.element("p", "... and " + Words.number(left) + " more, with fewer breaches.");
    }
    writeGapCounts(series.gapCounts());
  }

  /** Writes how long the gaps of all resources are: one that few resources show is lost above. */
  private void writeGapCounts(List<GapCount> counts) throws IOException {
    long most = counts.stream().mapToLong(GapCount::count).max().orElse(0);
    if (most == 0) {
      return;
    }
    page.openTable("Gaps of all resources", "Gap", "#GETs", "Share");
    String from = "";
    for (GapCount gaps : counts) {
      String to =
          gaps.belowSeconds() == 0
              ? ""
              : HtmlPage.duration(Duration.ofSeconds(gaps.belowSeconds()));
      page.markup("<tr>")
          .element(
              "th",
              from.isEmpty()
                  ? "below " + to
                  : to.isEmpty() ? from + " or more" : from + " to " + to,
              "scope",
              "row");
      page.element("td", Words.number(gaps.count()), "class", "n");
      page.bar(gaps.count(), most);
      page.markup("</tr>\n");
      from = to;
    }
    page.closeTable();
  }

  private void writeKey(String shape, String words) throws IOException {
    page.markup("<span><svg viewBox=\"-8 -8 16 16\" class=\"icon\" aria-hidden=\"true\">");
    page.markup("<use href=\"#s-" + shape + "\" class=\"m-" + shape + "\"/></svg>");
    page.text(words).markup("</span> ");
  }

  private void writeResource(PolledResource polled) throws IOException {
    page.markup("<figure>").open("figcaption");
    page.element("code", "GET " + polled.resource()).markup("<br>");
    page.element("span", words(polled), "class", "quiet").markup("</figcaption>");
    if (!polled.gaps().isEmpty()) {
      drawGaps(polled);
    }
    page.closeLine("figure");
  }

  private static String words(PolledResource polled) {
    StringBuilder words = new StringBuilder();
    if (polled.operation() != null) {
      words.append(polled.operation()).append(": ");
    }
    words.append(Words.count(polled.gets(), "GET", "GETs")).append(", ");
    words.append(Words.count(polled.breaches(), "breach", "breaches"));
    List<Long> gaps = polled.gaps().stream().map(Gap::millis).sorted().toList();
    if (!gaps.isEmpty()) {
      words.append(", median gap ").append(duration(gaps.get(gaps.size() / 2)));
    }
    if (polled.gets() - 1 > gaps.size()) {
      words.append("; the newest ").append(gaps.size()).append(" are drawn");
    }
    return words.toString();
  }

  private static String duration(long millis) {
    return HtmlPage.duration(Duration.ofMillis(millis));
  }

  private void drawGaps(PolledResource polled) throws IOException {
    double least = 30;
    double most = 3_600;
    for (Gap gap : polled.gaps()) {
      least = Math.min(least, Math.max(0.5, gap.millis() / 1_000.0));
      most = Math.max(most, gap.millis() / 1_000.0);
    }
    LogScale heights = new LogScale(least / 1.6, most * 1.6);
    List<Instant> times = polled.gaps().stream().map(Gap::timestamp).toList();
    TimeScale scale = TimeScale.of(times);
    page.markup("<div class=\"plot\">");
    writeHeights(heights);
    HtmlChart chart = HtmlChart.open(HEIGHT, words(polled), page);
    double line = heights.y(LIMIT);
    page.markup("<rect class=\"zone\" width=\"100%\" y=\"" + TimeScale.position(line));
    page.markup("\" height=\"" + TimeScale.position(HEIGHT - line) + "\"/>");
    scale.writeGrid(page);
    for (double tick : TICKS) {
      if (heights.has(tick)) {
        chart.line(tick == LIMIT ? "limit" : "grid", heights.y(tick));
      }
    }
    for (Gap gap : polled.gaps()) {
      String words =
          polled.gaps().size() > MAX_WORDS
              ? null
              : "%s, %s after the last"
                  .formatted(UtcTime.seconds(gap.timestamp()), duration(gap.millis()));
      chart.mark(
          shape(gap), scale.percent(gap.timestamp()), heights.y(gap.millis() / 1_000.0), words);
    }
    chart.close();
    page.markup("<div></div>");
    scale.writeAxis(page);
    page.markup("</div>");
  }

  private String shape(Gap gap) {
    if (gap.breach()) {
      return gap.inWindow() || !windowed ? "breach" : "old-breach";
    }
    return gap.page() ? "unknown" : "ok";
  }

  private void writeHeights(LogScale heights) throws IOException {
    page.markup(
        "<svg class=\"heights\" width=\"52\" height=\"" + HEIGHT + "\" aria-hidden=\"true\">");
    double above = Double.MAX_VALUE;
    for (double tick : TICKS) {
      double y = heights.y(tick);
      if (heights.has(tick) && above - y >= 12) {
        page.markup("<text class=\"end" + (tick == LIMIT ? " strong" : "") + "\" x=\"46\" y=\"");
        page.markup(TimeScale.position(y + 4) + "\">");
        page.text(duration(Math.round(tick * 1_000))).markup("</text>");
        above = y;
      }
    }
    page.markup("</svg>");
  }

  /** Converts durations to heights in the chart. */
  private record LogScale(double least, double most) {
    boolean has(double seconds) {
      return seconds >= least && seconds <= most;
    }

    double y(double seconds) {
      double share =
          Math.log(Math.max(least, Math.min(most, seconds)) / least) / Math.log(most / least);
      return (HEIGHT - 8) * (1 - share) + 4;
    }
  }
}

package org.golivecheck.render.html;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.render.words.CallMark;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Bucket;
import org.golivecheck.report.ReportSeries.Call;
import org.golivecheck.report.ReportSeries.Lane;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Draws the calls of the whole log over time, with a lane for each operation and the window shaded.
 * A short log is drawn call by call, a long one as bars.
 */
final class HtmlTimeline {
  private static final int HEIGHT = 30;

  /** Bars leave room above them for a row of errors and a row of breaches. */
  private static final int HEIGHT_OF_BARS = 44;

  private static final int ERROR_ROW = 8;
  private static final int BREACH_ROW = 20;
  private static final double SHARE_OF_BARS = 0.38;

  /** With more calls, only important ones have a tooltip. */
  private static final int MAX_WORDS = 300;

  private final ReportSeries series;
  private final List<WindowCall> window;
  private final TimeScale scale;
  private final HtmlPage page;

  private HtmlTimeline(GoLiveReport report, ReportSeries series, HtmlPage page) {
    this.series = series;
    this.window = report.window().isExamined() ? report.window().calls() : List.of();
    this.scale = TimeScale.of(times(report, series));
    this.page = page;
  }

  static void addTo(List<HtmlPage.Section> sections, GoLiveReport report, ReportSeries series) {
    if (!series.lanes().isEmpty() && !times(report, series).isEmpty()) {
      sections.add(
          new HtmlPage.Section(
              "time", "Time line", page -> new HtmlTimeline(report, series, page).write()));
    }
  }

  private static List<Instant> times(GoLiveReport report, ReportSeries series) {
    List<Instant> times = new ArrayList<>();
    for (Call call : series.calls()) {
      times.add(call.timestamp());
    }
    for (Lane lane : series.lanes()) {
      for (Bucket bucket : lane.buckets()) {
        times.add(bucket.start());
        times.add(bucket.start().plusSeconds(Math.min(series.bucketSeconds(), 31_536_000L)));
      }
    }
    for (WindowCall call : report.window().calls()) {
      times.add(call.timestamp());
    }
    return times;
  }

  private boolean bucketed() {
    return series.bucketSeconds() > 0;
  }

  private void write() throws IOException {
    writeLegend();
    page.markup("<div class=\"lanes\">\n");
    for (int i = 0; i < series.lanes().size(); i++) {
      writeLane(series.lanes().get(i), i);
    }
    page.markup("<div class=\"lane\"><div class=\"label quiet\">");
    page.text(scale.days() + ", UTC").markup("</div>");
    scale.writeAxis(page);
    page.markup("</div>\n</div>\n");
  }

  private void writeLegend() throws IOException {
    page.open("p", "class", "legend");
    if (bucketed()) {
      page.markup("<span class=\"key-bar\">calls</span> ");
    }
    for (CallMark mark : marks()) {
      page.markup("<span><svg viewBox=\"-8 -8 16 16\" class=\"icon\" aria-hidden=\"true\">");
      page.markup("<use href=\"#s-" + mark.id() + "\" class=\"m-" + mark.id() + "\"/></svg>");
      page.text(mark.word()).markup("</span> ");
    }
    if (!window.isEmpty()) {
      page.markup("<span class=\"key-window\">the window</span>");
    }
    page.closeLine("p");
    if (bucketed()) {
      page.element(
          "p",
          ("The log is long: each bar stands for all calls of %s, on one scale for all "
                  + "lanes; a mark above it says that some of them failed or polled.")
              .formatted(HtmlPage.duration(Duration.ofSeconds(series.bucketSeconds()))));
      page.markup("\n");
    }
  }

  private Set<CallMark> marks() {
    Set<CallMark> marks = EnumSet.noneOf(CallMark.class);
    if (bucketed()) {
      marks.add(CallMark.ERROR);
      marks.add(CallMark.BREACH);
    } else {
      series.calls().forEach(call -> marks.add(CallMark.of(call)));
    }
    return marks;
  }

  private void writeLane(Lane lane, int index) throws IOException {
    String name = lane.name().length() == 0 ? "All other operations" : lane.name().toString();
    String counts = counts(lane);
    page.markup("<div class=\"lane\"><div class=\"label\">").element("b", name).text(" ");
    page.element("span", counts, "class", "quiet").markup("</div>");
    HtmlChart chart =
        HtmlChart.open(bucketed() ? HEIGHT_OF_BARS : HEIGHT, name + ": " + counts, page);
    if (!window.isEmpty()) {
      chart.shade(
          scale.percent(window.get(0).timestamp()) - 0.4,
          scale.percent(window.get(window.size() - 1).timestamp()) + 0.4);
    }
    scale.writeGrid(page);
    if (bucketed()) {
      drawBuckets(lane, chart);
    } else {
      drawCalls(index, chart);
    }
    chart.close();
    page.markup("</div>\n");
  }

  private static String counts(Lane lane) {
    return Words.count(lane.calls(), "call", "calls")
        + (lane.failed() > 0 ? ", " + Words.number(lane.failed()) + " failed" : "")
        + (lane.breaches() > 0 ? ", " + Words.count(lane.breaches(), "breach", "breaches") : "");
  }

  private void drawCalls(int index, HtmlChart chart) throws IOException {
    // Important calls are drawn last, so that nothing hides them.
    for (CallMark mark :
        new CallMark[] {
          CallMark.EXCLUDED, CallMark.OK, CallMark.UNKNOWN, CallMark.BREACH, CallMark.ERROR
        }) {
      for (Call call : series.calls()) {
        if (call.lane() == index && CallMark.of(call) == mark) {
          chart.mark(mark.id(), scale.percent(call.timestamp()), HEIGHT / 2.0, words(call, mark));
        }
      }
    }
  }

  private @Nullable String words(Call call, CallMark mark) {
    if (series.calls().size() > MAX_WORDS && mark != CallMark.ERROR && mark != CallMark.BREACH) {
      return null;
    }
    return "%s, HTTP %s%s, %s"
        .formatted(
            UtcTime.seconds(call.timestamp()),
            call.status(),
            call.errorCode() == null ? "" : " " + call.errorCode(),
            mark.word());
  }

  private void drawBuckets(Lane lane, HtmlChart chart) throws IOException {
    long most = 1;
    for (Lane other : series.lanes()) {
      for (Bucket bucket : other.buckets()) {
        most = Math.max(most, bucket.calls());
      }
    }
    double width = scale.width(series.bucketSeconds()) * 0.9;
    HtmlChart.Bars bars = chart.bars();
    for (Bucket bucket : lane.buckets()) {
      bars.add(scale.percent(bucket.start()), width, SHARE_OF_BARS * bucket.calls() / most);
    }
    bars.write("bar");
    for (Bucket bucket : lane.buckets()) {
      double middle = scale.percent(bucket.start()) + width / 2;
      if (bucket.breaches() > 0) {
        chart.mark(CallMark.BREACH.id(), middle, BREACH_ROW, null);
      }
      if (bucket.failed() > 0) {
        chart.mark(CallMark.ERROR.id(), middle, ERROR_ROW, null);
      }
    }
  }
}

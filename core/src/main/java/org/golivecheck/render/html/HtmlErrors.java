package org.golivecheck.render.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.render.words.Audience;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.ErrorCount;

/** Writes the failed calls by class, and by who has to act. */
final class HtmlErrors {
  private HtmlErrors() {}

  static void addTo(List<HtmlSection> sections, GoLiveReport report, ReportSeries series) {
    if (!series.errors().isEmpty()) {
      boolean windowed = report.window().isExamined();
      sections.add(
          new HtmlSection("errors", "Errors by class", page -> write(series, windowed, page)));
    }
  }

  private static void write(ReportSeries series, boolean windowed, HtmlPage page)
      throws IOException {
    long most = 1;
    Map<String, Long> byActor = new TreeMap<>();
    for (ErrorCount count : series.errors()) {
      most = Math.max(most, count.calls());
      byActor.merge(count.actor(), count.calls(), Long::sum);
    }
    page.open("p");
    for (Map.Entry<String, Long> actor : byActor.entrySet()) {
      page.element("b", Audience.heading(actor.getKey()));
      page.text(": " + HtmlPage.counted(actor.getValue(), "call", "calls") + ". ");
    }
    page.closeLine("p");
    List<String> columns =
        new ArrayList<>(List.of("Class", "Who has to act", "#Calls", "#In the window", "Share"));
    if (!windowed) {
      columns.remove("#In the window");
    }
    page.openTable("Failed calls by class", columns.toArray(String[]::new));
    for (ErrorCount count : series.errors()) {
      page.markup("<tr>").element("th", count.category(), "scope", "row");
      page.element("td", count.actor());
      page.element("td", HtmlPage.number(count.calls()), "class", "n");
      if (windowed) {
        page.element("td", HtmlPage.number(count.inWindow()), "class", "n");
      }
      page.bar(count.calls(), most);
      page.markup("</tr>\n");
    }
    page.closeTable();
  }
}

package org.golivecheck.render.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.words.ComparisonText;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Comparison;
import org.golivecheck.report.Comparison.Change;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.ReportSeries;
import org.jspecify.annotations.Nullable;

/**
 * Prints a report as a self-contained HTML page. It needs no network, server or script.
 *
 * <p>The verdict comes first, with the window as marks. Then follow what to do and who has to do
 * it, charts, the single calls, and what was read. All facts and charts are in the HTML itself. The
 * script only adds a search in the calls and buttons to copy texts.
 *
 * <p>The charts are SVG and not drawn by a library in the page. They work without script and under
 * a strict policy, can be printed, and have descriptions for screen readers. They take a few
 * kilobytes, whereas a library would take fifty. Positions are relative to the width, so the charts
 * fit any screen.
 *
 * <p>The size of the page depends on the findings, not on the log. For a long log the charts show
 * aggregates and the table shows the newest calls, and both say so.
 */
public final class HtmlReportWriter implements ReportWriter {
  private static final int MAX_CHANGES = 500;

  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    HtmlPage page = new HtmlPage(out);
    List<HtmlPage.Section> sections = sections(report);
    page.head(title(report), report.verdict(), "To the findings");
    HtmlVerdict.write(report, page);
    writeNavigation(sections, page);
    page.markup("<main id=\"main\">\n");
    for (HtmlPage.Section section : sections) {
      section.write(page);
    }
    page.markup("</main>\n<footer><p>");
    page.text(ToolInfo.NAME + " " + ToolInfo.version() + ". " + Wording.DISCLAIMER);
    page.text(" All times are UTC.").markup("</p></footer>\n");
    page.markup("<script>").markup(HtmlAssets.SCRIPT).markup("</script>\n</body>\n</html>\n");
  }

  private static List<HtmlPage.Section> sections(GoLiveReport report) {
    List<HtmlPage.Section> sections = new ArrayList<>();
    addComparison(sections, report.comparison());
    HtmlVerdict.addTo(sections, report);
    HtmlFindings.addTo(sections, report);
    ReportSeries series = report.series();
    if (series != null) {
      HtmlTimeline.addTo(sections, report, series);
      HtmlPolling.addTo(sections, report, series);
      HtmlRates.addTo(sections, series);
      HtmlFindings.addErrors(sections, report, series);
    }
    HtmlCalls.addTo(sections, report);
    HtmlLog.addTo(sections, report);
    return sections;
  }

  private static void addComparison(
      List<HtmlPage.Section> sections, @Nullable Comparison comparison) {
    if (comparison != null) {
      sections.add(
          new HtmlPage.Section(
              "since",
              ComparisonText.heading(comparison),
              page -> writeComparison(comparison, page)));
    }
  }

  private static void writeComparison(Comparison comparison, HtmlPage page) throws IOException {
    page.element("p", ComparisonText.summary(comparison));
    List<Change> changes = comparison.changes();
    if (changes.isEmpty()) {
      return;
    }
    page.openTable("Findings that have changed", "Change", "Finding", "Call");
    for (Change change : changes.subList(0, Math.min(changes.size(), MAX_CHANGES))) {
      page.markup("<tr>").element("td", change.kind().name());
      page.element("td", ComparisonText.line(change)).markup("<td>");
      page.element("code", ComparisonText.call(change)).markup("</td>").closeLine("tr");
    }
    page.closeTable();
    if (changes.size() > MAX_CHANGES) {
      page.element("p", "... and " + (changes.size() - MAX_CHANGES) + " more changes");
    }
  }

  private static String title(GoLiveReport report) {
    String verdict = HtmlVerdict.word(report.verdict());
    return report.inputs().size() == 1
        ? verdict + ": Go-Live check of " + Wording.name(report.inputs().get(0))
        : verdict + ": Go-Live check";
  }

  private static void writeNavigation(List<HtmlPage.Section> sections, HtmlPage page)
      throws IOException {
    page.markup("<nav aria-label=\"Parts of the report\"><ul>");
    for (HtmlPage.Section section : sections) {
      page.markup("<li>").element("a", section.heading(), "href", "#" + section.id());
      page.markup("</li>");
    }
    page.markup("</ul></nav>\n");
  }
}

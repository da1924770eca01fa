package org.golivecheck.render.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.Exclusion;
import org.golivecheck.render.words.CallMark;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.ReportSeries.Call;
import org.golivecheck.report.ReportedCall;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** Writes the calls one by one: all that the report contains, and always those of the window. */
final class HtmlCalls {
  private static final String CONTROLS =
      """
      <div class="controls" hidden>
      <label>Search <input type="search" id="search" autocomplete="off" spellcheck="false"></label>
      <label>Show <select id="kind">
      <option value="">all calls</option>
      {window}<option value="error">errors</option>
      <option value="breach">polling breaches</option>
      <option value="excluded">not counted</option>
      </select></label>
      <output id="found" for="search kind"></output>
      </div>
      """;

  private static final String OPTION_OF_WINDOW =
      """
      <option value="window">the window</option>
      """;

  /** The page of a long log stays small enough to be sent by mail. */
  private static final int MAX_ROWS = 1_000;

  private HtmlCalls() {}

  /**
   * A row of the table. The number is that of the mark in the window, or 0 outside of it. Without a
   * window all rows are numbered.
   */
  private record Row(int number, ReportedCall call, CallMark mark, @Nullable Exclusion excluded) {}

  static void addTo(List<HtmlPage.Section> sections, GoLiveReport report) {
    List<Row> rows = rows(report);
    if (!rows.isEmpty()) {
      sections.add(
          new HtmlPage.Section(
              "calls", "Calls: " + Words.number(rows.size()), page -> write(rows, report, page)));
    }
  }

  private static List<Row> rows(GoLiveReport report) {
    boolean windowed = report.window().isExamined();
    List<WindowCall> window = report.window().calls();
    List<Call> all = report.series() == null ? List.of() : report.series().calls();
    List<Call> calls = all.subList(Math.max(0, all.size() - MAX_ROWS), all.size());
    // The series ends with the newest calls, so it can lack only the oldest calls of the window.
    int listed = (int) calls.stream().filter(Call::inWindow).count();
    int missing = Math.max(0, window.size() - listed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < missing; i++) {
      WindowCall call = window.get(i);
      rows.add(new Row(i + 1, call, CallMark.of(call.outcome()), null));
    }
    int number = missing;
    for (Call call : calls) {
      boolean numbered = !windowed || (call.inWindow() && number < window.size());
      rows.add(new Row(numbered ? ++number : 0, call, CallMark.of(call), call.excluded()));
    }
    return rows;
  }

  private static void write(List<Row> rows, GoLiveReport report, HtmlPage page) throws IOException {
    boolean windowed = report.window().isExamined();
    long total = report.calls().total();
    if (report.series() == null) {
      String some = windowed ? "calls of the window" : "newest calls";
      page.element("p", "Only the " + some + ": the report was made without the others.");
    } else if (total > rows.size()) {
      page.element(
          "p",
          "The newest %s of %s calls. \"golive-check calls\" lists all."
              .formatted(Words.number(rows.size()), Words.number(total)));
    }
    page.markup(CONTROLS.replace("{window}", windowed ? OPTION_OF_WINDOW : ""));
    page.openTable(
        "Calls, oldest first",
        "#No.",
        "Time (UTC)",
        "#HTTP",
        "Result",
        "Call",
        "Trace token, source");
    for (Row row : rows) {
      writeRow(row, windowed && row.number() > 0, page);
    }
    page.closeTable();
  }

  private static void writeRow(Row row, boolean window, HtmlPage page) throws IOException {
    ReportedCall call = row.call();
    boolean numbered = row.number() > 0;
    page.open(
        "tr",
        "id",
        numbered ? "call-" + row.number() : null,
        "data-kind",
        row.mark().id() + (window ? " window" : ""));
    page.element("td", numbered ? String.valueOf(row.number()) : "", "class", "n");
    page.open("td");
    page.time(call.timestamp());
    page.close("td").element("td", String.valueOf(call.status()), "class", "n");
    page.open("td", "class", row.mark().id());
    HtmlIcons.write(row.mark(), page);
    page.text(row.excluded() == null ? row.mark().word() : "not counted: " + row.excluded().id());
    if (call.errorCode() != null) {
      page.markup("<br>").element("code", call.errorCode());
    }
    page.close("td").open("td");
    page.element("b", call.method() + (call.operation() == null ? "" : " " + call.operation()));
    page.markup("<br><code>");
    page.path(call.resource());
    page.markup("</code></td><td>");
    if (call.traceToken() != null) {
      page.copyable(call.traceToken());
      page.markup("<br>");
    }
    page.markup("<code class=\"quiet\">");
    page.path(call.source());
    page.markup("</code></td>").closeLine("tr");
  }
}

package org.golivecheck.render.html;

import java.io.IOException;
import java.util.List;
import org.golivecheck.call.Exclusion;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;

/** Writes what was read and what was not, what does not count and why, and the notes. */
final class HtmlLog {
  private static final int MAX_ROWS = 500;

  private HtmlLog() {}

  static void addTo(List<HtmlPage.Section> sections, GoLiveReport report) {
    sections.add(new HtmlPage.Section("log", "Log", page -> writeLog(report, page)));
    if (!report.problems().isEmpty()) {
      long total = Wording.total(report.problems());
      sections.add(
          new HtmlPage.Section(
              "problems",
              "Not read: " + Words.count(total, "problem", "problems"),
              page -> writeProblems(report.problems(), page)));
    }
    if (!report.notes().isEmpty()) {
      sections.add(
          new HtmlPage.Section("notes", "Notes", page -> writeNotes(report.notes(), page)));
    }
  }

  private static void writeLog(GoLiveReport report, HtmlPage page) throws IOException {
    Calls calls = report.calls();
    page.element("p", Wording.calls(calls) + period(calls) + ".").markup("\n");
    String environments = Wording.environments(calls);
    if (!environments.isEmpty()) {
      page.element("p", "Environment: " + environments + ".").markup("\n");
    }
    writeLeftOut(calls, page);
    List<Input> inputs = report.inputs();
    if (inputs.isEmpty()) {
      return;
    }
    page.openTable(
        "Inputs", "Input", "Format", "#Entries", "#Calls", "#Files passed over as no logs");
    for (Input input : inputs.subList(0, Math.min(inputs.size(), MAX_ROWS))) {
      page.markup("<tr><th scope=\"row\">").element("code", Wording.name(input));
      page.markup("</th>").element("td", input.format());
      number(input.entries(), page);
      number(input.calls(), page);
      number(input.skipped(), page);
      page.closeLine("tr");
    }
    page.closeTable();
    writeRest(inputs.size() - MAX_ROWS, "more inputs", page);
  }

  private static String period(Calls calls) {
    return calls.from() == null || calls.to() == null
        ? ""
        : "; from " + UtcTime.seconds(calls.from()) + " to " + UtcTime.seconds(calls.to()) + " UTC";
  }

  private static void writeLeftOut(Calls calls, HtmlPage page) throws IOException {
    boolean any = calls.unanswered() > 0 || calls.duplicates() > 0 || calls.filtered() > 0;
    for (Exclusion reason : Exclusion.values()) {
      any |= calls.excluded().getOrDefault(reason.id(), 0L) > 0;
    }
    if (!any) {
      page.element("p", "Every call counts for the review.").markup("\n");
      return;
    }
    page.openTable("Calls left out", "Reason", "#Calls", "Why");
    for (Exclusion reason : Exclusion.values()) {
      long count = calls.excluded().getOrDefault(reason.id(), 0L);
      writeLeftOut(reason.id(), count, Words.capitalised(reason.words()), page);
    }
    writeLeftOut(
        "no response", calls.unanswered(), "The request got no response, so it is no call", page);
    writeLeftOut("duplicates", calls.duplicates(), "The same call again; it counts once", page);
    writeLeftOut("filtered", calls.filtered(), "Left out by the filters of the run", page);
    page.closeTable();
  }

  private static void writeLeftOut(String reason, long count, String why, HtmlPage page)
      throws IOException {
    if (count > 0) {
      page.markup("<tr>").element("th", reason, "scope", "row");
      number(count, page);
      page.element("td", why).closeLine("tr");
    }
  }

  private static void number(long number, HtmlPage page) throws IOException {
    page.element("td", Words.number(number), "class", "n");
  }

  private static void writeProblems(List<Problem> problems, HtmlPage page) throws IOException {
    page.openTable("What was not read", "Problem", "Place", "What is wrong");
    for (Problem problem : problems.subList(0, Math.min(problems.size(), MAX_ROWS))) {
      page.markup("<tr><th scope=\"row\">").element("code", problem.code());
      page.markup("</th><td>").element("code", Wording.place(problem));
      page.markup("</td>").element("td", Wording.message(problem)).closeLine("tr");
    }
    page.closeTable();
    if (problems.size() > MAX_ROWS) {
      writeRest(Wording.total(problems.subList(MAX_ROWS, problems.size())), "more problems", page);
    }
  }

  private static void writeNotes(List<String> notes, HtmlPage page) throws IOException {
    page.markup("<ul>");
    for (String note : notes) {
      page.element("li", note).markup("\n");
    }
    page.markup("</ul>\n");
  }

  private static void writeRest(long count, String what, HtmlPage page) throws IOException {
    if (count > 0) {
      page.element("p", "... and " + Words.number(count) + " " + what).markup("\n");
    }
  }
}

package org.golivecheck.render.html;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.golivecheck.render.words.Audience;
import org.golivecheck.render.words.CallMark;
import org.golivecheck.render.words.GateText;
import org.golivecheck.render.words.Health;
import org.golivecheck.render.words.NextSteps;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.NextStep;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;

/** Writes the head of the page: the verdict, the window as marks, why, and what to do next. */
public final class HtmlVerdict {
  private static final int MAX_ROWS = 500;

  private HtmlVerdict() {}

  static void write(GoLiveReport report, HtmlPage page) throws IOException {
    page.markup("<header>\n");
    writeBand(report, page);
    page.markup("<div class=\"head\">\n");
    if (report.window().isExamined()) {
      writeWindow(report.window(), page);
    }
    boolean gated = GateText.speak(report);
    List<NextStep> steps = NextSteps.of(report);
    if (gated || !report.passes() || !steps.isEmpty()) {
      page.markup("<div class=\"cards\">\n");
      writeReasons(report.reasons(), page);
      writeSteps(steps, page);
      if (gated) {
        writeGate(report, page);
      }
      page.markup("</div>\n");
    }
    page.markup("</div>\n</header>\n");
  }

  /** Returns a verdict in words. */
  public static String word(Verdict verdict) {
    return verdict == Verdict.NO_VERDICT ? "NO VERDICT" : verdict.name();
  }

  private static void writeBand(GoLiveReport report, HtmlPage page) throws IOException {
    String style = report.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    page.open("div", "class", "band " + style).markup("<div class=\"wide\">");
    HtmlIcons.write(report.verdict(), page);
    page.markup("<div>").element("h1", word(report.verdict()));
    page.element("p", Words.capitalised(Wording.prediction(report)), "class", "lead");
    String others = Wording.otherProfiles(report);
    if (!others.isEmpty()) {
      page.element("p", others);
    }
    page.element("p", Wording.DISCLAIMER).markup("</div>");
    page.markup("<dl>");
    Calls calls = report.calls();
    fact("Profile", report.profile().id(), page);
    fact("Calls read", Words.number(calls.total()), page);
    fact("Countable", Words.number(calls.countable()), page);
    fact("Failed", Words.number(calls.failed()), page);
    page.markup("</dl></div></div>\n");
  }

  private static void fact(String name, String value, HtmlPage page) throws IOException {
    page.markup("<div>").element("dt", name).element("dd", value).markup("</div>");
  }

  private static void writeWindow(Window window, HtmlPage page) throws IOException {
    List<WindowCall> calls = window.calls();
    page.markup("<div class=\"window\">");
    String size = calls.isEmpty() ? "no countable call" : Wording.windowSize(window);
    page.element("h2", "Window: " + size, "id", "h-window");
    page.markup("<ol class=\"marks\">\n");
    int number = 0;
    for (WindowCall call : calls) {
      number++;
      writeMark(call, number, page);
    }
    for (int missing = number + 1; missing <= window.required(); missing++) {
      page.markup("<li class=\"missing\"><span class=\"sr\">no call</span></li>");
    }
    page.markup("</ol>\n");
    if (!calls.isEmpty()) {
      page.open("p", "class", "legend");
      writeLegend(calls, page);
      page.element(
          "span",
          "Oldest first, %s to %s UTC"
              .formatted(
                  UtcTime.seconds(calls.get(0).timestamp()),
                  UtcTime.seconds(calls.get(calls.size() - 1).timestamp())));
      page.closeLine("p");
    }
    page.markup("</div>\n");
  }

  private static void writeMark(WindowCall call, int number, HtmlPage page) throws IOException {
    CallMark mark = CallMark.of(call.outcome());
    CharSequence name = call.operation() == null ? call.path() : call.operation();
    String words =
        "%s: %s, %s %s, HTTP %s, %s"
            .formatted(
                number,
                UtcTime.seconds(call.timestamp()),
                call.method(),
                name,
                call.status(),
                mark.word());
    page.open("li");
    page.open("a", "class", mark.id(), "href", "#call-" + number, "title", words);
    HtmlIcons.write(mark, page);
    page.element("span", words, "class", "sr");
    page.element("span", String.valueOf(call.status()), "aria-hidden", "true");
    page.markup("</a></li>\n");
  }

  private static void writeLegend(List<WindowCall> calls, HtmlPage page) throws IOException {
    for (Outcome outcome : Outcome.values()) {
      long count = calls.stream().filter(call -> call.outcome() == outcome).count();
      if (count > 0) {
        CallMark mark = CallMark.of(outcome);
        page.open("span", "class", mark.id());
        HtmlIcons.write(mark, page);
        page.text(count + " " + mark.word()).close("span").text(" ");
      }
    }
  }

  private static void writeReasons(List<Reason> reasons, HtmlPage page) throws IOException {
    if (reasons.isEmpty()) {
      return;
    }
    page.markup("<div class=\"card\"><h2>Why</h2>\n<ul class=\"plain\">\n");
    for (Reason reason : reasons) {
      page.open("li").element("b", reason.rule()).text(" ").text(reason.message());
      page.closeLine("li");
    }
    page.markup("</ul></div>\n");
  }

  private static void writeSteps(List<NextStep> steps, HtmlPage page) throws IOException {
    if (steps.isEmpty()) {
      return;
    }
    page.markup("<div class=\"card\"><h2>Next</h2>\n<ol class=\"steps\">");
    for (NextStep step : steps) {
      page.open("li").element("b", Words.capitalised(Audience.name(step.who())) + ":");
      page.text(" " + step.text()).closeLine("li");
    }
    page.markup("</ol></div>\n");
  }

  private static void writeGate(GoLiveReport report, HtmlPage page) throws IOException {
    page.open("div", "class", "card gate " + report.decision().result().id());
    page.element("h2", "Gate: " + report.decision().result().id()).markup("\n");
    page.element("p", GateText.headline(report));
    List<String> details = GateText.details(report);
    if (!details.isEmpty()) {
      page.markup("<details><summary>Baseline and suppressions</summary><ul>\n");
      for (String detail : details) {
        page.element("li", detail).markup("\n");
      }
      page.markup("</ul></details>");
    }
    page.closeLine("div");
  }

  /** Adds the verdict of each part of the run, and of each of several integration keys. */
  static void addTo(List<HtmlPage.Section> sections, GoLiveReport report) {
    if (!report.parts().isEmpty()) {
      sections.add(
          new HtmlPage.Section(
              "parts",
              "Each judged by itself, " + Wording.partsHeading(report),
              page -> writeParts(report, page)));
    }
    List<KeyVerdict> keys = Wording.keys(report);
    if (!keys.isEmpty()) {
      sections.add(
          new HtmlPage.Section(
              "keys",
              "Integration keys: " + Words.number(keys.size()),
              page -> writeKeys(keys, report, page)));
    }
    List<Health.Line> health = Health.of(report);
    if (!health.isEmpty()) {
      sections.add(
          new HtmlPage.Section(
              "health", "Health in production", page -> writeHealth(health, page)));
    }
  }

  private static void writeHealth(List<Health.Line> lines, HtmlPage page) throws IOException {
    page.openTable("Health in production", "What", "Seen");
    for (Health.Line line : lines) {
      page.markup("<tr>").element("th", line.what(), "scope", "row");
      page.element("td", line.value()).closeLine("tr");
    }
    page.closeTable();
  }

  private static void writeParts(GoLiveReport report, HtmlPage page) throws IOException {
    List<PartVerdict> parts = Wording.parts(report);
    page.openTable(
        "Verdict of each part",
        "Name",
        "Verdict",
        "First reason",
        "Other rule set, and who acts",
        "#Countable",
        "#Calls");
    int shown = Math.min(parts.size(), MAX_ROWS);
    for (int i = 0; i < shown; i++) {
      PartVerdict part = parts.get(i);
      boolean link = HtmlFindings.isOfPart(report.findings(), part);
      page.markup("<tr><th scope=\"row\">");
      page.open(link ? "a" : "span", "href", link ? "#" + HtmlFindings.anchor(i) : null);
      page.element("code", Wording.name(part)).close(link ? "a" : "span").markup("</th>");
      page.element("td", word(part.verdict()));
      page.element("td", Wording.reason(part));
      page.element("td", Wording.partRest(report, part));
      page.element("td", Words.number(part.countable()), "class", "n");
      page.element("td", Words.number(part.total()), "class", "n").closeLine("tr");
    }
    page.closeTable();
    if (shown < parts.size()) {
      page.element("p", "... and " + Wording.counts(parts.subList(shown, parts.size())));
    }
  }

  private static void writeKeys(List<KeyVerdict> keys, GoLiveReport report, HtmlPage page)
      throws IOException {
    page.openTable("Integration keys, each judged by itself", "Key", "Verdict", "#Calls", "Why");
    for (KeyVerdict key : keys.subList(0, Math.min(keys.size(), MAX_ROWS))) {
      page.markup("<tr><th scope=\"row\">").element("code", Wording.name(key)).markup("</th>");
      page.element("td", word(key.verdict()));
      page.element("td", Words.number(key.total()), "class", "n");
      page.element("td", Wording.key(key, report)).closeLine("tr");
    }
    page.closeTable();
    if (keys.size() > MAX_ROWS) {
      page.element("p", "... and " + Words.number(keys.size() - MAX_ROWS) + " more keys");
    }
  }
}

package org.golivecheck.render.html;

import java.io.IOException;
import java.util.List;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.PartVerdict;

/** Writes the verdict of each part of the run, or of each of several integration keys. */
final class HtmlKeys {
  private static final int MAX_ROWS = 500;

  private HtmlKeys() {}

  static void addTo(List<HtmlSection> sections, GoLiveReport report) {
    if (!report.parts().isEmpty()) {
      sections.add(
          new HtmlSection(
              "parts",
              "Each judged by itself, " + Wording.partsHeading(report),
              page -> writeParts(Wording.parts(report), page)));
    }
    List<KeyVerdict> keys = Wording.keys(report);
    if (!keys.isEmpty()) {
      sections.add(
          new HtmlSection(
              "keys",
              "Integration keys: " + HtmlPage.number(keys.size()),
              page -> write(keys, report, page)));
    }
  }

  private static void writeParts(List<PartVerdict> parts, HtmlPage page) throws IOException {
    page.openTable(
        "Verdict of each part", "Name", "Verdict", "First reason", "#Countable", "#Calls");
    int shown = Math.min(parts.size(), MAX_ROWS);
    for (PartVerdict part : parts.subList(0, shown)) {
      page.markup("<tr><th scope=\"row\">").element("code", Wording.name(part)).markup("</th>");
      page.element("td", HtmlVerdict.word(part.verdict()));
      page.element("td", Wording.reason(part));
      page.element("td", HtmlPage.number(part.countable()), "class", "n");
      page.element("td", HtmlPage.number(part.total()), "class", "n").closeLine("tr");
    }
    page.closeTable();
    if (shown < parts.size()) {
      page.element("p", "... and " + Wording.counts(parts.subList(shown, parts.size())));
    }
  }

  private static void write(List<KeyVerdict> keys, GoLiveReport report, HtmlPage page)
      throws IOException {
    page.openTable("Integration keys, each judged by itself", "Key", "Verdict", "#Calls", "Why");
    for (KeyVerdict key : keys.subList(0, Math.min(keys.size(), MAX_ROWS))) {
      page.markup("<tr><th scope=\"row\">").element("code", Wording.name(key)).markup("</th>");
      page.element("td", HtmlVerdict.word(key.verdict()));
      page.element("td", HtmlPage.number(key.total()), "class", "n");
      page.element("td", Wording.key(key, report)).closeLine("tr");
    }
    page.closeTable();
    if (keys.size() > MAX_ROWS) {
      page.element("p", "... and " + HtmlPage.number(keys.size() - MAX_ROWS) + " more keys");
    }
  }
}

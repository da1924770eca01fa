package org.golivecheck.render.html;

import java.io.IOException;
import java.util.List;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.KeyVerdict;

/** Writes the verdict of each integration key, if the log contains calls of several. */
final class HtmlKeys {
  private static final int MAX_ROWS = 500;

  private HtmlKeys() {}

  static void addTo(List<HtmlSection> sections, GoLiveReport report) {
    List<KeyVerdict> keys = Wording.keys(report);
    if (!keys.isEmpty()) {
      sections.add(
          new HtmlSection(
              "keys",
              "Integration keys: " + HtmlPage.number(keys.size()),
              page -> write(keys, report, page)));
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

package org.golivecheck.render.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.golivecheck.render.words.Audience;
import org.golivecheck.render.words.FindingGroup;
import org.golivecheck.render.words.GateText;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.ErrorCount;
import org.golivecheck.rule.Recipes;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.Words;

/**
 * Writes the findings, grouped by who has to act, each with what to do and its calls.
 *
 * <p>The first findings show all their evidence. Once {@value #MAX_EVIDENCE_OF_PAGE} calls are
 * shown, the others show {@value #MIN_EVIDENCE} each.
 */
final class HtmlFindings {
  private static final int MAX_EVIDENCE_OF_PAGE = 1_000;
  private static final int MIN_EVIDENCE = 2;

  private static final String SEARCH =
      """
      <p class="controls" hidden><label>Search the findings
      <input type="search" class="find" autocomplete="off" spellcheck="false"></label></p>
      """;

  private final HtmlPage page;
  private final List<PartVerdict> parts;

  /** The parts of the run to whose findings the page has a link already. */
  private final Set<PartVerdict> linked = new HashSet<>();

  private int shown;
  private int number;

  private HtmlFindings(HtmlPage page, GoLiveReport report) {
    this.page = page;
    parts = Wording.parts(report);
  }

  static void addTo(List<HtmlPage.Section> sections, GoLiveReport report) {
    boolean gated = GateText.speak(report);
    List<Finding> open = gated ? GateText.findings(report, false) : report.findings();
    List<Finding> known = gated ? GateText.findings(report, true) : List.of();
    String summary = Wording.summary(open);
    sections.add(
        new HtmlPage.Section(
            "findings",
            "Findings: " + (summary.isEmpty() ? "none" + (gated ? " open" : "") : summary),
            page -> new HtmlFindings(page, report).write(open, known, report)));
  }

  private void write(List<Finding> open, List<Finding> known, GoLiveReport report)
      throws IOException {
    if (open.isEmpty()) {
      page.element("p", known.isEmpty() ? "Nothing was found." : "All that was found is known.");
      page.markup("\n");
    }
    page.markup(SEARCH);
    writeGroups(open);
    if (!known.isEmpty()) {
      page.open("details", "class", "known");
      page.element("summary", "Known findings: " + GateText.known(report.decision()));
      page.markup("\n");
      writeGroups(known);
      page.closeLine("details");
    }
  }

  private void writeGroups(List<Finding> findings) throws IOException {
    for (List<Finding> ofActor : Audience.groups(findings)) {
      page.element("h3", Audience.heading(ofActor.get(0).actor())).markup("\n");
      for (FindingGroup group : FindingGroup.of(ofActor)) {
        writeGroup(group);
      }
    }
  }

  private void writeGroup(FindingGroup group) throws IOException {
    Finding finding = group.first();
    number++;
    String severity = finding.severity().id();
    page.open("article", "class", "finding " + severity, "id", "finding-" + number);
    writeAnchors(group);
    page.markup("<h4>");
    page.open("span", "class", "chip " + severity);
    HtmlIcons.write(finding.severity(), page);
    page.text(severity).close("span").text(" ");
    page.element("b", finding.rule()).text(" " + finding.title() + " ");
    page.element("span", group.size(), "class", "size").markup("</h4>\n");
    if (group.isSingle()) {
      page.element("p", finding.message());
      page.open("p", "class", "subject");
      boolean any = page.subject(finding);
      page.text(any ? "" : "The log as a whole").closeLine("p");
    } else {
      page.markup("<p><b>Most:</b> ").text(finding.message()).closeLine("p");
      writeWorst(group);
    }
    String remark = GateText.remark(finding);
    if (!remark.isEmpty()) {
      page.markup("<p><b>Gate:</b> ").text(remark).closeLine("p");
    }
    page.markup("<p class=\"todo\"><b>To do:</b> ").text(finding.remedy()).closeLine("p");
    if (finding.recipe() != null) {
      page.markup("<p><b>How:</b> ");
      page.element("a", Wording.how(finding), "href", Recipes.link(finding.recipe()));
      page.closeLine("p");
    }
    if (finding.consentUrl() != null) {
      String link = finding.consentUrl().toString();
      page.consent(link);
    }
    writeAdvice(finding);
    if (group.isSingle()) {
      writeEvidence(finding);
    }
    page.closeLine("article");
  }

  /** Writes what the list of parts links to: the first finding of each part. */
  private void writeAnchors(FindingGroup group) throws IOException {
    for (int i = 0; i < parts.size(); i++) {
      PartVerdict part = parts.get(i);
      if (isOfPart(group.findings(), part) && linked.add(part)) {
        page.element("span", "", "id", anchor(i));
      }
    }
  }

  /** Returns whether a part has a finding of its own. */
  static boolean isOfPart(List<Finding> findings, PartVerdict part) {
    return findings.stream().anyMatch(finding -> part.name().equals(finding.part()));
  }

  /** Returns the id of the first finding of a part, by its place in the list of parts. */
  static String anchor(int part) {
    return "part-" + (part + 1);
  }

  private void writeWorst(FindingGroup group) throws IOException {
    page.openTable(
        "The most calls of finding " + number, "#Calls", "Where", "#Median gap", "Newest call");
    for (Finding finding : group.worst()) {
      page.markup("<tr>").element("td", Words.number(finding.count()), "class", "n");
      page.markup("<td>");
      if (!page.subject(finding)) {
        page.text(finding.message());
      }
      page.markup("</td><td class=\"n\">");
      if (finding.medianGap() != null) {
        page.text(Words.duration(finding.medianGap().toMillis()));
      }
      page.markup("</td><td>");
      if (!finding.evidence().isEmpty()) {
        Evidence newest = finding.evidence().get(0);
        page.time(newest.timestamp());
        page.text(" ").copyable(newest.traceToken());
      }
      page.markup("</td></tr>\n");
    }
    page.closeTable();
    if (!group.rest().isEmpty()) {
      page.element("p", group.rest() + ". The JSON report lists them.").markup("\n");
    }
  }

  private void writeAdvice(Finding finding) throws IOException {
    page.open("p", "class", "advice");
    if (finding.retry() != null) {
      page.element("span", "Retry: " + Wording.retry(finding.retry())).text(" ");
    }
    page.markup("<span>Basis: ");
    if (finding.basis().equals(RuleInfo.HEURISTIC)) {
      page.text("a heuristic of this tool");
    } else {
      page.link(finding.basis());
    }
    page.markup("</span>").closeLine("p");
  }

  private void writeEvidence(Finding finding) throws IOException {
    List<Evidence> evidence = finding.evidence();
    if (evidence.isEmpty()) {
      return;
    }
    int room = Math.max(MIN_EVIDENCE, MAX_EVIDENCE_OF_PAGE - shown);
    List<Evidence> listed = evidence.subList(0, Math.min(evidence.size(), room));
    shown += listed.size();
    long left = Math.max(finding.count(), evidence.size()) - listed.size();
    page.markup("<details class=\"evidence\">");
    page.element(
        "summary",
        "Evidence: %s%s, with trace tokens"
            .formatted(
                Words.count(listed.size(), "call", "calls"),
                left > 0 ? " of " + Words.number(listed.size() + left) : ""));
    String name = "Calls of finding " + number + ", newest first";
    page.openTable(name, "Time (UTC)", "#HTTP", "Trace token", "Source");
    for (Evidence call : listed) {
      page.markup("<tr><td>");
      page.time(call.timestamp());
      page.markup("</td><td class=\"n\">").text(String.valueOf(call.status()));
      page.markup("</td><td>");
      page.copyable(call.traceToken());
      page.markup("</td><td><code>");
      page.path(call.source());
      page.markup("</code></td></tr>\n");
    }
    page.closeTable();
    if (left > 0) {
      String more = evidence.size() > listed.size() ? " The JSON report lists more." : "";
      page.element("p", "... and " + Words.number(left) + " more." + more);
    }
    page.closeLine("details");
  }

  /** Adds the failed calls by class, and by who has to act. */
  static void addErrors(List<HtmlPage.Section> sections, GoLiveReport report, ReportSeries series) {
    if (!series.errors().isEmpty()) {
      boolean windowed = report.window().isExamined();
      sections.add(
          new HtmlPage.Section(
              "errors", "Errors by class", page -> writeErrors(series, windowed, page)));
    }
  }

  private static void writeErrors(ReportSeries series, boolean windowed, HtmlPage page)
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
      page.text(": " + Words.count(actor.getValue(), "call", "calls") + ". ");
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
      page.element("td", Words.number(count.calls()), "class", "n");
      if (windowed) {
        page.element("td", Words.number(count.inWindow()), "class", "n");
      }
      page.bar(count.calls(), most);
      page.markup("</tr>\n");
    }
    page.closeTable();
  }
}

package org.golivecheck.render.markdown;

import static org.golivecheck.render.markdown.MarkdownText.code;
import static org.golivecheck.render.markdown.MarkdownText.escape;

import java.io.IOException;
import java.util.List;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.words.Audience;
import org.golivecheck.render.words.ComparisonText;
import org.golivecheck.render.words.FindingGroup;
import org.golivecheck.render.words.GateText;
import org.golivecheck.render.words.Health;
import org.golivecheck.render.words.NextSteps;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Comparison;
import org.golivecheck.report.Comparison.Change;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.NextStep;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Prints a report as GitHub-flavoured Markdown, for the summary of a job or a comment: the verdict
 * first, then why, what to do and who has to do it.
 *
 * <p>The page stays well below the 1 MiB that GitHub accepts as a summary. Each part has a maximum
 * size, and what is left out is counted.
 */
public final class MarkdownReportWriter implements ReportWriter {
  private static final long HEAD_BYTES = 200_000;
  private static final long WINDOW_BYTES = 300_000;
  private static final long FINDING_BYTES = 700_000;
  private static final long LOG_BYTES = 900_000;
  private static final int MAX_ROWS = 20;
  private static final int MAX_CHANGES = 50;
  private static final int MAX_PARTS = 200;
  private static final int MAX_FINDINGS_OF_ACTOR = 100;

  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    MarkdownPage page = new MarkdownPage(out);
    writeVerdict(report, page);
    boolean gated = GateText.speak(report);
    if (gated) {
      writeGate(report, page);
    }
    writeComparison(report.comparison(), page);
    writeKeys(report, page);
    writeHealth(report, page);
    if (report.window().isExamined()) {
      writeWindow(report, page);
    }
    writeFindings(gated ? GateText.findings(report, false) : report.findings(), page);
    if (gated) {
      writeKnown(GateText.findings(report, true), report.decision(), page);
    }
    writeProblems(report.problems(), page);
    writeLog(report, page);
  }

  private static void writeVerdict(GoLiveReport report, MarkdownPage page) throws IOException {
    page.block("## " + sign(report.verdict()) + " " + report.verdict().name());
    page.line("**" + Words.capitalised(Wording.prediction(report)) + "**");
    page.line(Wording.otherProfiles(report));
    page.block(Wording.DISCLAIMER);
    writeParts(report, page);
    if (!report.reasons().isEmpty()) {
      page.block("### Why");
      int shown =
          page.lines(
              report.reasons(),
              MAX_ROWS,
              HEAD_BYTES,
              reason -> "- **" + escape(reason.rule()) + "** " + escape(reason.message()));
      writeRest(report.reasons().size() - shown, "more reasons", page);
    }
    List<NextStep> steps = NextSteps.of(report);
    if (!steps.isEmpty()) {
      page.block("### Next");
      for (NextStep step : steps) {
        page.line("1. " + escape(Wording.step(step)));
      }
      page.line("");
    }
  }

  private static void writeParts(GoLiveReport report, MarkdownPage page) throws IOException {
    List<PartVerdict> parts = Wording.parts(report);
    if (parts.isEmpty()) {
      return;
    }
    page.block("### Each judged by itself, " + Wording.partsHeading(report));
    page.line("| Name | Verdict | First reason | Other rule set, and who acts | Calls |");
    page.line("|---|---|---|---|---|");
    int shown =
        page.lines(
            parts,
            MAX_PARTS,
            HEAD_BYTES,
            part ->
                "| %s | %s %s | %s | %s | %s |"
                    .formatted(
                        code(Wording.name(part)),
                        sign(part.verdict()),
                        part.verdict(),
                        escape(Wording.reason(part)),
                        escape(Wording.partRest(report, part)),
                        Wording.calls(part)));
    if (shown < parts.size()) {
      page.line("");
      page.line("... and " + Wording.counts(parts.subList(shown, parts.size())));
    }
    page.line("");
  }

  private static void writeGate(GoLiveReport report, MarkdownPage page) throws IOException {
    page.block("### Gate");
    page.block(escape(GateText.headline(report)));
    int shown =
        page.lines(GateText.details(report), MAX_ROWS, HEAD_BYTES, detail -> "- " + escape(detail));
    writeRest(GateText.details(report).size() - shown, "more lines", page);
  }

  private static void writeComparison(@Nullable Comparison comparison, MarkdownPage page)
      throws IOException {
    if (comparison == null) {
      return;
    }
    page.block("### " + escape(ComparisonText.heading(comparison)));
    page.block(escape(ComparisonText.summary(comparison)));
    int shown =
        page.lines(comparison.changes(), MAX_CHANGES, HEAD_BYTES, MarkdownReportWriter::change);
    writeRest(comparison.changes().size() - shown, "more changes", page);
  }

  private static String change(Change change) {
    String call = ComparisonText.call(change);
    return "- **%s** %s%s"
        .formatted(
            change.kind(),
            escape(ComparisonText.line(change)),
            call.isEmpty() ? "" : "<br>" + code(call));
  }

  private static void writeHealth(GoLiveReport report, MarkdownPage page) throws IOException {
    List<Health.Line> lines = Health.of(report);
    if (lines.isEmpty()) {
      return;
    }
    page.block("### Health in production");
    page.line("| What | Seen |");
    page.line("|---|---|");
    for (Health.Line line : lines) {
      page.line("| " + escape(line.what()) + " | " + escape(line.value()) + " |");
    }
    page.line("");
  }

  private static void writeKeys(GoLiveReport report, MarkdownPage page) throws IOException {
    List<KeyVerdict> keys = Wording.keys(report);
    if (keys.isEmpty()) {
      return;
    }
    page.block("### Integration keys, each judged by itself");
    int shown =
        page.lines(
            keys,
            MAX_ROWS,
            HEAD_BYTES,
            key ->
                "- %s **%s** %s<br>%s"
                    .formatted(
                        sign(key.verdict()),
                        key.verdict(),
                        key.key() == null ? "no key shown" : code(key.key()),
                        escape(Wording.key(key, report))));
    writeRest(keys.size() - shown, "more keys", page);
  }

  private static void writeKnown(List<Finding> findings, GateDecision decision, MarkdownPage page)
      throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    page.block("<details><summary>Known findings: " + GateText.known(decision) + "</summary>");
    int shown = page.lines(findings, MAX_FINDINGS_OF_ACTOR, FINDING_BYTES, MarkdownFindings::known);
    writeRest(findings.size() - shown, "more findings", page);
    page.block("</details>");
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "\u2705";
      case FAIL -> "\u274c";
      case NO_VERDICT -> "\u2753";
    };
  }

  private static void writeWindow(GoLiveReport report, MarkdownPage page) throws IOException {
    Window window = report.window();
    if (window.calls().isEmpty()) {
      page.block("### Window: no countable call");
      return;
    }
    page.block("### Window: " + Wording.windowSize(window));
    boolean folded = report.verdict() != Verdict.FAIL;
    if (folded) {
      page.block("<details><summary>" + outcomes(window) + "</summary>");
    }
    page.line("| Time (UTC) | Status | Outcome | Call | Error code |");
    page.line("|---|--:|---|---|---|");
    int shown =
        page.lines(
            window.calls(), Integer.MAX_VALUE, WINDOW_BYTES, MarkdownReportWriter::windowRow);
    writeRest(window.calls().size() - shown, "more calls", page);
    if (folded) {
      page.block("</details>");
    }
  }

  /** Returns how many calls have each outcome. */
  private static String outcomes(Window window) {
    StringBuilder text = new StringBuilder();
    for (Outcome outcome : Outcome.values()) {
      long count = window.calls().stream().filter(call -> call.outcome() == outcome).count();
      if (count > 0) {
        text.append(text.length() == 0 ? "" : ", ").append(count).append(' ').append(outcome);
      }
    }
    return text.toString();
  }

  private static String windowRow(WindowCall call) {
    String outcome = call.outcome().name();
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            UtcTime.seconds(call.timestamp()),
            call.status(),
            call.outcome() == Outcome.OK ? outcome : "**" + outcome + "**",
            code(call.method() + " " + (call.operation() == null ? call.path() : call.operation())),
            call.errorCode() == null ? "" : code(call.errorCode()));
  }

  private static void writeFindings(List<Finding> findings, MarkdownPage page) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    page.block("### Findings: " + Wording.summary(findings));
    for (List<Finding> ofActor : Audience.groups(findings)) {
      page.block("#### " + escape(Audience.heading(ofActor.get(0).actor())));
      List<FindingGroup> groups = FindingGroup.of(ofActor);
      int shown = page.lines(groups, MAX_FINDINGS_OF_ACTOR, FINDING_BYTES, MarkdownFindings::group);
      if (shown < groups.size()) {
        long left =
            groups.subList(shown, groups.size()).stream()
                .mapToLong(group -> group.findings().size())
                .sum();
        page.block(
            "... and "
                + Words.count(left, "more finding", "more findings")
                + ", left out to keep this page short. The json report lists all.");
      }
    }
  }

  private static void writeProblems(List<Problem> problems, MarkdownPage page) throws IOException {
    if (problems.isEmpty()) {
      return;
    }
    long total = Wording.total(problems);
    page.block("### Not read: " + Words.count(total, "problem", "problems"));
    int shown =
        page.lines(
            problems,
            MAX_ROWS,
            LOG_BYTES,
            problem ->
                "- %s %s<br>%s"
                    .formatted(
                        code(problem.code()),
                        code(Wording.place(problem)),
                        escape(Wording.message(problem))));
    writeRest(Wording.total(problems.subList(shown, problems.size())), "more problems", page);
  }

  private static void writeLog(GoLiveReport report, MarkdownPage page) throws IOException {
    page.block("<details><summary>Log: " + Wording.calls(report.calls()) + "</summary>");
    writeCounts(report.calls(), page);
    List<Input> inputs = report.inputs();
    int shown =
        page.lines(
            inputs,
            MAX_ROWS,
            LOG_BYTES,
            input -> "- " + code(Wording.name(input)) + " " + escape(Wording.input(input)));
    writeRest(inputs.size() - shown, "more inputs", page);
    page.block("</details>");
    for (String note : report.notes()) {
      page.line("- " + escape(note));
    }
    page.line((report.notes().isEmpty() ? "" : "\n") + "<sub>" + signature() + "</sub>");
  }

  private static String signature() {
    return escape(ToolInfo.NAME + " " + ToolInfo.version());
  }

  private static void writeCounts(Calls calls, MarkdownPage page) throws IOException {
    if (calls.from() != null && calls.to() != null) {
      page.line(
          "- Period: %s to %s UTC"
              .formatted(UtcTime.seconds(calls.from()), UtcTime.seconds(calls.to())));
    }
    String excluded = Wording.excluded(calls);
    if (!excluded.isEmpty()) {
      page.line("- Not counted: " + excluded);
    }
    String environments = Wording.environments(calls);
    if (!environments.isEmpty()) {
      page.line("- Environment: " + environments);
    }
    if (calls.unanswered() > 0) {
      page.line("- No response: " + Wording.unanswered(calls));
    }
    if (calls.duplicates() > 0) {
      page.line("- Duplicates: " + Words.number(calls.duplicates()) + ", each left out");
    }
    if (calls.filtered() > 0) {
      page.line("- Filtered: " + Words.number(calls.filtered()) + " left out");
    }
  }

  private static void writeRest(long count, String what, MarkdownPage page) throws IOException {
    if (count > 0) {
      page.line("");
      page.line("... and " + Words.number(count) + " " + what);
    }
    page.line("");
  }
}

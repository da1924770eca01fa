package org.golivecheck.render.text;

import java.io.IOException;
import java.util.List;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.TextOptions;
import org.golivecheck.render.TextOptions.Detail;
import org.golivecheck.render.text.TextPage.Style;
import org.golivecheck.render.words.ComparisonText;
import org.golivecheck.render.words.GateText;
import org.golivecheck.render.words.Health;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Comparison;
import org.golivecheck.report.Comparison.Change;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Prints a report for people: the verdict first, then why, what to do and who has to do it, then
 * what was read. ASCII only, except for texts from a log.
 */
public final class TextReportWriter implements ReportWriter {
  private static final int MAX_ROWS = 5;
  private static final int MAX_CHANGES = 20;
  private static final int MAX_PARTS = 20;

  private final TextOptions options;

  public TextReportWriter(TextOptions options) {
    this.options = options;
  }

  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    TextPage page = new TextPage(out, options);
    writeVerdict(report, page);
    boolean gated = GateText.speak(report);
    if (gated) {
      writeGate(report, page);
    }
    if (options.detail() == Detail.BRIEF) {
      writeBrief(report, page);
      return;
    }
    writeComparison(report.comparison(), page);
    writeKeys(report, page);
    writeHealth(report, page);
    boolean table = report.verdict() == Verdict.FAIL || verbose();
    if (report.window().isExamined()) {
      new TextWindow(page).write(report.window(), table);
    }
    TextFindings findings = new TextFindings(page, options.detail());
    findings.write(gated ? GateText.findings(report, false) : report.findings());
    if (gated) {
      findings.writeKnown(GateText.findings(report, true), report.decision());
    }
    writeNextSteps(report, page);
    page.heading("Log");
    writeCounts(report.calls(), page);
    writeInputs(report.inputs(), page);
    writeProblems(report.problems(), page);
    writeNotes(report.notes(), page);
  }

  private boolean verbose() {
    return options.detail() == Detail.VERBOSE;
  }

  private void writeBrief(GoLiveReport report, TextPage page) throws IOException {
    new TextFindings(page, Detail.BRIEF).write(GateText.findings(report, false));
    writeNextSteps(report, page);
    if (report.decision().result() == GateDecision.Result.UNDECIDED) {
      writeProblems(report.problems(), page);
    }
  }

  private void writeVerdict(GoLiveReport report, TextPage page) throws IOException {
    Verdict verdict = report.verdict();
    page.paragraph(0, style(verdict), verdict.name(), Wording.prediction(report));
    String others = Wording.otherProfiles(report);
    if (!others.isEmpty()) {
      page.paragraph(0, others);
    }
    if (options.detail() != Detail.BRIEF && verdict != Verdict.NO_VERDICT) {
      page.styled(Style.FAINT, Wording.DISCLAIMER);
    }
    writeParts(report, page);
    if (!report.reasons().isEmpty()) {
      page.heading("Why");
    }
    for (Reason reason : report.reasons()) {
      page.paragraph(2, Style.BOLD, reason.rule(), reason.message().toString());
    }
  }

  private void writeComparison(@Nullable Comparison comparison, TextPage page) throws IOException {
    if (comparison == null) {
      return;
    }
    page.heading(ComparisonText.heading(comparison));
    page.paragraph(2, ComparisonText.summary(comparison));
    List<Change> changes = comparison.changes();
    int shown = verbose() ? changes.size() : Math.min(changes.size(), MAX_CHANGES);
    for (Change change : changes.subList(0, shown)) {
      page.paragraph(2, Style.BOLD, change.kind().name(), ComparisonText.line(change));
      String call = ComparisonText.call(change);
      if (!call.isEmpty()) {
        page.paragraph(4, call);
      }
    }
    writeRest(changes.size() - shown, "more changes", page);
  }

  private void writeParts(GoLiveReport report, TextPage page) throws IOException {
    List<PartVerdict> parts = Wording.parts(report);
    if (parts.isEmpty()) {
      return;
    }
    page.heading("Each judged by itself, " + Wording.partsHeading(report));
    int shown = verbose() ? parts.size() : Math.min(parts.size(), MAX_PARTS);
    for (PartVerdict part : parts.subList(0, shown)) {
      page.paragraph(
          2,
          style(part.verdict()),
          part.verdict().name(),
          Wording.name(part) + ": " + Wording.part(part));
      page.paragraph(4, Wording.partRest(report, part));
    }
    if (shown < parts.size()) {
      page.paragraph(2, "... and " + Wording.counts(parts.subList(shown, parts.size())));
    }
  }

  private static void writeHealth(GoLiveReport report, TextPage page) throws IOException {
    List<Health.Line> lines = Health.of(report);
    if (lines.isEmpty()) {
      return;
    }
    page.heading("Health in production");
    int width = lines.stream().mapToInt(line -> line.what().length()).max().orElse(0);
    for (Health.Line line : lines) {
      String label = line.what() + " ".repeat(width - line.what().length());
      page.paragraph(2, Style.PLAIN, label, line.value());
    }
  }

  private void writeKeys(GoLiveReport report, TextPage page) throws IOException {
    List<KeyVerdict> keys = Wording.keys(report);
    if (keys.isEmpty()) {
      return;
    }
    page.heading("Integration keys, each judged by itself");
    for (KeyVerdict key : keys.subList(0, shown(keys.size()))) {
      page.paragraph(2, style(key.verdict()), key.verdict().name(), Wording.name(key).toString());
      page.paragraph(4, Wording.key(key, report));
    }
    writeRest(keys.size() - shown(keys.size()), "more keys", page);
  }

  private void writeGate(GoLiveReport report, TextPage page) throws IOException {
    page.heading("Gate");
    page.paragraph(2, GateText.headline(report));
    if (options.detail() != Detail.BRIEF) {
      for (String detail : GateText.details(report)) {
        page.paragraph(2, Style.PLAIN, "-", detail);
      }
    }
  }

  private static Style style(Verdict verdict) {
    return verdict == Verdict.PASS
        ? Style.GOOD
        : verdict == Verdict.FAIL ? Style.BAD : Style.CAUTION;
  }

  private static void writeNextSteps(GoLiveReport report, TextPage page) throws IOException {
    List<String> steps = Wording.nextSteps(report);
    if (steps.isEmpty()) {
      return;
    }
    page.heading("Next");
    for (String step : steps) {
      page.paragraph(2, step);
    }
  }

  private static void writeCounts(Calls calls, TextPage page) throws IOException {
    item(page, "Calls", Wording.calls(calls));
    String excluded = Wording.excluded(calls);
    if (!excluded.isEmpty()) {
      item(page, "Not counted", excluded);
    }
    String environments = Wording.environments(calls);
    if (!environments.isEmpty()) {
      item(page, "Environment", environments);
    }
    if (calls.unanswered() > 0) {
      item(page, "No response", Wording.unanswered(calls));
    }
    if (calls.duplicates() > 0) {
      item(page, "Duplicates", Words.number(calls.duplicates()) + ", each left out");
    }
    if (calls.filtered() > 0) {
      item(page, "Filtered", Words.number(calls.filtered()) + " left out");
    }
    if (calls.from() != null && calls.to() != null) {
      item(
          page,
          "Period",
          UtcTime.seconds(calls.from()) + " to " + UtcTime.seconds(calls.to()) + " UTC");
    }
  }

  private void writeInputs(List<Input> inputs, TextPage page) throws IOException {
    for (Input input : inputs.subList(0, shown(inputs.size()))) {
      item(page, "Input", Wording.name(input) + " " + Wording.input(input));
    }
    writeRest(inputs.size() - shown(inputs.size()), "more inputs", page);
  }

  private static void item(TextPage page, String label, String text) throws IOException {
    page.paragraph(
        2, Style.PLAIN, label + " ".repeat("Not counted".length() - label.length()), text);
  }

  private void writeProblems(List<Problem> problems, TextPage page) throws IOException {
    if (problems.isEmpty()) {
      return;
    }
    long total = Wording.total(problems);
    page.heading("Not read: " + Words.count(total, "problem", "problems"));
    long left = total;
    for (Problem problem : problems.subList(0, shown(problems.size()))) {
      left -= problem.count();
      page.paragraph(2, Style.CAUTION, problem.code(), Wording.place(problem));
      page.paragraph(4, Wording.message(problem));
    }
    writeRest(left, "more problems", page);
  }

  private void writeNotes(List<String> notes, TextPage page) throws IOException {
    if (notes.isEmpty()) {
      return;
    }
    page.heading("Notes");
    for (String note : notes.subList(0, shown(notes.size()))) {
      page.paragraph(2, Style.PLAIN, "-", note);
    }
    writeRest(notes.size() - shown(notes.size()), "more notes", page);
  }

  private int shown(int size) {
    return verbose() ? size : Math.min(size, MAX_ROWS);
  }

  private static void writeRest(long count, String what, TextPage page) throws IOException {
    if (count > 0) {
      page.paragraph(2, "... and " + Words.number(count) + " " + what);
    }
  }
}

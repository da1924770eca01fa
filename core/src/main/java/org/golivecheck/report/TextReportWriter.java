package org.golivecheck.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.Exclusion;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.TextOptions.Detail;
import org.golivecheck.report.TextPage.Style;
import org.golivecheck.rule.Profile;
import org.golivecheck.rule.Severity;
import org.golivecheck.rule.Verdict;

/**
 * Prints a report for people: the verdict first, then why, what to do and who, then what was read.
 * Plain ASCII but for what a log itself holds.
 */
final class TextReportWriter implements ReportWriter {
  private static final int MAX_ROWS = 5;

  private final TextOptions options;

  TextReportWriter(TextOptions options) {
    this.options = options;
  }

  @Override
  public String format() {
    return "text";
  }

  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    TextPage page = new TextPage(out, options);
    writeVerdict(report, page);
    if (options.detail() == Detail.QUIET) {
      return;
    }
    boolean table = report.verdict() == Verdict.FAIL || verbose();
    new TextWindow(page).write(report.window(), table);
    new TextFindings(page, verbose()).write(report.findings());
    writeNextStep(report, page);
    page.heading("Log");
    writeCounts(report.calls(), page);
    writeInputs(report.inputs(), page);
    writeProblems(report.problems(), page);
    writeNotes(report.notes(), page);
  }

  private boolean verbose() {
    return options.detail() == Detail.VERBOSE;
  }

  private void writeVerdict(GoLiveReport report, TextPage page) throws IOException {
    Verdict verdict = report.verdict();
    page.paragraph(0, style(verdict), verdict.name(), prediction(report.profile(), verdict));
    if (options.detail() != Detail.QUIET && verdict != Verdict.NO_VERDICT) {
      page.styled(Style.FAINT, "Predicted from the calls in the log; DocuSign decides.");
    }
    if (!report.reasons().isEmpty()) {
      page.heading("Why");
    }
    for (Reason reason : report.reasons()) {
      page.paragraph(2, Style.BOLD, reason.rule(), reason.message().toString());
    }
  }

  private static Style style(Verdict verdict) {
    return switch (verdict) {
      case PASS -> Style.GOOD;
      case FAIL -> Style.BAD;
      case NO_VERDICT -> Style.CAUTION;
    };
  }

  private static String prediction(Profile profile, Verdict verdict) {
    if (verdict == Verdict.NO_VERDICT) {
      return profile.id() + " profile: the log allows no prediction.";
    }
    String result = verdict == Verdict.PASS ? "pass" : "fail";
    return profile == Profile.STRICT
        ? "strict profile, the whole log must be clean: these calls would likely " + result + "."
        : profile.id() + " profile: these calls would likely " + result + " the Go-Live review.";
  }

  private static void writeNextStep(GoLiveReport report, TextPage page) throws IOException {
    switch (report.verdict()) {
      case PASS -> {}
      case FAIL -> writeWayToPass(report, page);
      case NO_VERDICT -> writeWayToVerdict(report, page);
    }
  }

  private static void writeWayToVerdict(GoLiveReport report, TextPage page) throws IOException {
    page.heading("Next");
    page.paragraph(2, wayToVerdict(report));
  }

  private static String wayToVerdict(GoLiveReport report) {
    Calls calls = report.calls();
    if (calls.total() > 0 && calls.countable() == 0) {
      return "Give a log that holds eSignature REST calls of the integration.";
    }
    if (calls.total() == 0 && calls.filtered() > 0) {
      return "The filters leave no call; widen them.";
    }
    return report.problems().isEmpty()
        ? "Give a log that holds API calls, such as DocuSign's request log."
        : "See what was not read, get the log again in full, and check that.";
  }

  private static void writeWayToPass(GoLiveReport report, TextPage page) throws IOException {
    int needed = report.window().cleanCallsNeeded();
    page.heading("Next");
    if (needed > 0) {
      page.paragraph(
          2,
          "Make "
              + counted(needed, "more clean call", "more clean calls")
              + ", then submit. A clean call succeeds, counts for the review and polls nothing.");
    }
    if (report.profile() == Profile.STRICT && (needed == 0 || lastingErrors(report))) {
      page.paragraph(
          2,
          (needed == 0 ? "More clean calls do not help: the" : "The")
              + " strict profile fails on any error or breach, however old, for as long as it is"
              + " in the log. Once it is fixed, check a log that begins later.");
    }
  }

  /** Returns whether something other than too few calls fails the log. */
  private static boolean lastingErrors(GoLiveReport report) {
    return report.findings().stream()
        .anyMatch(
            finding -> finding.severity() == Severity.ERROR && !finding.rule().equals("GL-001"));
  }

  private static void writeCounts(Calls calls, TextPage page) throws IOException {
    item(
        page,
        "Calls",
        calls.total()
            + " read, "
            + calls.countable()
            + " countable, "
            + calls.failed()
            + " failed");
    List<String> excluded = new ArrayList<>();
    for (Exclusion reason : Exclusion.values()) {
      long count = calls.excluded().getOrDefault(reason.id(), 0L);
      if (count > 0) {
        excluded.add(count + " " + reason.id());
      }
    }
    if (!excluded.isEmpty()) {
      item(page, "Not counted", String.join(", ", excluded));
    }
    if (calls.duplicates() > 0) {
      item(page, "Duplicates", calls.duplicates() + ", each left out");
    }
    if (calls.filtered() > 0) {
      item(page, "Filtered", calls.filtered() + " left out");
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
      item(
          page,
          "Input",
          (input.name().toString().equals("-") ? "standard input" : input.name())
              + " ("
              + input.format()
              + "): "
              + counted(input.entries(), "entry", "entries")
              + ", "
              + counted(input.calls(), "call", "calls")
              + (input.skipped() > 0 ? ", " + input.skipped() + " skipped" : ""));
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
    long total = problems.stream().mapToLong(Problem::count).sum();
    page.heading("Not read: " + counted(total, "problem", "problems"));
    long left = total;
    for (Problem problem : problems.subList(0, shown(problems.size()))) {
      left -= problem.count();
      page.paragraph(2, Style.CAUTION, problem.code(), place(problem));
      page.paragraph(4, problem.message() + alike(problem.count() - 1));
    }
    writeRest(left, "more problems", page);
  }

  private static String place(Problem problem) {
    if (problem.line() > 0) {
      return problem.source() + ", line " + problem.line();
    }
    return problem.source() + (problem.offset() < 0 ? "" : ", byte " + problem.offset());
  }

  private static String alike(long others) {
    return others > 0 ? " (and " + others + " more of this kind)" : "";
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
      page.paragraph(2, "... and " + count + " " + what);
    }
  }

  /** Returns a number with its noun. */
  static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}

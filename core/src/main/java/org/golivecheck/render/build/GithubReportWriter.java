package org.golivecheck.render.build;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.words.FindingGroup;
import org.golivecheck.render.words.GateText;
import org.golivecheck.render.words.LogPaths;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.Words;

/**
 * Prints the verdict and the findings as workflow commands, which GitHub Actions shows as
 * annotations of the run.
 *
 * <p>GitHub shows at most {@value #MAX_OF_A_LEVEL} annotations per level and step, and silently
 * drops the others. So no more are printed, and the last one counts the rest.
 */
public final class GithubReportWriter implements ReportWriter {
  /** The maximum number of annotations per level that GitHub shows for a step. */
  private static final int MAX_OF_A_LEVEL = 10;

  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    LogPaths paths = new LogPaths(report.inputs());
    writeVerdict(report, out);
    if (!report.problems().isEmpty()) {
      writeProblems(report.problems(), paths, out);
    }
    boolean fails = report.verdict() != Verdict.PASS && !report.decision().excused();
    int errorRoom = MAX_OF_A_LEVEL - (fails ? 1 : 0);
    int warningRoom = MAX_OF_A_LEVEL - (report.problems().isEmpty() ? 0 : 1);
    // One annotation is left for the count of the rest.
    int noticeRoom = MAX_OF_A_LEVEL - (fails ? 0 : 1) - 1;
    List<Finding> known = GateText.findings(report, true);
    if (!known.isEmpty()) {
      writeKnown(known, report.decision(), out);
      noticeRoom--;
    }
    List<Finding> errors = writeFindings(report, Severity.ERROR, errorRoom, paths, out);
    List<Finding> warnings = writeFindings(report, Severity.WARNING, warningRoom, paths, out);
    List<Finding> hints = writeFindings(report, Severity.INFO, noticeRoom, paths, out);
    writeRest(errors, warnings, hints, out);
  }

  private static void writeVerdict(GoLiveReport report, Appendable out) throws IOException {
    boolean fails = report.verdict() != Verdict.PASS && !report.decision().excused();
    String level = fails ? "error" : "notice";
    StringBuilder text = new StringBuilder(Wording.head(report));
    if (GateText.speak(report)) {
      text.append('\n').append(GateText.headline(report));
    }
    for (Reason reason : report.reasons()) {
      text.append('\n').append(reason.rule()).append(": ").append(reason.message());
    }
    for (String step : Wording.nextSteps(report)) {
      text.append('\n').append(step);
    }
    text.append('\n').append(Wording.DISCLAIMER);
    new WorkflowCommand(level)
        .with("title", ToolInfo.NAME + " " + report.verdict())
        .print(text, out);
  }

  /**
   * Prints the excused findings as one annotation, so that they do not look like something to do.
   */
  private static void writeKnown(List<Finding> known, GateDecision decision, Appendable out)
      throws IOException {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(known.size(), MAX_OF_A_LEVEL);
    for (Finding finding : known.subList(0, shown)) {
      text.append(text.length() == 0 ? "" : "\n");
      text.append(finding.fingerprint()).append(", ").append(GateText.remark(finding));
    }
    if (shown < known.size()) {
      text.append("\n... and ").append(Words.number(known.size() - shown)).append(" more");
    }
    new WorkflowCommand("notice")
        .with("title", "Known findings: " + GateText.known(decision))
        .print(text, out);
  }

  private static void writeProblems(List<Problem> problems, LogPaths paths, Appendable out)
      throws IOException {
    Problem first = problems.get(0);
    long others = Wording.total(problems) - first.count();
    new WorkflowCommand("warning")
        .with("title", "Not all of the log was read")
        .with("file", paths.ofSource(first.source()))
        .print(
            Wording.place(first)
                + ": "
                + Wording.message(first)
                + (others > 0
                    ? "\nand " + Words.count(others, "more problem", "more problems")
                    : ""),
            out);
  }

  /** Prints the first findings of a severity, and returns the others. */
  private static List<Finding> writeFindings(
      GoLiveReport report, Severity severity, int room, LogPaths paths, Appendable out)
      throws IOException {
    List<Finding> findings =
        report.findings().stream()
            .filter(finding -> finding.severity() == severity && !finding.state().excused())
            .toList();
    List<FindingGroup> groups = FindingGroup.of(findings);
    int shown = Math.min(groups.size(), room);
    for (FindingGroup group : groups.subList(0, shown)) {
      new WorkflowCommand(level(severity))
          .with("title", group.title())
          .with("file", paths.of(group.first()))
          .print(text(group), out);
    }
    return groups.subList(shown, groups.size()).stream()
        .flatMap(group -> group.findings().stream())
        .toList();
  }

  private static String text(FindingGroup group) {
    StringBuilder text = new StringBuilder();
    if (group.isSingle()) {
      text.append(group.first().message());
    } else {
      text.append(group.size()).append(", the most first:");
      for (Finding finding : group.worst()) {
        text.append('\n').append(finding.message());
      }
      if (!group.rest().isEmpty()) {
        text.append('\n').append(group.rest());
      }
    }
    String remark = GateText.remark(group.first());
    return "%s%s\nTo do: %s"
        .formatted(text, remark.isEmpty() ? "" : "\nGate: " + remark, group.first().remedy());
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static void writeRest(
      List<Finding> errors, List<Finding> warnings, List<Finding> hints, Appendable out)
      throws IOException {
    String rest =
        Wording.summary(Stream.of(errors, warnings, hints).flatMap(List::stream).toList());
    if (!rest.isEmpty()) {
      new WorkflowCommand("notice")
          .with("title", "More findings")
          .print(
              ("%s more, not shown here: GitHub takes %s annotations of a level for a "
                      + "step. The markdown and json reports list all.")
                  .formatted(rest, MAX_OF_A_LEVEL),
              out);
    }
  }

  /**
   * One workflow command of GitHub Actions: {@code ::error title=...,file=...::message}. Values are
   * escaped, so that they cannot end it or begin another command or line.
   */
  public static final class WorkflowCommand {
    private static final Escaper MESSAGE = message().build();
    private static final Escaper PROPERTY =
        message().addEscape(':', "%3A").addEscape(',', "%2C").build();

    private final StringBuilder head;
    private char separator = ' ';

    public WorkflowCommand(String name) {
      head = new StringBuilder("::").append(name);
    }

    /** Adds a property. */
    public WorkflowCommand with(String name, CharSequence value) {
      head.append(separator).append(name).append('=').append(PROPERTY.escape(value.toString()));
      separator = ',';
      return this;
    }

    /** Prints the command with its message, and a line feed. */
    public void print(CharSequence message, Appendable out) throws IOException {
      out.append(head).append("::").append(MESSAGE.escape(message.toString())).append('\n');
    }

    private static Escapers.Builder message() {
      return Escapers.builder().addEscape('%', "%25").addEscape('\r', "%0D").addEscape('\n', "%0A");
    }
  }
}

package org.golivecheck.cli.option;

import java.util.List;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.config.Keys;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.Words;

/** {@code -r}: writes a report in the formats and to the places that were asked for. */
public final class ReportOutput {
  private static final String NO_VERDICT = "GL-000";

  /** {@code -r}. */
  public static final OptionSpec OPTION = OptionSpec.of(Keys.REPORTS).withLetter('r');

  private ReportOutput() {}

  /** Returns the reports to write; by default text to standard output. */
  public static List<ReportTarget> targets(Arguments arguments) {
    return ReportTarget.of(arguments.all(OPTION), "text");
  }

  /** Writes all reports, and returns whether that worked. */
  public static ExitCode deliver(
      GoLiveReport result, List<ReportTarget> targets, Arguments arguments, Session session) {
    Delivery delivery = new Delivery(session, arguments.has(ReadOptions.NO_REDACT));
    ExitCode worst = ExitCode.PASS;
    for (ReportTarget target : targets) {
      TextOptions style = ReadOptions.style(arguments, session, target);
      worst =
          worst.or(
              delivery.deliver(
                  target.words(),
                  target.file(),
                  out -> ReportFormats.writer(target.format(), style).write(result, out)));
    }
    print(result, targets, session.messages());
    return worst;
  }

  /** Prints on standard error what decides the exit code and may not be seen elsewhere. */
  private static void print(GoLiveReport result, List<ReportTarget> targets, Messages messages) {
    boolean printed = false;
    for (Problem problem : result.problems()) {
      if (problem.code().equals(ProblemCode.UNREADABLE_INPUT.name())) {
        messages.warning("cannot read " + problem.source() + ": " + problem.message());
        printed |= result.problems().size() == 1;
      }
    }
    for (Reason reason : result.reasons()) {
      if (reason.rule().equals(NO_VERDICT) && !printed) {
        messages.warning(reason.message().toString());
      }
    }
    boolean shown = false;
    for (ReportTarget target : targets) {
      shown |= target.toStandardOutput();
    }
    if (!shown) {
      messages.warning(verdictLine(result));
    }
    for (Input input : result.inputs()) {
      messages.detail(
          "read "
              + input.name()
              + ": "
              + Words.calls(input.calls())
              + " in "
              + Words.count(input.entries(), "entry", "entries"));
    }
  }

  private static String verdictLine(GoLiveReport result) {
    String verdict =
        result.verdict() == Verdict.NO_VERDICT ? "no verdict" : result.verdict().name();
    String line =
        verdict
            + " by profile "
            + result.profile().id()
            + (result.decision().excused() ? ", all of it known" : "");
    return result.reasons().isEmpty() ? line : line + ": " + result.reasons().get(0).message();
  }
}

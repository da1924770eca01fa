package org.golivecheck.cli.command;

import java.io.IOException;
import java.util.List;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.GateOptions;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.Reports;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.GoLiveReport;

/** {@code report}: prints a saved report in other formats. */
final class ReportCommand implements Command {

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "report",
        "SAVED.json",
        "Print a saved JSON report in another format",
        "Prints a report that an earlier run saved with -r json=FILE in any other format, without"
            + " its logs, and ends as that run did. SAVED.json is a file, or - for standard"
            + " input.",
        true,
        List.of(
            Reports.OPTION,
            GateOptions.FAIL_ON,
            ReadOptions.NO_REDACT,
            ReadOptions.COLOR,
            CommonOptions.QUIET,
            CommonOptions.VERBOSE),
        List.of(
            "golive-check report report.json",
            "golive-check report report.json -r markdown -r junit=golive.xml"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<Reports.Target> targets = Reports.targets(arguments.all(Reports.OPTION), "text");
    List<String> operands = arguments.operands();
    if (operands.size() != 1) {
      throw new UsageException(
          operands.isEmpty()
              ? "no SAVED.json given; save a report with -r json=FILE first"
              : "report takes one SAVED.json, not " + operands.size());
    }
    Reports.refuseOverwriting(operands, targets);
    boolean redact = ReadOptions.redact(arguments, session);
    GoLiveReport saved;
    try {
      saved =
          Reports.read(
              operands.get(0), session.in(), redact ? new Redactor() : Redactor.secretsOnly());
    } catch (IOException e) {
      session.messages().error(String.valueOf(e.getMessage()));
      return ExitCode.NO_VERDICT;
    }
    GoLiveReport judged = atGate(saved, arguments);
    return Reports.deliver(judged, targets, arguments, session).or(ExitCode.of(judged.decision()));
  }

  /** The level at which the build fails is the saved one, unless an option sets another. */
  private static GoLiveReport atGate(GoLiveReport saved, Arguments arguments) {
    return FailOn.of(arguments.get(GateOptions.FAIL_ON, ""))
        .map(level -> saved.withGate(saved.gate().withFailOn(level), saved.findings()))
        .orElse(saved);
  }
}

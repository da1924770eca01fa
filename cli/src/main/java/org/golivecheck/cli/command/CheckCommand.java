package org.golivecheck.cli.command;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.GateOptions;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.Reports;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.log.LogCalls;
import org.golivecheck.ready.Checklist;
import org.golivecheck.ready.SeenCalls;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.NextStep;

/** {@code check}: judges the calls in logs and writes reports. */
final class CheckCommand implements Command {
  private static final int NEXT_ITEMS = 3;

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "check",
        "INPUT...",
        "Judge the calls in logs (the default)",
        "Predicts from the calls in DocuSign API logs whether an integration would pass its"
            + " Go-Live review. INPUT is a file, a folder, a glob, or - for standard input.",
        true,
        OptionSpec.join(
            List.of(Reports.OPTION, ReadOptions.PROFILE, ReadOptions.EACH),
            GateOptions.ALL,
            List.of(ReadOptions.AS_OF, ReadOptions.SINCE, ReadOptions.UNTIL),
            ReadOptions.FILTERS,
            ReadOptions.FORMAT,
            List.of(ReadOptions.ALLOW_EMPTY),
            ReadOptions.SHOWN,
            CommonOptions.CONFIGURED),
        List.of(
            "golive-check request-logs.zip",
            "golive-check -r text -r json=report.json --since 2026-11-01 logs/",
            "golive-check explain USER_LACKS_PERMISSIONS"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    return run(
        arguments,
        session,
        ReadOptions.request(arguments, session),
        Reports.targets(arguments.all(Reports.OPTION), "text"),
        request -> request.check().open(request.sources()),
        written -> written);
  }

  /**
   * Judges logs.
   *
   * @param asked how to read them
   * @param targets the reports to write
   * @param opener opens them, after all options were checked
   * @param afterwards what to do last; takes whether everything could be written, and returns
   *     whether that and its own work succeeded
   */
  ExitCode run(
      Arguments arguments,
      Session session,
      LogRequest asked,
      List<Reports.Target> targets,
      Function<LogRequest, LogCalls> opener,
      UnaryOperator<ExitCode> afterwards)
      throws UsageException {
    LogRequest request = withWhatIsShown(asked, targets);
    Reports.refuseOverwriting(request.inputs(), targets);
    Reports.refuseFetched(targets, arguments);
    GateOptions gate = GateOptions.of(arguments, session);
    gate.refuseOverwriting(targets);
    GoLiveReport read = request.read(session, opener, logs -> request.check().check(logs));
    if (read.passes()) {
      read = read.toBuilder().next(nextItems(read, request, arguments)).build();
    }
    GateOptions.Outcome outcome = gate.apply(read, request.redactor(), session);
    GoLiveReport report =
        GateOptions.compared(outcome.report(), arguments, request.redactor(), session);
    List<Reports.Target> asks = GateOptions.written(report, targets, arguments);
    ExitCode written = Reports.deliver(report, asks, arguments, session).or(outcome.written());
    return afterwards.apply(written).or(ExitCode.of(outcome.report().decision()));
  }

  /** Returns what to do after a PASS: the next items of the checklist. */
  private static List<NextStep> nextItems(
      GoLiveReport report, LogRequest request, Arguments arguments) {
    List<NextStep> next =
        Checklist.next(
            report,
            new SeenCalls(request.settings()),
            arguments.configuration().known(),
            NEXT_ITEMS);
    next.add(new NextStep("integration-developer", "See the whole checklist: golive-check ready."));
    return next;
  }

  private static LogRequest withWhatIsShown(LogRequest request, List<Reports.Target> targets) {
    for (Reports.Target target : targets) {
      if (ReportFormats.showsSeries(target.format())) {
        return request.withSeries();
      }
    }
    return request;
  }
}

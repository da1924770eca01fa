package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.Reports;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.ready.Checklist;
import org.golivecheck.ready.ChecklistFormats;
import org.golivecheck.ready.SeenCalls;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;

/** {@code ready}: answers the checklist for production, from logs and the configuration. */
final class ReadyCommand implements Command {
  private static final OptionSpec REPORT = Reports.option(ChecklistFormats.names(), "Format");

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "ready",
        "[INPUT...]",
        "Print the checklist for production",
        "Answers each step on the way to production by met, not met, or whom to ask: from the"
            + " logs if they show it, otherwise from the section ready of .golive-check.yml. It"
            + " needs no log. The exit code is 1 if a step is not met.",
        false,
        OptionSpec.join(
            List.of(REPORT, ReadOptions.PROFILE, ReadOptions.SINCE, ReadOptions.UNTIL),
            ReadOptions.FILTERS,
            ReadOptions.FORMAT,
            ReadOptions.SHOWN,
            CommonOptions.CONFIGURED),
        List.of(
            "golive-check ready",
            "golive-check ready request-logs.zip",
            "golive-check ready -r markdown=golive.md logs/"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<Reports.Target> targets = Reports.targets(arguments.all(REPORT), "text");
    LogRequest request = ReadOptions.request(arguments, session, arguments.operands());
    Reports.refuseOverwriting(request.inputs(), targets);
    SeenCalls seen = new SeenCalls(request.settings());
    List<String> unread = new ArrayList<>();
    GoLiveReport report = request.inputs().isEmpty() ? null : read(request, seen, session, unread);
    Checklist checklist =
        Checklist.of(report, seen, arguments.configuration().known(), request.redactor());
    ExitCode worst = checklist.complete() ? ExitCode.PASS : ExitCode.FAIL;
    for (Reports.Target target : targets) {
      TextOptions style = target.style(arguments, session);
      worst =
          worst.or(
              new Delivery(session)
                  .deliver(
                      "the checklist",
                      target.file(),
                      out -> ChecklistFormats.write(checklist, target.format(), style, out)));
    }
    return worst.or(unread(unread, request.redactor(), session));
  }

  private static GoLiveReport read(
      LogRequest request, SeenCalls seen, Session session, List<String> unread) {
    return request.read(
        session,
        asked -> new WatchedCalls(asked.check().open(asked.sources()), seen::add),
        logs -> {
          GoLiveReport report = request.check().check(logs);
          unread.addAll(logs.summary().unread());
          return report;
        });
  }

  /** Prints what was not read. The code is 3 if an input was not read to its end. */
  private static ExitCode unread(List<String> unread, Redactor redactor, Session session) {
    for (String each : unread) {
      session.messages().warning("cannot read all of " + redactor.redact(each));
    }
    return unread.isEmpty() ? ExitCode.PASS : ExitCode.NO_VERDICT;
  }
}

package org.golivecheck.cli.command;

import java.util.List;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.ReadingMessages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.Reports;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.listing.Listing;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.ReadingSummary;

/** {@code calls}: lists every call in logs in the order of time. */
final class CallsCommand implements Command {
  private static final OptionSpec REPORT = Reports.option(Listing.FORMATS, "Write the list");

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "calls",
        "INPUT...",
        "List the calls in logs",
        "Lists every call in DocuSign API logs, oldest first, and says why the review leaves out a"
            + " call. INPUT is a file, a folder, a glob, or - for standard input.",
        false,
        OptionSpec.join(
            List.of(REPORT, ReadOptions.SINCE, ReadOptions.UNTIL, ReadOptions.GATEWAY_HOST),
            ReadOptions.FORMAT,
            List.of(ReadOptions.ALLOW_EMPTY),
            ReadOptions.SHOWN,
            CommonOptions.CONFIGURED),
        List.of(
            "golive-check calls request-logs.zip",
            "golive-check calls -r csv=calls.csv logs/*.zip"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<Reports.Target> targets = Reports.targets(arguments.all(REPORT), Listing.FORMATS.get(0));
    LogRequest request = ReadOptions.request(arguments, session);
    Reports.refuseOverwriting(request.inputs(), targets);
    try (Listing listing = new Listing(request.settings(), request.redact())) {
      ReadingSummary summary =
          request.read(
              session,
              calls -> {
                calls.stream().forEach(listing::add);
                return calls.summary();
              });
      ReadingMessages.print(summary, request.redactor(), session.messages());
      ExitCode read = exitCode(summary, arguments);
      if (read.equals(ExitCode.NO_VERDICT)) {
        session.messages().error("no call could be read; golive-check formats lists what can be");
      }
      return deliver(targets, listing, arguments, session).or(read);
    }
  }

  private static ExitCode deliver(
      List<Reports.Target> targets, Listing listing, Arguments arguments, Session session) {
    Delivery delivery = new Delivery(session, arguments.has(ReadOptions.NO_REDACT));
    Environment environment = session.environment();
    ExitCode worst = ExitCode.PASS;
    for (Reports.Target target : targets) {
      boolean color = target.color(arguments, session);
      // A file or a pipe gets the whole.
      boolean shown = target.toStandardOutput() && environment.terminal();
      int width = shown ? Math.max(environment.columns(), environment.width()) : 0;
      worst =
          worst.or(
              delivery.deliver(
                  target.words(),
                  target.file(),
                  out -> listing.write(target.format(), width, color, out)));
    }
    return worst;
  }

  private static ExitCode exitCode(ReadingSummary summary, Arguments arguments) {
    long calls = 0;
    long entries = 0;
    for (LogInput input : summary.inputs()) {
      calls += input.calls();
      entries += input.entries();
    }
    boolean excused =
        arguments.has(ReadOptions.ALLOW_EMPTY) && entries == 0 && !summary.incomplete();
    return calls == 0 && !excused ? ExitCode.NO_VERDICT : ExitCode.PASS;
  }
}

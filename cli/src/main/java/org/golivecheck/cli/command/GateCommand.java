package org.golivecheck.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.fetch.FetchException;
import org.golivecheck.cli.fetch.LogFetcher;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.FetchOptions;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.Reports;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.config.ValueType;
import org.golivecheck.log.LogSource;

/** {@code gate}: fetches the request log of a user and judges it, in one run. */
final class GateCommand implements Command {
  private static final OptionSpec ACCOUNT =
      ReadOptions.ACCOUNT.withWords("Ask the server of this account; judge only its calls");

  private static final OptionSpec INTEGRATION_KEY =
      ReadOptions.INTEGRATION_KEY.withWords(
          "Judge only the calls of this key; JWT grant: the key that asks for the token");
  private static final OptionSpec OUTPUT =
      OptionSpec.value(
              "output", ValueType.file("PATH"), "Keep the log too, in a folder or a FILE.zip")
          .withLetter('o');

  private final CheckCommand check = new CheckCommand();

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "gate",
        "[-- COMMAND...]",
        "Fetch and judge in one, for nightly builds",
        "Fetches the request log of the user to whom an access token belongs, as fetch does, and"
            + " judges it, as check does. The log is written where -o says; with --clear or --every"
            + " always, by default to request-logs-TIME.zip in this folder, and it is cleared as"
            + " soon as all calls that DocuSign counted are written. If it cannot be fetched there is no verdict, and the"
            + " report says why. With"
            + " a COMMAND the log is cleared and switched on, the command runs, and the log is fetched"
            + " every 30 seconds, or as --every says, and once more after the command ended. Its"
            + " output goes to standard error. If it fails, its exit code is that of gate, unless"
            + " that is 1 or 3.",
        true,
        options(),
        List.of(
            "golive-check gate -r text -r junit=golive.xml",
            "golive-check gate -o logs/ -r text -- ./run-the-tests",
            "golive-check gate -o logs/ --redact --clear --profile current"));
  }

  /** An option that fetch and check share is that of fetch, or one of this command. */
  private List<OptionSpec> options() {
    Map<String, OptionSpec> options = new LinkedHashMap<>();
    for (OptionSpec option : FetchOptions.ALL) {
      options.put(option.name(), option);
    }
    for (OptionSpec option : check.spec().options()) {
      options.putIfAbsent(option.name(), option);
    }
    // DocuSign's own logs need no such options.
    options.values().removeAll(ReadOptions.FORMAT);
    options.replace(ACCOUNT.name(), ACCOUNT);
    options.replace(INTEGRATION_KEY.name(), INTEGRATION_KEY);
    options.replace(OUTPUT.name(), OUTPUT);
    return List.copyOf(options.values());
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    FetchOptions options = FetchOptions.of(arguments, session, true);
    LogFetcher fetcher = options.fetcher(arguments, session);
    LogRequest request = ReadOptions.request(arguments, session, List.of());
    FetchedLogs logs = new FetchedLogs(request, session, options, true);
    try (Program program = new Program(arguments.program(), session)) {
      return check
          .run(
              arguments,
              session,
              request,
              Reports.targets(arguments.all(Reports.OPTION), "text"),
              asked -> asked.check().open(fetch(fetcher, logs, program)),
              written -> finish(fetcher, logs, written.or(logs.written()), session))
          .or(program.outcome());
    }
  }

  /** Switches logging on, as asked, after everything is written. */
  private static ExitCode finish(
      LogFetcher fetcher, FetchedLogs logs, ExitCode written, Session session) {
    if (logs.failed()) {
      return written;
    }
    if (!written.equals(ExitCode.PASS)) {
      session.messages().error("not everything could be written, so logging is not switched on");
      return written;
    }
    try {
      fetcher.finish(logs);
      return logs.outcome(false);
    } catch (FetchException e) {
      session.messages().error(e.getMessage());
      return ExitCode.NO_VERDICT;
    }
  }

  /** A failure becomes a log that cannot be read, so that every report contains it. */
  private static List<LogSource> fetch(LogFetcher fetcher, FetchedLogs logs, Program program) {
    try {
      fetcher.download(logs, program.isNone() ? null : program);
    } catch (FetchException e) {
      logs.failed(e.getMessage());
    }
    program.outcome();
    return logs.sources();
  }
}

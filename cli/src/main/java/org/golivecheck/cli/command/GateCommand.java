package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.fetch.FetchException;
import org.golivecheck.cli.fetch.FetchPlan;
import org.golivecheck.cli.fetch.LogFetcher;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.FetchOptions;
import org.golivecheck.cli.option.LogOptions;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.log.LogSource;

/** {@code gate}: fetches the request log of a user and judges it, in one run. */
final class GateCommand implements Command {
  private static final OptionSpec ACCOUNT =
      OptionSpec.value("account", "ID", "Ask the server of this account; judge only its calls");

  private static final OptionSpec INTEGRATION_KEY =
      OptionSpec.value(
          "integration-key",
          "KEY",
          "Judge only this integration; JWT grant: it asks for the token");
  private static final OptionSpec OUTPUT =
      OptionSpec.value("output", "PATH", "Keep the log too, in a folder or a FILE.zip")
          .withLetter('o');

  private static final Set<OptionSpec> FOR_OTHER_LOGS =
      Set.of(LogOptions.INPUT_FORMAT, LogOptions.MAP, LogOptions.ZONE, LogOptions.LOG_FORMAT);

  private final CheckCommand check = new CheckCommand();

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "gate",
        "",
        "Fetch and judge in one, for nightly builds",
        "Fetches the request log of the user to whom an access token belongs, as fetch does, and"
            + " judges it, as check does. The log is written only where -o says. Where it cannot be"
            + " fetched there is no verdict, and the report tells why.",
        true,
        options(),
        List.of(
            "golive-check gate -r text -r junit=golive.xml",
            "golive-check gate -o logs/ --redact --clear --profile current"));
  }

  /** What both have in common has one option: the one of fetching, or one of its own. */
  private List<OptionSpec> options() {
    Map<String, OptionSpec> options = new LinkedHashMap<>();
    for (OptionSpec option : FetchOptions.all()) {
      options.put(option.name(), option);
    }
    for (OptionSpec option : check.spec().options()) {
      options.putIfAbsent(option.name(), option);
    }
    // DocuSign's own logs need no help to be read.
    options.values().removeAll(FOR_OTHER_LOGS);
    options.replace(ACCOUNT.name(), ACCOUNT);
    options.replace(INTEGRATION_KEY.name(), INTEGRATION_KEY);
    options.replace(OUTPUT.name(), OUTPUT);
    return List.copyOf(options.values());
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    FetchOptions.refuseOperands(arguments, "gate");
    FetchOptions.Target target = FetchOptions.Target.of(arguments);
    if (target != null && target.path() == null) {
      throw new UsageException("gate prints a report; give -o a folder or a file for the log");
    }
    boolean redact = arguments.has(FetchOptions.REDACT);
    FetchOptions.refuseAimless(redact, target);
    FetchPlan plan = FetchOptions.plan(arguments, session, true);
    FetchOptions.refuseOverwriting(plan, target, redact);
    LogFetcher fetcher = FetchOptions.fetcher(plan, arguments, session);
    LogRequest request = ReadOptions.request(arguments, session, List.of());
    FetchedLogs logs = new FetchedLogs(request, session, target, redact, true);
    ExitCode judged =
        check.run(arguments, session, request, asked -> asked.check().open(fetch(fetcher, logs)));
    return judged.or(logs.written());
  }

  /** What could not be fetched becomes a log that cannot be read, so that every report says so. */
  private static List<LogSource> fetch(LogFetcher fetcher, FetchedLogs logs) {
    List<LogSource> sources = new ArrayList<>();
    try {
      fetcher.fetch(logs);
    } catch (FetchException e) {
      sources.add(new LogSource.UnresolvedSource("request log", e.getMessage()));
    }
    sources.addAll(0, logs.sources());
    return sources;
  }
}

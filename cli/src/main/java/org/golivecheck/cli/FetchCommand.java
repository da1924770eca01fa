package org.golivecheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.cli.fetch.FetchException;
import org.golivecheck.cli.fetch.FetchMessages;
import org.golivecheck.cli.fetch.FetchPlan;
import org.golivecheck.cli.fetch.LogFetcher;
import org.golivecheck.cli.fetch.TokenSource;

/** {@code fetch}: downloads the request log of a user from DocuSign. */
final class FetchCommand implements Command {
  private final Engine engine;

  FetchCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CommandSpec spec() {
    List<OptionSpec> options = new ArrayList<>(FetchOptions.all());
    options.add(CommonOptions.QUIET);
    options.add(CommonOptions.VERBOSE);
    return new CommandSpec(
        "fetch",
        "[-o PATH]",
        "Download request logs from DocuSign",
        "Downloads the request log of the user to whom an access token belongs, as a zip, and"
            + " switches request logging on or clears it. The token is taken from the environment"
            + " variable GOLIVE_CHECK_TOKEN or from a file. The zip holds what DocuSign logged,"
            + " secrets included; only its owner may read it.",
        false,
        options,
        List.of(
            "golive-check fetch --clear --start",
            "golive-check fetch -o logs/ --clear",
            "golive-check fetch -o logs/ --redact --token-file token.txt"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    FetchOptions.refuseOperands(arguments, "fetch");
    FetchTarget target = FetchTarget.of(arguments);
    FetchPlan plan = FetchOptions.plan(arguments, target != null);
    if (target == null && !plan.start() && !plan.clear()) {
      throw new UsageException(
          "nothing to do; download the log with -o FOLDER, switch logging on with --start, or"
              + " empty it with --clear");
    }
    if (target != null && target.path() == null && plan.clear()) {
      throw new UsageException(
          "--clear with -o - may lose the log, if whoever reads it fails; write it to a folder");
    }
    if (target == null && arguments.has(FetchOptions.REDACT)) {
      throw new UsageException("--redact needs to know where to write: give -o FOLDER");
    }
    TokenSource tokens = FetchOptions.tokens(arguments, session);
    LogRequest request = ReadOptions.request(arguments, session, List.of());
    boolean redact = arguments.has(FetchOptions.REDACT);
    FetchedLogs logs = new FetchedLogs(engine, request, session, target, redact, false);
    try {
      LogFetcher.of(plan, tokens, messages(session)).fetch(logs);
    } catch (FetchException e) {
      session.messages().error(e.getMessage());
      return ExitCode.NO_VERDICT;
    }
    return plan.download() && logs.count() == 0 ? ExitCode.NO_VERDICT : logs.written();
  }

  /** Returns what tells on standard error. */
  static FetchMessages messages(Session session) {
    return new FetchMessages() {
      @Override
      public void warning(String message) {
        session.messages().warning(message);
      }

      @Override
      public void detail(String message) {
        session.messages().detail(message);
      }
    };
  }
}

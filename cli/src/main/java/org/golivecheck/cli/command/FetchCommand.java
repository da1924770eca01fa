package org.golivecheck.cli.command;

import java.util.List;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.fetch.FetchException;
import org.golivecheck.cli.fetch.LogFetcher;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.FetchOptions;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.UsageException;

/** {@code fetch}: downloads the request log of a user from DocuSign. */
final class FetchCommand implements Command {

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "fetch",
        "[-o PATH]",
        "Download request logs from DocuSign",
        "Downloads the request log of the user to whom an access token belongs, as a zip, and"
            + " switches request logging on or clears it. The token is taken from the environment"
            + " variable GOLIVE_CHECK_TOKEN or from a file, or requested by JWT grant. The zip contains what"
            + " DocuSign logged, secrets included; only its owner may read it.",
        false,
        OptionSpec.join(FetchOptions.ALL, List.of(CommonOptions.QUIET, CommonOptions.VERBOSE)),
        List.of(
            "golive-check fetch --clear --start",
            "golive-check fetch -o logs/ --clear",
            "golive-check fetch -o logs/ --every 30s --for 20m",
            "golive-check fetch -o logs/ --redact --token-file token.txt"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    FetchOptions options = FetchOptions.of(arguments, session, false);
    LogFetcher fetcher = options.fetcher(arguments, session);
    LogRequest request = ReadOptions.request(arguments, session, List.of());
    FetchedLogs logs = new FetchedLogs(request, session, options, false);
    try {
      fetcher.fetch(logs);
    } catch (FetchException e) {
      session.messages().error(e.getMessage());
      return ExitCode.NO_VERDICT;
    }
    return logs.outcome(options.plan().download());
  }
}

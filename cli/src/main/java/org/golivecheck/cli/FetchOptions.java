package org.golivecheck.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.golivecheck.cli.fetch.AccessToken;
import org.golivecheck.cli.fetch.Endpoint;
import org.golivecheck.cli.fetch.FetchException;
import org.golivecheck.cli.fetch.FetchPlan;
import org.golivecheck.cli.fetch.TokenSource;
import org.jspecify.annotations.Nullable;

/** The options of the commands that fetch logs, and what they mean. */
final class FetchOptions {
  static final OptionSpec TOKEN_FILE =
      OptionSpec.value("token-file", "FILE", "File with the access token");
  static final OptionSpec BASE_URI =
      OptionSpec.value("base-uri", "URI", "DocuSign server (default: that of the account)");
  static final OptionSpec ACCOUNT =
      OptionSpec.value("account", "ID", "Account (default: the user's default account)");
  static final OptionSpec AUTH_HOST =
      OptionSpec.value(
          "auth-host", "HOST", "Where the user signs in (default: account-d.docusign.com)");
  static final OptionSpec START = OptionSpec.flag("start", "Switch request logging on");
  static final OptionSpec CLEAR =
      OptionSpec.flag("clear", "Clear the log at DocuSign, once it is safely written");
  static final OptionSpec REDACT =
      OptionSpec.flag("redact", "Write only a redacted log: no secrets, no personal data");
  static final OptionSpec TIMEOUT =
      OptionSpec.value("timeout", "TIME", "Give up a request after TIME (default: 2m)");

  private static final String TOKEN = "GOLIVE_CHECK_TOKEN";
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

  private FetchOptions() {}

  /** Returns all of them, in the order of help. */
  static List<OptionSpec> all() {
    return List.of(
        FetchTarget.OPTION,
        START,
        CLEAR,
        REDACT,
        TOKEN_FILE,
        BASE_URI,
        ACCOUNT,
        AUTH_HOST,
        TIMEOUT);
  }

  /**
   * Refuses a log that is there already.
   *
   * @throws UsageException if one is named
   */
  static void refuseOperands(Arguments arguments, String command) throws UsageException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException(
          command
              + " takes no INPUT, since it gets the log from DocuSign; to judge '"
              + arguments.operands().get(0)
              + "' leave out the word "
              + command);
    }
  }

  /**
   * Returns what to do.
   *
   * @param download whether to download the log
   * @throws UsageException if a value makes no sense
   */
  static FetchPlan plan(Arguments arguments, boolean download) throws UsageException {
    try {
      String server = arguments.get(BASE_URI);
      String authentication = arguments.get(AUTH_HOST);
      Duration timeout = Durations.parse(arguments, TIMEOUT);
      return new FetchPlan(
          server == null ? null : Endpoint.parse(server, BASE_URI.dashed()),
          authentication == null
              ? Endpoint.DEMO_AUTHENTICATION
              : Endpoint.parse(authentication, AUTH_HOST.dashed()),
          arguments.get(ACCOUNT),
          download,
          arguments.has(CLEAR),
          arguments.has(START),
          timeout == null ? DEFAULT_TIMEOUT : timeout);
    } catch (FetchException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /**
   * Returns where tokens come from.
   *
   * @throws UsageException if there is none, or it cannot be read
   */
  static TokenSource tokens(Arguments arguments, Session session) throws UsageException {
    try {
      Path file = path(arguments, TOKEN_FILE);
      if (file != null) {
        return TokenSource.of(AccessToken.read(file));
      }
      if (session.environment().isSet(TOKEN)) {
        String token = session.environment().variables().getOrDefault(TOKEN, "");
        return TokenSource.of(AccessToken.of(token, "the environment variable " + TOKEN));
      }
    } catch (FetchException e) {
      throw new ConfigurationException(e.getMessage());
    }
    throw new UsageException(
        "no access token; put it into the environment variable "
            + TOKEN
            + " or into a file that --token-file names");
  }

  private static @Nullable Path path(Arguments arguments, OptionSpec option) throws UsageException {
    String value = arguments.get(option);
    if (value == null) {
      return null;
    }
    try {
      if (!value.isBlank()) {
        return Path.of(value);
      }
    } catch (InvalidPathException e) {
      // told below, like an empty name
    }
    throw new UsageException(option.dashed() + " does not name a file: '" + value + "'");
  }
}

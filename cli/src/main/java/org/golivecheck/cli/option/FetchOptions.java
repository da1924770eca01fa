package org.golivecheck.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.fetch.AccessToken;
import org.golivecheck.cli.fetch.Credentials;
import org.golivecheck.cli.fetch.Endpoint;
import org.golivecheck.cli.fetch.FetchException;
import org.golivecheck.cli.fetch.FetchPlan;
import org.golivecheck.cli.fetch.FetchPlan.Network;
import org.golivecheck.cli.fetch.FetchPlan.Rhythm;
import org.golivecheck.cli.fetch.JwtGrant;
import org.golivecheck.cli.fetch.LogFetcher;
import org.golivecheck.config.Keys;
import org.golivecheck.config.ReadyKeys;
import org.golivecheck.config.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * The options of the commands that fetch logs, and what they ask for.
 *
 * @param plan what to do
 * @param target where the logs go, or null if they are not written
 * @param redact whether only what is redacted is written
 */
public record FetchOptions(FetchPlan plan, @Nullable Target target, boolean redact) {
  private static final ValueType LONG = ValueType.span(Duration.ofDays(365));

  static final OptionSpec OUTPUT =
      OptionSpec.value(
              "output",
              ValueType.file("PATH"),
              "Folder for zips, a FILE.zip, or - for standard output")
          .withLetter('o');
  static final OptionSpec TOKEN_FILE =
      OptionSpec.value("token-file", ValueType.FILE, "File with the access token");
  static final OptionSpec BASE_URI =
      OptionSpec.value("base-uri", "URI", "DocuSign server (default: that of the account)");
  static final OptionSpec ACCOUNT =
      OptionSpec.of(Keys.ACCOUNT).withWords("Account (default: the user's default account)");
  static final OptionSpec AUTH_HOST =
      OptionSpec.value(
          "auth-host", "HOST", "Where the user signs in (default: account-d.docusign.com)");
  static final OptionSpec START = OptionSpec.flag("start", "Switch request logging on");
  static final OptionSpec CLEAR =
      OptionSpec.flag("clear", "Clear the log at DocuSign after it is written");
  static final OptionSpec REDACT =
      OptionSpec.flag("redact", "Write only a redacted log: no secrets, no personal data");
  static final OptionSpec EVERY =
      OptionSpec.value("every", LONG, "Download and clear again and again, for more than 50 calls");
  static final OptionSpec FOR =
      OptionSpec.value("for", LONG, "With --every: end after TIME (default: 1h)");
  static final OptionSpec TRUST_STORE =
      OptionSpec.value(
          "trust-store", ValueType.FILE, "Trust these certificates only: PEM, PKCS#12, JKS");
  static final OptionSpec TIMEOUT =
      OptionSpec.value("timeout", LONG, "Give up a request after TIME (default: 2m)");

  static final OptionSpec LOG_BYTES =
      OptionSpec.value(
          "log-bytes",
          ValueType.size(Integer.MAX_VALUE),
          "Refuse a log of more than N bytes (default: 256M)");

  static final OptionSpec INTEGRATION_KEY =
      OptionSpec.of(Keys.INTEGRATION_KEY)
          .withWords("Get a token by JWT grant for this integration");
  static final OptionSpec USER_ID =
      OptionSpec.value("user-id", "ID", "JWT grant: the user to act for");
  static final OptionSpec PRIVATE_KEY_FILE =
      OptionSpec.value("private-key-file", ValueType.FILE, "JWT grant: the RSA private key, PEM");
  static final OptionSpec SCOPES =
      OptionSpec.of(ReadyKeys.SCOPES)
          .withWords("JWT grant: the scopes (default: signature impersonation)");
  static final OptionSpec REDIRECT_URI =
      OptionSpec.of(ReadyKeys.REDIRECT_URI)
          .withWords("JWT grant: for the link by which a user consents");

  private static final String TOKEN = "GOLIVE_CHECK_TOKEN";
  private static final Duration DEFAULT_SPAN = Duration.ofHours(1);
  private static final Duration DEFAULT_EVERY = Duration.ofSeconds(30);
  private static final Duration FOREVER = Duration.ofDays(10_000);
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

  /** All of them, in the order of help. */
  public static final List<OptionSpec> ALL =
      OptionSpec.join(
          List.of(OUTPUT, START, CLEAR, REDACT, EVERY, FOR),
          List.of(TOKEN_FILE, INTEGRATION_KEY, USER_ID, PRIVATE_KEY_FILE, SCOPES, REDIRECT_URI),
          List.of(BASE_URI, ACCOUNT, AUTH_HOST, TRUST_STORE, TIMEOUT, LOG_BYTES));

  /**
   * Where fetched logs go.
   *
   * @param path the folder or the file, or null for standard output
   * @param folder whether it is a folder, in which every log gets a file of its own
   */
  public record Target(@Nullable Path path, boolean folder) {
    private static final DateTimeFormatter NAME =
        DateTimeFormatter.ofPattern("'request-logs-'yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Returns what {@code -o} names, or null if it was not given. */
    static @Nullable Target of(Arguments arguments) {
      String value = arguments.get(OUTPUT);
      if (value == null) {
        return null;
      }
      if (value.equals("-")) {
        return new Target(null, false);
      }
      Path path = Path.of(value);
      boolean file = value.toLowerCase(Locale.ROOT).endsWith(".zip") && !Files.isDirectory(path);
      return new Target(path, !file);
    }

    /** Returns the file name of a log. */
    public static String name(Instant fetched) {
      return NAME.format(fetched) + ".zip";
    }

    /** Returns the file for a log, or null for standard output. */
    public @Nullable Path file(Instant fetched) {
      if (path == null || !folder) {
        return path;
      }
      String name = NAME.format(fetched);
      Path file = path.resolve(name(fetched));
      for (int next = 2; Files.exists(file); next++) {
        file = path.resolve(name + "-" + next + ".zip");
      }
      return file;
    }
  }

  /**
   * Returns what the options ask for.
   *
   * @param judges whether the command judges the log, so that it always downloads it
   * @throws UsageException if a value is wrong, or they contradict each other
   */
  public static FetchOptions of(Arguments arguments, Session session, boolean judges)
      throws UsageException {
    refuseOperands(arguments, judges ? "gate" : "fetch");
    Target target = Target.of(arguments);
    boolean runs = !arguments.program().isEmpty();
    FetchPlan plan = plan(arguments, session, judges || target != null, runs);
    boolean repeats = plan.rhythm() != null;
    boolean redact = arguments.has(REDACT);
    if (judges) {
      if (target != null && target.path() == null) {
        throw new UsageException("gate prints a report; give -o a folder or a file for the log");
      }
      if (target == null && (plan.clear() || repeats)) {
        target = new Target(Path.of(""), true);
      }
    } else if (target == null) {
      if (!plan.start() && !plan.clear() && !repeats) {
        throw new UsageException(
            "nothing to do; download the log with -o FOLDER, switch logging on with --start, or"
                + " empty it with --clear");
      }
      if (repeats) {
        throw new UsageException("--every needs a place to write to: give -o FOLDER");
      }
    } else if (target.path() == null && (plan.clear() || repeats)) {
      throw new UsageException(
          "-o - and clearing may lose the log if the program that reads it fails; write it to a"
              + " folder");
    }
    if (redact && target == null) {
      throw new UsageException("--redact needs a place to write to: give -o FOLDER");
    }
    if (repeats && target != null && !target.folder() && !redact) {
      throw new UsageException(
          "--every fetches more than one log; give -o a folder, or write one file by --redact");
    }
    return new FetchOptions(plan, target, redact);
  }

  /** Refuses operands, since a log is fetched and not read from a file. */
  private static void refuseOperands(Arguments arguments, String command) throws UsageException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException(
          ("%s takes no INPUT, since it gets the log from DocuSign; to judge '%s' leave "
                  + "out the word %s")
              .formatted(command, arguments.operands().get(0), command));
    }
  }

  private static FetchPlan plan(
      Arguments arguments, Session session, boolean download, boolean runs) throws UsageException {
    for (OptionSpec option : ALL) {
      String value = arguments.get(option);
      if (value != null && value.isBlank()) {
        throw new UsageException(option.dashed() + " is empty; give a value or leave it out");
      }
    }
    try {
      String server = arguments.get(BASE_URI);
      String authentication = arguments.get(AUTH_HOST);
      String bytes = arguments.get(LOG_BYTES);
      Duration timeout = arguments.duration(TIMEOUT);
      return new FetchPlan(
          server == null ? null : Endpoint.parse(server, BASE_URI.dashed()),
          authentication == null
              ? Endpoint.DEMO_AUTHENTICATION
              : Endpoint.parse(authentication, AUTH_HOST.dashed()),
          arguments.get(ACCOUNT),
          download,
          runs || arguments.has(CLEAR),
          runs || arguments.has(START),
          rhythm(arguments, runs),
          new Network(
              timeout == null ? DEFAULT_TIMEOUT : timeout,
              session.environment().variables(),
              path(arguments, TRUST_STORE),
              bytes == null ? Network.DEFAULT_LOG_BYTES : (int) LOG_BYTES.type().sizeOf(bytes)));
    } catch (FetchException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static @Nullable Rhythm rhythm(Arguments arguments, boolean runs) throws UsageException {
    Duration every = arguments.duration(EVERY);
    Duration span = arguments.duration(FOR);
    if (runs) {
      if (span != null) {
        throw new UsageException("--for is of no use with a COMMAND, whose end ends the run");
      }
      return new Rhythm(every == null ? DEFAULT_EVERY : every, FOREVER);
    }
    if (every == null) {
      if (span != null) {
        throw new UsageException("--for needs --every TIME, which says how often to fetch");
      }
      return null;
    }
    return new Rhythm(every, span == null ? DEFAULT_SPAN : span);
  }

  /**
   * Returns what fetches so.
   *
   * @throws UsageException if there is no token and no way to get one, or a file cannot be used
   */
  public LogFetcher fetcher(Arguments arguments, Session session) throws UsageException {
    try {
      return LogFetcher.of(plan, credentials(arguments, session), messages(session));
    } catch (FetchException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  private Credentials credentials(Arguments arguments, Session session)
      throws UsageException, FetchException {
    Path file = path(arguments, TOKEN_FILE);
    Path key = path(arguments, PRIVATE_KEY_FILE);
    if (file != null && key != null) {
      throw new UsageException(
          "--token-file and --private-key-file contradict each other; give one of them");
    }
    if (key != null) {
      return new JwtGrant(
          new JwtGrant.Settings(
              plan.authentication(),
              needed(arguments, INTEGRATION_KEY),
              needed(arguments, USER_ID),
              key,
              arguments.get(SCOPES, JwtGrant.DEFAULT_SCOPES),
              arguments.get(REDIRECT_URI)),
          messages(session));
    }
    for (OptionSpec option : List.of(USER_ID, SCOPES, REDIRECT_URI)) {
      if (arguments.typed(option)) {
        throw new UsageException(option.dashed() + " needs --private-key-file FILE");
      }
    }
    if (file != null) {
      return AccessToken.read(file, messages(session));
    }
    if (session.environment().isSet(TOKEN)) {
      String token = session.environment().variables().getOrDefault(TOKEN, "");
      return AccessToken.of(token, "the environment variable " + TOKEN);
    }
    if (session.environment().variables().containsKey(TOKEN)) {
      throw new UsageException(
          "the environment variable " + TOKEN + " is empty; put an access token into it");
    }
    throw new UsageException(
        "no access token; put it into the environment variable "
            + TOKEN
            + " or into a file that --token-file names, or give --integration-key, --user-id and"
            + " --private-key-file to get one");
  }

  private static String needed(Arguments arguments, OptionSpec option) throws UsageException {
    String value = arguments.get(option);
    if (value == null) {
      throw new UsageException("--private-key-file needs " + option.usage() + " too");
    }
    return value;
  }

  private static LogFetcher.Listener messages(Session session) {
    return new LogFetcher.Listener() {
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

  private static @Nullable Path path(Arguments arguments, OptionSpec option) {
    String value = arguments.get(option);
    return value == null ? null : Path.of(value);
  }
}

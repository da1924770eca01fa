package org.golivecheck.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.cli.console.Session;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.Keys;
import org.golivecheck.config.LogSources;
import org.golivecheck.config.Setting;
import org.golivecheck.config.UnfitValueException;
import org.golivecheck.config.ValueType;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.text.NearMiss;
import org.jspecify.annotations.Nullable;

/** The options of every command that reads logs, and what they mean. */
public final class ReadOptions {
  public static final OptionSpec PROFILE = OptionSpec.of(Keys.PROFILE);
  public static final OptionSpec EACH =
      OptionSpec.of(Keys.EACH).withWords("A verdict for each input, account or key");
  public static final OptionSpec AS_OF =
      OptionSpec.value("as-of", ValueType.MOMENT, "Judge as of TIME (default: the newest call)")
          .forFew();
  public static final OptionSpec SINCE =
      OptionSpec.value(
          "since", ValueType.MOMENT, "Leave out calls before TIME, such as 2026-11-23");
  public static final OptionSpec UNTIL =
      OptionSpec.value("until", ValueType.MOMENT, "Leave out calls at TIME and after");
  public static final OptionSpec ACCOUNT = OptionSpec.of(Keys.ACCOUNT).forFew();
  public static final OptionSpec USER = OptionSpec.of(Keys.USER).forFew();
  public static final OptionSpec HOST = OptionSpec.of(Keys.HOST).forFew();
  public static final OptionSpec ALLOW_EMPTY = OptionSpec.of(Keys.ALLOW_EMPTY).forFew();
  public static final OptionSpec NO_REDACT =
      OptionSpec.of(Keys.REDACT).withWords("Show personal data; secrets stay hidden");
  public static final OptionSpec COLOR = OptionSpec.of(Keys.COLOR).forFew();
  public static final OptionSpec THREADS = OptionSpec.of(Keys.THREADS).forFew();
  public static final OptionSpec LIMIT =
      OptionSpec.value("limit", "NAME=VALUE", "Read more or less; messages name the limit")
          .manyTimes()
          .forFew();
  public static final OptionSpec INPUT_FORMAT = OptionSpec.of(Keys.INPUT_FORMAT).forFew();
  public static final OptionSpec MAP = OptionSpec.of(Keys.MAP).forFew();
  public static final OptionSpec ZONE = OptionSpec.of(Keys.ZONE).forFew();
  public static final OptionSpec LOG_FORMAT = OptionSpec.of(Keys.LOG_FORMAT).forFew();
  public static final OptionSpec GATEWAY_HOST = OptionSpec.of(Keys.GATEWAY_HOSTS).forFew();
  public static final OptionSpec INTEGRATION_KEY = OptionSpec.of(Keys.INTEGRATION_KEY).forFew();
  public static final OptionSpec ACCOUNT_ALIAS = OptionSpec.of(Keys.ACCOUNT_ALIASES).forFew();

  /** {@code -o} of the commands that make one zip of logs. */
  public static final OptionSpec OUTPUT =
      OptionSpec.value("output", ValueType.FILE, "Write the zip to FILE; - for standard output")
          .withLetter('o');

  /** Which calls are judged. */
  public static final List<OptionSpec> FILTERS =
      List.of(ACCOUNT, USER, HOST, INTEGRATION_KEY, ACCOUNT_ALIAS, GATEWAY_HOST);

  /** What logs do not say about their own format. */
  public static final List<OptionSpec> FORMAT = List.of(INPUT_FORMAT, MAP, ZONE, LOG_FORMAT);

  /** How much is read, and how it is shown. */
  public static final List<OptionSpec> SHOWN = List.of(NO_REDACT, COLOR, THREADS, LIMIT);

  private ReadOptions() {}

  /**
   * Returns what to read and how.
   *
   * @throws UsageException if no input is named or values contradict each other
   */
  public static LogRequest request(Arguments arguments, Session session) throws UsageException {
    if (arguments.operands().isEmpty()) {
      throw new UsageException("no INPUT given; name a file or folder, or - for standard input");
    }
    return request(arguments, session, arguments.operands());
  }

  /**
   * Returns what to read and how.
   *
   * @param inputs what to read; empty if it comes from elsewhere
   * @throws UsageException if values contradict each other
   */
  public static LogRequest request(Arguments arguments, Session session, List<String> inputs)
      throws UsageException {
    Instant since = arguments.moment(SINCE);
    Instant until = arguments.moment(UNTIL);
    if (since != null && until != null && !since.isBefore(until)) {
      throw new UsageException("--since must be before --until, or no call is left");
    }
    Configuration configuration = arguments.configuration();
    return new LogRequest(
        inputs,
        session.in(),
        configuration.reviewSettings(arguments.moment(AS_OF), since, until),
        configuration.formatOptions(),
        configuration.readLimits(),
        redact(arguments, session),
        configuration.threads(),
        false);
  }

  /** Returns whether to hide personal data, and warns where not. */
  public static boolean redact(Arguments arguments, Session session) {
    if (!arguments.has(NO_REDACT)) {
      return true;
    }
    session
        .messages()
        .warning("warning: --no-redact shows personal data; check who can see the report");
    return false;
  }

  /**
   * Returns the file to write, or null for standard output.
   *
   * @throws UsageException if there is none, or it is one of the logs to read
   */
  public static @Nullable Path output(Arguments arguments, LogRequest request)
      throws UsageException {
    String value = arguments.get(OUTPUT);
    if (value == null) {
      throw new UsageException(
          "no output given; name a file with -o FILE, or - for standard output");
    }
    if (value.equals("-")) {
      return null;
    }
    Path file = Path.of(value);
    refuseOverwriting(request, file);
    return file;
  }

  /** Refuses to write over a log, also one in a folder or matched by a pattern. */
  private static void refuseOverwriting(LogRequest request, Path file) throws UsageException {
    for (LogSource source : LogSources.parse(request.inputs(), request.stdin())) {
      if (source instanceof LogSource.PathSource input && isOrContains(input.path(), file)) {
        throw new UsageException("the output would overwrite the input " + input.name());
      }
    }
  }

  private static boolean isOrContains(Path input, Path file) {
    try {
      return Files.exists(file)
          && (Files.isSameFile(input, file)
              || (Files.isDirectory(input) && file.toRealPath().startsWith(input.toRealPath())));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Returns what {@code --limit} sets.
   *
   * @throws UsageException if a name is unknown or a value does not fit
   */
  static List<Setting> limits(List<String> typed) throws UsageException {
    List<String> names = ReadLimits.names();
    List<Setting> settings = new ArrayList<>();
    for (String value : typed) {
      int equals = value.indexOf('=');
      String name = value.substring(0, Math.max(equals, 0));
      if (equals < 0) {
        throw new UsageException(
            "--limit takes NAME=VALUE, not '" + value + "'; NAME is " + String.join(", ", names));
      }
      if (!names.contains(name)) {
        throw new UsageException(
            "--limit does not know '%s'; it takes %s.%s"
                .formatted(name, String.join(", ", names), NearMiss.question(name, names)));
      }
      String option = "--limit " + name;
      try {
        List<String> values = List.of(value.substring(equals + 1));
        settings.add(Setting.typed(Keys.limit(name), values, option));
      } catch (UnfitValueException e) {
        throw new UsageException(option + " " + e.getMessage());
      }
    }
    return settings;
  }
}

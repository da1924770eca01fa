package org.golivecheck.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.config.Amount;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.Keys;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.text.NearMiss;
import org.jspecify.annotations.Nullable;

/** The options of every command that reads logs, and what they mean. */
public final class ReadOptions {
  public static final OptionSpec PROFILE =
      OptionSpec.choice(
          "profile", "NAME", profiles(), "Rule set: classic (default), current, strict");
  public static final OptionSpec EACH =
      OptionSpec.choice(
          "each",
          "PART",
          Stream.of(PartKind.values()).map(PartKind::id).toList(),
          "A verdict for each input, account or key");
  public static final OptionSpec AS_OF =
      OptionSpec.value("as-of", "TIME", "Judge as of TIME (default: the newest call)").forFew();
  public static final OptionSpec SINCE =
      OptionSpec.value("since", "TIME", "Leave out calls before TIME, such as 2026-11-23");
  public static final OptionSpec UNTIL =
      OptionSpec.value("until", "TIME", "Leave out calls at TIME and after");
  public static final OptionSpec ACCOUNT =
      OptionSpec.value("account", "ID", "Only calls of this account");
  public static final OptionSpec USER =
      OptionSpec.value("user", "ID", "Only calls of this user").forFew();
  public static final OptionSpec HOST =
      OptionSpec.value("host", "HOST", "Only calls to this host").forFew();
  public static final OptionSpec ALLOW_EMPTY =
      OptionSpec.flag("allow-empty", "Exit 0 where logs hold no entries at all");
  public static final OptionSpec NO_REDACT =
      OptionSpec.flag("no-redact", "Show personal data; secrets stay hidden");
  public static final OptionSpec COLOR =
      OptionSpec.choice(
              "color", "WHEN", List.of("auto", "always", "never"), "auto (default), always, never")
          .forFew();
  public static final OptionSpec THREADS =
      OptionSpec.value("threads", "N", "Threads to read with (default: all)").forFew();
  public static final OptionSpec LIMIT =
      OptionSpec.value("limit", "NAME=VALUE", "Read more or less; messages tell the NAME")
          .manyTimes()
          .forFew();

  private ReadOptions() {}

  /**
   * Returns what to read and how.
   *
   * @throws UsageException if no input is named or a value makes no sense
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
   * @param inputs what to read; empty where it comes from elsewhere
   * @throws UsageException if a value makes no sense
   */
  public static LogRequest request(Arguments arguments, Session session, List<String> inputs)
      throws UsageException {
    return new LogRequest(
        inputs,
        session.in(),
        settings(arguments),
        LogOptions.format(arguments),
        limits(arguments),
        redact(arguments, session),
        threads(arguments),
        false);
  }

  /** Returns whether to hide personal data, and warns where not. */
  public static boolean redact(Arguments arguments, Session session) {
    if (!arguments.has(NO_REDACT)) {
      return true;
    }
    session
        .messages()
        .warning("warning: --no-redact shows personal data; mind who gets to see the report");
    return false;
  }

  /** Returns how text on standard output, or in a file, looks. */
  public static TextOptions style(Arguments arguments, Session session, ReportTarget target) {
    return new TextOptions(
        (target.toStandardOutput() ? session.environment() : Environment.NONE).width(),
        color(arguments, session, target),
        session.messages().level() == Messages.Level.VERBOSE
            ? TextOptions.Detail.VERBOSE
            : TextOptions.Detail.NORMAL);
  }

  /** Returns whether text on standard output, or in a file, has colours. */
  public static boolean color(Arguments arguments, Session session, ReportTarget target) {
    return switch (arguments.get(COLOR, "auto")) {
      case "always" -> true;
      case "never" -> false;
      default -> target.toStandardOutput() && session.environment().prefersColor();
    };
  }

  /**
   * Refuses to write a report over what is read.
   *
   * @throws UsageException if a target is one of the inputs
   */
  public static void refuseOverwriting(List<String> inputs, List<ReportTarget> targets)
      throws UsageException {
    for (ReportTarget target : targets) {
      for (String input : inputs) {
        if (target.file() != null && sameFile(input, target.file())) {
          throw new UsageException("the report would overwrite the input " + input);
        }
      }
    }
  }

  private static boolean sameFile(String input, Path file) {
    try {
      Path path = Path.of(input);
      return Files.isRegularFile(path) && Files.exists(file) && Files.isSameFile(path, file);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private static ReviewSettings settings(Arguments arguments) throws UsageException {
    Instant since = TimeOptions.moment(arguments, SINCE);
    Instant until = TimeOptions.moment(arguments, UNTIL);
    if (since != null && until != null && !since.isBefore(until)) {
      throw new UsageException("--since must be before --until, or no call is left");
    }
    Configuration configuration = arguments.configuration();
    return new ReviewSettings(
            profile(arguments.get(PROFILE)),
            TimeOptions.moment(arguments, AS_OF),
            since,
            until,
            filter(arguments, ACCOUNT),
            filter(arguments, USER),
            filter(arguments, HOST),
            LogOptions.traffic(arguments))
        .each(each(arguments.get(EACH)))
        .ignoring(configuration.excludedTraffic())
        .with(configuration.thresholds())
        .with(configuration.errors())
        .with(configuration.consent());
  }

  private static @Nullable String filter(Arguments arguments, OptionSpec option)
      throws UsageException {
    String value = arguments.get(option);
    if (value != null && value.isBlank()) {
      throw new UsageException(option.dashed() + " is empty; give a value or leave it out");
    }
    return value;
  }

  private static Profile profile(@Nullable String id) {
    for (Profile profile : Profile.values()) {
      if (profile.id().equals(id)) {
        return profile;
      }
    }
    return ReviewSettings.DEFAULT.profile();
  }

  private static @Nullable PartKind each(@Nullable String id) {
    return Stream.of(PartKind.values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  private static List<String> profiles() {
    return List.of(Profile.CLASSIC.id(), Profile.CURRENT.id(), Profile.STRICT.id());
  }

  /**
   * Returns the default limits with those changed that were given.
   *
   * @throws UsageException if a name is unknown or a value is no positive number
   */
  private static ReadLimits limits(Arguments arguments) throws UsageException {
    ReadLimits limits = ReadLimits.DEFAULT;
    for (String value : arguments.all(LIMIT)) {
      int equals = value.indexOf('=');
      if (equals < 0) {
        throw new UsageException(
            "--limit needs NAME=VALUE, not '" + value + "'; NAME is " + limitNames());
      }
      limits = withLimit(limits, value.substring(0, equals), value.substring(equals + 1));
    }
    return limits;
  }

  private static String limitNames() {
    return String.join(", ", ReadLimits.names());
  }

  private static ReadLimits withLimit(ReadLimits old, String name, String value)
      throws UsageException {
    if (!ReadLimits.names().contains(name)) {
      throw new UsageException(
          "--limit does not know '"
              + name
              + "'; it takes "
              + limitNames()
              + "."
              + NearMiss.question(name, ReadLimits.names()));
    }
    Amount amount = Keys.limit(name);
    long number = amount.number(value);
    if (number < 0) {
      throw new UsageException(
          "--limit " + name + " needs " + amount.words() + ", not '" + value + "'");
    }
    return old.with(name, number);
  }

  private static int threads(Arguments arguments) throws UsageException {
    String value = arguments.get(THREADS);
    if (value == null) {
      return 0;
    }
    try {
      int threads = Integer.parseInt(value);
      if (threads >= 1 && threads <= Keys.MAX_THREADS) {
        return threads;
      }
    } catch (NumberFormatException e) {
      // reported below, like a number out of range
    }
    throw new UsageException(
        "--threads needs a whole number from 1 to " + Keys.MAX_THREADS + ", not '" + value + "'");
  }
}

package org.golivecheck.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.ReadingMessages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.config.Keys;
import org.golivecheck.config.ValueType;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.ReportFormatException;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.SavedReport;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Verdict;
import org.jspecify.annotations.Nullable;

/** {@code -r}: the reports that are written, and reading one again. */
public final class Reports {
  private static final String NO_VERDICT = "GL-000";

  /** {@code -r}. */
  public static final OptionSpec OPTION = OptionSpec.of(Keys.REPORTS).withLetter('r');

  private Reports() {}

  /** Returns {@code -r} of a command that has formats of its own. */
  public static OptionSpec option(List<String> formats, String words) {
    return OptionSpec.value(
            "report",
            ValueType.report(formats),
            words + ": " + String.join(", ", formats).replaceFirst("$|,", " (default)$0"))
        .withLetter('r')
        .manyTimes();
  }

  /**
   * One {@code -r FORMAT[=FILE]}.
   *
   * @param format the name of the format
   * @param file where to write, or null for standard output
   */
  public record Target(String format, @Nullable Path file) {
    /** Returns what is written, for a message. */
    public String words() {
      return "the " + format + " report";
    }

    /** Returns whether it goes to standard output. */
    public boolean toStandardOutput() {
      return file == null;
    }

    /** Returns how text looks there. */
    public TextOptions style(Arguments arguments, Session session) {
      return new TextOptions(
          (toStandardOutput() ? session.environment() : Environment.NONE).width(),
          color(arguments, session),
          session.messages().level() == Messages.Level.VERBOSE
              ? TextOptions.Detail.VERBOSE
              : TextOptions.Detail.NORMAL);
    }

    /** Returns whether text has colours there. */
    public boolean color(Arguments arguments, Session session) {
      return switch (arguments.get(ReadOptions.COLOR, "auto")) {
        case "always" -> true;
        case "never" -> false;
        default -> toStandardOutput() && session.environment().prefersColor();
      };
    }
  }

  /**
   * Returns what values of {@code -r} ask for, in order.
   *
   * @param values the values, each {@code FORMAT} or {@code FORMAT=FILE}
   * @param otherwise the format that goes to standard output if there is no value
   */
  public static List<Target> targets(List<String> values, String otherwise) {
    if (values.isEmpty()) {
      return List.of(new Target(otherwise, null));
    }
    List<Target> targets = new ArrayList<>(values.size());
    for (String value : values) {
      int equals = value.indexOf('=');
      targets.add(
          equals < 0
              ? new Target(value, null)
              : new Target(value.substring(0, equals), Path.of(value.substring(equals + 1))));
    }
    return targets;
  }

  /**
   * Refuses to write a report over what is read.
   *
   * @throws UsageException if a target is one of the inputs
   */
  public static void refuseOverwriting(List<String> inputs, List<Target> targets)
      throws UsageException {
    for (Target target : targets) {
      for (String input : inputs) {
        if (target.file() != null && sameFile(input, target.file())) {
          throw new UsageException("the report would overwrite the input " + input);
        }
      }
    }
  }

  /**
   * Refuses to write a report over a log that is fetched.
   *
   * @throws UsageException if a target is the file for logs, or a zip in the folder for logs
   */
  public static void refuseFetched(List<Target> targets, Arguments arguments)
      throws UsageException {
    FetchOptions.Target logs = FetchOptions.Target.of(arguments);
    Path output = logs == null ? null : logs.path();
    for (Target target : targets) {
      Path file = target.file();
      if (file != null
          && (isSame(file, output)
              || (file.toString().endsWith(".zip") && isSame(file.resolveSibling("."), output)))) {
        throw new UsageException("the report would overwrite the fetched log " + file);
      }
    }
  }

  /** Returns whether two paths name one file, which need not exist. */
  static boolean isSame(Path one, @Nullable Path other) {
    return other != null
        && (sameFile(one.toString(), other)
            || one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize()));
  }

  private static boolean sameFile(String input, Path file) {
    try {
      Path path = Path.of(input);
      return Files.isRegularFile(path) && Files.exists(file) && Files.isSameFile(path, file);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  /** Writes all reports, and returns whether that worked. */
  public static ExitCode deliver(
      GoLiveReport result, List<Target> targets, Arguments arguments, Session session) {
    Delivery delivery = new Delivery(session, arguments.has(ReadOptions.NO_REDACT));
    ExitCode worst = ExitCode.PASS;
    for (Target target : targets) {
      TextOptions style = target.style(arguments, session);
      worst =
          worst.or(
              delivery.deliver(
                  target.words(),
                  target.file(),
                  out -> ReportFormats.writer(target.format(), style).write(result, out)));
    }
    print(result, targets, session.messages());
    return worst;
  }

  /** Prints on standard error what decides the exit code and may not be seen elsewhere. */
  private static void print(GoLiveReport result, List<Target> targets, Messages messages) {
    boolean printed = false;
    for (Problem problem : result.problems()) {
      if (problem.code().equals(ProblemCode.UNREADABLE_INPUT.name())) {
        messages.warning("cannot read " + problem.source() + ": " + problem.message());
        printed |= result.problems().size() == 1;
      }
    }
    for (Reason reason : result.reasons()) {
      if (reason.rule().equals(NO_VERDICT) && !printed) {
        messages.warning(reason.message().toString());
      }
    }
    boolean shown = false;
    for (Target target : targets) {
      shown |= target.toStandardOutput();
    }
    if (!shown) {
      messages.warning(verdictLine(result));
    }
    for (Input input : result.inputs()) {
      ReadingMessages.read(input.name().toString(), input.calls(), input.entries(), messages);
    }
  }

  private static String verdictLine(GoLiveReport result) {
    String verdict =
        result.verdict() == Verdict.NO_VERDICT ? "no verdict" : result.verdict().name();
    String line =
        "%s by profile %s%s"
            .formatted(
                verdict,
                result.profile().id(),
                result.decision().excused() ? ", all of it known" : "");
    return result.reasons().isEmpty() ? line : line + ": " + result.reasons().get(0).message();
  }

  /**
   * Reads a report.
   *
   * @param name a file, or {@code -} for standard input
   * @throws IOException if there is no report; the message names the file and says why
   */
  public static GoLiveReport read(String name, InputStream stdin, Redactor redactor)
      throws IOException {
    boolean standardInput = name.equals("-");
    String shown = standardInput ? "standard input" : name;
    try {
      if (standardInput) {
        return SavedReport.read(stdin, redactor);
      }
      try (InputStream in = Files.newInputStream(Path.of(name))) {
        return SavedReport.read(in, redactor);
      }
    } catch (ReportFormatException e) {
      String why = String.valueOf(e.getMessage());
      String advice = why.startsWith("is ") ? "; give a report saved with -r json=FILE" : "";
      throw new IOException(shown + ", line " + e.line() + ": " + why + advice, e);
    } catch (NoSuchFileException e) {
      throw new IOException("cannot read " + shown + ": there is no such file", e);
    } catch (InvalidPathException e) {
      throw new IOException("cannot read " + shown + ": no file can be called that", e);
    } catch (IOException e) {
      boolean folder = !standardInput && Files.isDirectory(Path.of(name));
      throw new IOException("cannot read " + shown + (folder ? ": it is a folder" : ""), e);
    }
  }
}

package org.golivecheck.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.Reports;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.explain.Explanations;

/** {@code explain}: prints what a rule or an error code means and what to do, offline. */
final class ExplainCommand implements Command {
  private static final OptionSpec REPORT =
      Reports.option(List.of("text", "json", "markdown"), "Write the answer");

  /** Enough for any exception; the rest of a larger file is not looked at. */
  private static final int MOST_BYTES = 1 << 20;

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "explain",
        "[RULE|ERROR_CODE|STATUS|TEXT|FILE|-]",
        "Explain a rule, an error code or a message",
        "Explains a rule, an error code, an HTTP status, or an error message or body as a log or an"
            + " exception shows it: what it means, who has to act and what to do. Without an"
            + " argument it lists the rules; 'codes' lists the error codes. TEXT is anything that an"
            + " exception, a page or a log says, or a question; - reads it from standard input, and"
            + " FILE from a file.",
        false,
        List.of(REPORT, CommonOptions.CONFIG),
        List.of(
            "golive-check explain",
            "golive-check explain PL-001",
            "golive-check explain consent_required",
            "golive-check explain 401",
            "golive-check explain '{\"errorCode\":\"USER_LACKS_PERMISSIONS\"}'",
            "golive-check explain polling-to-webhooks",
            "golive-check explain -r json - < exception.txt",
            "golive-check explain codes"));
  }

  /** Returns what is asked: the words, a file's text, or that of standard input. */
  private static String topic(List<String> operands, Session session) throws UsageException {
    String typed = String.join(" ", operands).strip();
    try {
      if (typed.equals("-")) {
        return new String(session.in().readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
      }
      // A word such as polling may be the name of a folder.
      if (operands.size() == 1 && typed.matches("[^\\n\\r\\x00]{1,255}") && typed.contains(".")) {
        Path file = Path.of(typed);
        if (Files.isRegularFile(file)) {
          try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
          }
        }
      }
      return typed;
    } catch (InvalidPathException e) {
      return typed;
    } catch (IOException e) {
      throw new UsageException("cannot read " + typed + ": " + e.getMessage());
    }
  }

  private static ExitCode explain(
      String topic, List<Reports.Target> targets, Explanations explanations, Session session) {
    ExitCode exit = explanations.knows(topic) ? ExitCode.PASS : ExitCode.USAGE;
    for (Reports.Target target : targets) {
      String text =
          target.format().equals("json") ? explanations.json(topic) : explanations.markdown(topic);
      exit =
          exit.or(
              new Delivery(session)
                  .deliver(target.words(), target.file(), out -> out.append(text)));
    }
    return exit;
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    String topic = topic(arguments.operands(), session);
    Environment environment = session.environment();
    List<Reports.Target> targets = Reports.targets(arguments.all(REPORT), "text");
    if (!topic.isEmpty() && targets.stream().noneMatch(target -> target.format().equals("text"))) {
      return explain(
          topic,
          targets,
          new Explanations(arguments.configuration().errors(), environment.width()),
          session);
    }
    String page = topic.isEmpty() ? Explanations.contents() : Explanations.rulePage(topic);
    if (page == null) {
      try {
        page =
            new Explanations(arguments.configuration().errors(), environment.width())
                .explain(topic);
      } catch (IllegalArgumentException e) {
        throw new UsageException(Objects.requireNonNull(e.getMessage()));
      }
    } else if (environment.terminal()) {
      page = MarkdownText.of(page, environment.width());
    }
    return new Delivery(session).print(page);
  }
}

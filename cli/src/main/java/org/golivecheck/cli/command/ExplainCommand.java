package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.Engine;
import org.golivecheck.cli.option.Handbook;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.text.NearMiss;

/** {@code explain}: tells what a rule or an error code means and what to do, offline. */
final class ExplainCommand implements Command {
  private static final int MARGIN = 2;

  /** What codes of DocuSign's look like: words joined by underscores. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]*+(?:_[A-Za-z0-9]++)++");

  private final Engine engine;

  ExplainCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "explain",
        "[RULE|ERROR_CODE]",
        "Tell what a rule or an error code means",
        "Tells what a rule or an error code means, who has to act and what to do. Without an"
            + " argument it lists the rules and the categories of errors.",
        false,
        List.of(CommonOptions.CONFIG),
        List.of(
            "golive-check explain",
            "golive-check explain PL-001",
            "golive-check explain consent_required"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<String> topics = arguments.operands();
    if (topics.size() > 1) {
      throw new UsageException("explain takes one rule or error code, not " + topics.size());
    }
    Handbook handbook = engine.handbook(arguments.configuration().errors());
    String text =
        topics.isEmpty()
            ? contents(handbook)
            : explain(topics.get(0), handbook, session.environment().width());
    return new Delivery(session).print(text);
  }

  private static String contents(Handbook handbook) {
    List<Handbook.Entry> entries = handbook.entries();
    int widest = 0;
    for (Handbook.Entry entry : entries) {
      widest = Math.max(widest, entry.id().length());
    }
    StringBuilder text = new StringBuilder("Rules and categories of errors:\n\n");
    for (Handbook.Entry entry : entries) {
      text.append("  ").append(entry.id());
      text.append(" ".repeat(widest - entry.id().length() + MARGIN));
      text.append(entry.title()).append('\n');
    }
    return text.append("\nMore on one of them, or on an error code: golive-check explain NAME\n")
        .toString();
  }

  private static String explain(String topic, Handbook handbook, int width) throws UsageException {
    String id = topic.toUpperCase(Locale.ROOT);
    for (Handbook.Entry entry : handbook.entries()) {
      String known = entry.id().toUpperCase(Locale.ROOT);
      if (known.equals(id) || known.equals("ER-" + id)) {
        Optional<String> page = handbook.page(entry.id());
        if (page.isPresent()) {
          return page.get().endsWith("\n") ? page.get() : page.get() + "\n";
        }
      }
    }
    List<ErrorClass> rows = handbook.errors(topic);
    if (!rows.isEmpty()) {
      return ErrorPage.print(rows, width);
    }
    String question = NearMiss.question(topic, names(handbook));
    List<ErrorClass> guesses = CODE.matcher(topic).matches() ? handbook.guesses(topic) : List.of();
    boolean byWords = guesses.size() == 1;
    if (byWords || (!guesses.isEmpty() && question.isEmpty())) {
      String page = ErrorPage.printGuesses(topic, guesses, width);
      return question.isEmpty() ? page : page + question.strip() + "\n";
    }
    throw new UsageException(
        "no rule or error code '"
            + topic
            + "'; golive-check explain lists what there is."
            + question);
  }

  private static List<String> names(Handbook handbook) {
    List<String> names = new ArrayList<>();
    for (Handbook.Entry entry : handbook.entries()) {
      names.add(entry.id());
    }
    names.addAll(handbook.errorCodes());
    return names;
  }
}

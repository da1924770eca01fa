package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.text.NearMiss;
import org.golivecheck.text.Paragraph;

/** {@code help}: prints the help of the program or of a command. */
public final class HelpCommand implements Command {
  private static final String INDENT = "  ";

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "help",
        "[COMMAND]",
        "Print this help, or that of a command",
        "Prints the help of the program or of a command, as --help does.",
        false,
        List.of(),
        List.of("golive-check help", "golive-check help gate"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<String> names = arguments.operands();
    if (names.size() > 1) {
      throw new UsageException("help takes one command, not " + names.size());
    }
    if (!names.isEmpty() && !Commands.names().contains(names.get(0))) {
      throw new UsageException(
          "no command '%s'; the commands are %s.%s"
              .formatted(
                  names.get(0),
                  String.join(", ", Commands.names()),
                  NearMiss.question(names.get(0), Commands.names())));
    }
    String name = names.isEmpty() ? Commands.names().get(0) : names.get(0);
    return new Delivery(session)
        .print(page(Commands.command(name), names.isEmpty(), session.environment().width()));
  }

  /**
   * Returns the help of a command.
   *
   * @param program whether it is the help of the whole program, whose default command it is
   */
  public static String page(Command command, boolean program, int width) {
    CommandSpec spec = command.spec();
    String name = program ? "golive-check" : "golive-check " + spec.name();
    StringBuilder text = new StringBuilder("Usage: ");
    text.append((name + " [OPTIONS] " + spec.operands()).strip()).append('\n');
    if (program) {
      text.append("       golive-check COMMAND [OPTIONS] ...\n");
    }
    text.append('\n');
    Paragraph.append(text, spec.description(), 0, width);
    List<OptionSpec> options = new ArrayList<>(spec.options());
    Map<String, String> rows = new LinkedHashMap<>();
    if (program) {
      Commands.all().forEach(each -> rows.put(each.spec().name(), each.spec().summary()));
      section(text, width, "Commands", rows);
      options.removeIf(OptionSpec::advanced);
      options.add(CommonOptions.VERSION);
    }
    options.add(CommonOptions.HELP);
    for (OptionSpec option : options) {
      String letter = option.hasLetter() ? "-" + option.letter() + ", " : "    ";
      rows.put(letter + option.usage(), option.description());
    }
    section(text, width, "Options", rows);
    if (program && spec.options().stream().anyMatch(OptionSpec::advanced)) {
      text.append(INDENT).append("More: golive-check ").append(spec.name()).append(" --help\n");
    }
    for (ExitCode code : ExitCode.ALL) {
      String meaning = code.meaning(spec.judges());
      if (!meaning.isEmpty()) {
        rows.put(String.valueOf(code.code()), meaning);
      }
    }
    section(text, width, "Exit codes", rows);
    text.append("\nExamples:\n");
    for (String example : spec.examples()) {
      text.append(INDENT).append(example).append('\n');
    }
    return text.toString();
  }

  /** Appends a title with two columns, and empties the rows. */
  private static void section(
      StringBuilder text, int width, String title, Map<String, String> rows) {
    int widest = rows.keySet().stream().mapToInt(String::length).max().orElse(1);
    text.append('\n').append(title).append(":\n");
    rows.forEach(
        (left, right) -> {
          text.append(String.format(Locale.ROOT, "  %-" + widest + "s  ", left));
          Paragraph.append(text, right, widest + 4, width);
        });
    rows.clear();
  }
}

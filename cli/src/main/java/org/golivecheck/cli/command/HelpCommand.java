package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
          "no command '"
              + names.get(0)
              + "'; the commands are "
              + String.join(", ", Commands.names())
              + "."
              + NearMiss.question(names.get(0), Commands.names()));
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
    if (program) {
      section(text, width, "Commands", commandRows());
    }
    section(text, width, "Options", optionRows(spec, program));
    if (program && spec.options().stream().anyMatch(OptionSpec::advanced)) {
      text.append(INDENT).append("More: golive-check ").append(spec.name()).append(" --help\n");
    }
    section(text, width, "Exit codes", exitRows(spec));
    text.append("\nExamples:\n");
    for (String example : spec.examples()) {
      text.append(INDENT).append(example).append('\n');
    }
    return text.toString();
  }

  private static void section(StringBuilder text, int width, String title, List<Row> rows) {
    int widest = rows.stream().mapToInt(row -> row.left().length()).max().orElse(1);
    text.append('\n').append(title).append(":\n");
    for (Row row : rows) {
      text.append(String.format(Locale.ROOT, "  %-" + widest + "s  ", row.left()));
      Paragraph.append(text, row.right(), widest + 4, width);
    }
  }

  private record Row(String left, String right) {}

  private static List<Row> commandRows() {
    List<Row> rows = new ArrayList<>();
    for (Command command : Commands.all()) {
      rows.add(new Row(command.spec().name(), command.spec().summary()));
    }
    return rows;
  }

  private static List<Row> optionRows(CommandSpec spec, boolean program) {
    List<OptionSpec> options = new ArrayList<>(spec.options());
    if (program) {
      options.removeIf(OptionSpec::advanced);
      options.add(CommonOptions.VERSION);
    }
    options.add(CommonOptions.HELP);
    List<Row> rows = new ArrayList<>();
    for (OptionSpec option : options) {
      String letter = option.hasLetter() ? "-" + option.letter() + ", " : "    ";
      rows.add(new Row(letter + option.usage(), option.description()));
    }
    return rows;
  }

  private static List<Row> exitRows(CommandSpec spec) {
    List<Row> rows = new ArrayList<>();
    for (ExitCode code : ExitCode.values()) {
      String meaning = code.meaning(spec.judges());
      if (!meaning.isEmpty()) {
        rows.add(new Row(String.valueOf(code.code()), meaning));
      }
    }
    return rows;
  }
}

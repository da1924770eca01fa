package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.text.Paragraph;

/** Prints {@code --help} from the specification of a command. */
public final class HelpPage {
  private static final String INDENT = "  ";

  private final CommandSpec spec;
  private final StringBuilder text = new StringBuilder();
  private final int width;

  private HelpPage(CommandSpec spec, int width) {
    this.spec = spec;
    this.width = width;
  }

  /** Returns the help of one command. */
  public static String of(Command command, int width) {
    return new HelpPage(command.spec(), width).page(List.of());
  }

  /** Returns the help of the whole program: of its default command, with all commands. */
  public static String ofProgram(List<Command> commands, int width) {
    return new HelpPage(commands.get(0).spec(), width).page(commands);
  }

  private String page(List<Command> commands) {
    boolean program = !commands.isEmpty();
    String name = program ? "golive-check" : "golive-check " + spec.name();
    text.append("Usage: ").append((name + " [OPTIONS] " + spec.operands()).strip()).append('\n');
    if (program) {
      text.append("       golive-check COMMAND [OPTIONS] ...\n");
    }
    text.append('\n');
    Paragraph.append(text, spec.description(), 0, width);
    if (program) {
      section("Commands", commandRows(commands));
    }
    section("Options", optionRows(program));
    if (program && spec.options().stream().anyMatch(OptionSpec::advanced)) {
      text.append(INDENT).append("More: golive-check ").append(spec.name()).append(" --help\n");
    }
    section("Exit codes", exitRows());
    text.append("\nExamples:\n");
    for (String example : spec.examples()) {
      text.append(INDENT).append(example).append('\n');
    }
    return text.toString();
  }

  private void section(String title, List<Row> rows) {
    int widest = 0;
    for (Row row : rows) {
      widest = Math.max(widest, row.left().length());
    }
    int column = INDENT.length() + widest + INDENT.length();
    text.append('\n').append(title).append(":\n");
    for (Row row : rows) {
      text.append(INDENT).append(row.left());
      text.append(" ".repeat(column - INDENT.length() - row.left().length()));
      Paragraph.append(text, row.right(), column, width);
    }
  }

  private record Row(String left, String right) {}

  private static List<Row> commandRows(List<Command> commands) {
    List<Row> rows = new ArrayList<>();
    for (Command command : commands) {
      rows.add(new Row(command.spec().name(), command.spec().summary()));
    }
    return rows;
  }

  private List<Row> optionRows(boolean program) {
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

  private List<Row> exitRows() {
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

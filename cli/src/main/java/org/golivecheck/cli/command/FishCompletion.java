package org.golivecheck.cli.command;

import java.util.List;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.OptionSpec;

/** The script by which fish completes, with what each command and option does. */
final class FishCompletion {
  private static final String START = "complete -c golive-check -n ";

  private final List<Command> commands;
  private final String names;

  FishCompletion(List<Command> commands) {
    this.commands = List.copyOf(commands);
    this.names = String.join(" ", Commands.names());
  }

  /** Returns the script. */
  String script() {
    StringBuilder script = new StringBuilder("complete -c golive-check -e\n");
    for (Command command : commands) {
      CommandSpec spec = command.spec();
      script.append(START).append(quoted("not __fish_seen_subcommand_from " + names));
      script.append(" -a ").append(spec.name());
      script.append(" -d ").append(quoted(spec.summary())).append('\n');
    }
    for (Command command : commands) {
      boolean byDefault = command == commands.get(0);
      String condition = quoted(condition(command.spec().name(), byDefault));
      for (OptionSpec option : command.spec().options()) {
        option(script, condition, option);
      }
      option(script, condition, CommonOptions.HELP);
    }
    option(script, quoted(condition(commands.get(0).spec().name(), true)), CommonOptions.VERSION);
    return script.toString();
  }

  /** The options of the default command are those of a line without any command, too. */
  private String condition(String name, boolean byDefault) {
    String named = "__fish_seen_subcommand_from " + name;
    return byDefault ? named + "; or not __fish_seen_subcommand_from " + names : named;
  }

  private static void option(StringBuilder script, String condition, OptionSpec option) {
    script.append(START).append(condition).append(" -l ").append(option.name());
    if (option.hasLetter()) {
      script.append(" -s ").append(option.letter());
    }
    if (option.takesValue()) {
      script.append(option.choices().isEmpty() ? " -r" : " -x -a ");
      script.append(option.choices().isEmpty() ? "" : quoted(String.join(" ", option.choices())));
    }
    script.append(" -d ").append(quoted(option.description())).append('\n');
  }

  /** Between single quotes fish takes only these two characters for more than themselves. */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}

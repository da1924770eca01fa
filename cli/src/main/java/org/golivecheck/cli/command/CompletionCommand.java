package org.golivecheck.cli.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.UsageException;

/** {@code completion}: prints a script that lets a shell complete commands, options, values. */
final class CompletionCommand implements Command {
  private static final String FISH = "complete -c golive-check -n ";
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "completion",
        "bash|zsh|fish",
        "Print a completion script for a shell",
        "Prints a script by which bash, zsh or fish completes the commands, options and values"
            + " of golive-check.",
        false,
        List.of(),
        List.of(
            "source <(golive-check completion bash)",
            "golive-check completion fish > ~/.config/fish/completions/golive-check.fish"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<String> shells = arguments.operands();
    if (shells.size() != 1 || !SHELLS.contains(shells.get(0))) {
      throw new UsageException("completion needs one shell: " + String.join(", ", SHELLS));
    }
    String script = script(shells.get(0));
    return new Delivery(session)
        .deliver("the " + shells.get(0) + " report", null, out -> out.append(script));
  }

  private static String script(String shell) {
    List<Command> commands = Commands.all();
    return shell.equals("fish") ? fish(commands) : bash(commands, shell.equals("zsh"));
  }

  /** Returns the script for bash; zsh can take the same one, with a few lines around it. */
  private static String bash(List<Command> commands, boolean zsh) {
    StringBuilder script = new StringBuilder();
    if (zsh) {
      script.append(
          """
          #compdef golive-check
          (( $+functions[compdef] )) || { autoload -U +X compinit && compinit }
          autoload -U +X bashcompinit && bashcompinit
          """);
    }
    script.append(
        """
        _golive_check() {
          local current=${COMP_WORDS[COMP_CWORD]} words
          case ${COMP_WORDS[COMP_CWORD-1]} in
        """);
    values(script, commands);
    script.append(
        """
          esac
          case ${COMP_WORDS[1]} in
        """);
    for (int i = commands.size() - 1; i >= 0; i--) {
      words(script, commands.get(i).spec(), i == 0 ? "*" : commands.get(i).spec().name());
    }
    script.append("  esac\n  [ \"$COMP_CWORD\" -gt 1 ] || words=\"$words ");
    script.append(String.join(" ", Commands.names()));
    script.append(
        """
        "
          COMPREPLY=($(compgen -W "$words" -- "$current"))
          case $current in
            -*) ;;
            *) COMPREPLY+=($(compgen -f -- "$current")) ;;
          esac
        }
        complete -o filenames -F _golive_check golive-check
        """);
    if (zsh) {
      // A file among zsh's functions is loaded by the first completion, and has to answer it.
      script.append(
          """
          [[ $funcstack[1] != _golive-check ]] || _bash_complete -o filenames -F _golive_check
          """);
    }
    return script.toString();
  }

  /** The values of options; one of the same name takes the same values in every command. */
  private static void values(StringBuilder script, List<Command> commands) {
    Set<String> done = new HashSet<>();
    for (Command command : commands) {
      for (OptionSpec option : command.spec().options()) {
        if (!option.choices().isEmpty() && done.add(option.name())) {
          script.append("    ").append(option.dashed()).append(") COMPREPLY=($(compgen -W \"");
          script.append(String.join(" ", option.choices()));
          script.append("\" -- \"$current\")); return ;;\n");
        }
      }
    }
  }

  private static void words(StringBuilder script, CommandSpec spec, String pattern) {
    script.append("    ").append(pattern).append(") words=\"");
    for (OptionSpec option : spec.options()) {
      script.append(option.dashed()).append(' ');
    }
    script.append("--help\" ;;\n");
  }

  /** Returns the script for fish, with what each command and option does. */
  private static String fish(List<Command> commands) {
    String names = String.join(" ", Commands.names());
    StringBuilder script = new StringBuilder("complete -c golive-check -e\n");
    for (Command command : commands) {
      CommandSpec spec = command.spec();
      script.append(FISH).append(quoted("not __fish_seen_subcommand_from " + names));
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
  private static String condition(String name, boolean byDefault) {
    String names = String.join(" ", Commands.names());
    String named = "__fish_seen_subcommand_from " + name;
    return byDefault ? named + "; or not __fish_seen_subcommand_from " + names : named;
  }

  private static void option(StringBuilder script, String condition, OptionSpec option) {
    script.append(FISH).append(condition).append(" -l ").append(option.name());
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

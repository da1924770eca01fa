package org.golivecheck.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code completion}: prints a script that lets a shell complete commands, options, values. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  private final Engine engine;

  CompletionCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "completion",
        "bash|zsh",
        "Print a completion script for a shell",
        "Prints a script by which bash or zsh completes the commands, options and values of"
            + " golive-check.",
        false,
        List.of(),
        List.of("source <(golive-check completion bash)"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<String> shells = arguments.operands();
    if (shells.size() != 1 || !SHELLS.contains(shells.get(0))) {
      throw new UsageException("completion needs one shell: " + String.join(" or ", SHELLS));
    }
    String script = script(shells.get(0));
    return new Delivery(session)
        .deliver(new ReportTarget(shells.get(0), null), out -> out.append(script));
  }

  private String script(String shell) {
    List<Command> commands = Commands.all(engine);
    StringBuilder script = new StringBuilder();
    if (shell.equals("zsh")) {
      script.append("autoload -U +X compinit && compinit\n");
      script.append("autoload -U +X bashcompinit && bashcompinit\n");
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
      options(script, commands.get(i).spec(), i == 0 ? "*" : commands.get(i).spec().name());
    }
    script.append("  esac\n  [ \"$COMP_CWORD\" -gt 1 ] || words=\"$words ");
    script.append(String.join(" ", Commands.names(commands)));
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

  private static void options(StringBuilder script, CommandSpec spec, String pattern) {
    script.append("    ").append(pattern).append(") words=\"");
    for (OptionSpec option : spec.options()) {
      script.append(option.dashed()).append(' ');
    }
    script.append("--help\" ;;\n");
  }
}

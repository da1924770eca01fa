package org.golivecheck.cli.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.OptionSpec;

/** The script by which bash completes. */
final class BashCompletion {
  private final List<Command> commands;

  BashCompletion(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /** Returns the script; zsh can take the same one, with a few lines around it. */
  String script(boolean zsh) {
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
    values(script);
    script.append(
        """
          esac
          case ${COMP_WORDS[1]} in
        """);
    for (int i = commands.size() - 1; i >= 0; i--) {
      options(script, commands.get(i).spec(), i == 0 ? "*" : commands.get(i).spec().name());
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
  private void values(StringBuilder script) {
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

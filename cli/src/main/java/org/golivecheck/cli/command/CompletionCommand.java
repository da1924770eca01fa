package org.golivecheck.cli.command;

import java.util.List;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.Engine;
import org.golivecheck.cli.option.UsageException;

/** {@code completion}: prints a script that lets a shell complete commands, options, values. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final Engine engine;

  CompletionCommand(Engine engine) {
    this.engine = engine;
  }

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

  private String script(String shell) {
    List<Command> commands = Commands.all(engine);
    return shell.equals("fish")
        ? new FishCompletion(commands).script()
        : new BashCompletion(commands).script(shell.equals("zsh"));
  }
}

package org.golivecheck.cli.command;

import java.util.List;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.text.NearMiss;

/** {@code help}: prints the help of the program or of a command. */
final class HelpCommand implements Command {

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
    int width = session.environment().width();
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
    return new Delivery(session)
        .print(
            names.isEmpty()
                ? HelpPage.ofProgram(Commands.all(), width)
                : HelpPage.of(Commands.command(names.get(0)), width));
  }
}

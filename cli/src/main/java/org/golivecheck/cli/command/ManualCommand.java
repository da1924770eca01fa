package org.golivecheck.cli.command;

import java.util.List;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.Engine;
import org.golivecheck.cli.option.UsageException;

/** {@code man}: prints the manual page, made of the same specifications as the help. */
final class ManualCommand implements Command {
  private final Engine engine;

  ManualCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "man",
        "",
        "Print the manual page",
        "Prints the manual page of golive-check, all commands and options on one page, as the"
            + " program man reads it.",
        false,
        List.of(),
        List.of(
            "golive-check man | man -l -",
            "golive-check man > /usr/local/share/man/man1/golive-check.1"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("man takes no argument; golive-check COMMAND --help is shorter");
    }
    String page = new ManualPage(Commands.all(engine)).text();
    return new Delivery(session).deliver("the man report", null, out -> out.append(page));
  }
}

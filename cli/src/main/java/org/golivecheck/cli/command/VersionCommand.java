package org.golivecheck.cli.command;

import java.util.List;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.console.Version;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.UsageException;

/** {@code version}: prints the version. */
final class VersionCommand implements Command {

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "version",
        "",
        "Print version and commit",
        "Prints the version and the commit that it was built from, as --version does.",
        false,
        List.of(),
        List.of("golive-check version"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("version takes no argument");
    }
    return new Delivery(session).print(Version.line() + "\n");
  }
}

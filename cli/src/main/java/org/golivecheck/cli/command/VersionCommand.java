package org.golivecheck.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.UsageException;

/** {@code version}: prints the version. */
public final class VersionCommand implements Command {

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

  /** Returns version and commit; the commit is unknown in a build from plain sources. */
  public static String line() {
    Properties build = new Properties();
    try (InputStream in = VersionCommand.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      // A damaged archive; unknown is what is known then.
      build.clear();
    }
    return "golive-check "
        + build.getProperty("version", "unknown")
        + " (commit "
        + build.getProperty("commit", "unknown")
        + ")\n";
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("version takes no argument");
    }
    return new Delivery(session).print(line());
  }
}

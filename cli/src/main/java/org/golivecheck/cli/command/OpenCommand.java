package org.golivecheck.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.cli.console.Browser;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.Reports;
import org.golivecheck.cli.option.UsageException;

/** {@code open}: judges the calls in logs and shows the HTML report in the browser. */
final class OpenCommand implements Command {
  private final CheckCommand check = new CheckCommand();

  @Override
  public CommandSpec spec() {
    List<OptionSpec> options = new ArrayList<>(check.spec().options());
    options.remove(Reports.OPTION);
    return new CommandSpec(
        "open",
        "INPUT...",
        "Judge the calls in logs, and open the HTML report",
        "Judges logs as check does, writes the HTML report to a temporary file that only you can"
            + " read, and opens it in the browser. The path of the file is printed. The environment"
            + " variable BROWSER names another program to open it.",
        true,
        options,
        List.of("golive-check open request-logs.zip"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    LogRequest request = ReadOptions.request(arguments, session);
    Path page = temporaryFolder().resolve("golive.html");
    try {
      return check.run(
          arguments,
          session,
          request,
          List.of(new Reports.Target("html", page)),
          asked -> asked.check().open(asked.sources()),
          written -> written.equals(ExitCode.PASS) ? show(page, session) : written);
    } finally {
      if (!Files.exists(page)) {
        page.toFile().getParentFile().delete();
      }
    }
  }

  /** Only the user can read what is in it. */
  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("golive-check");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a temporary folder: " + e.getMessage(), e);
    }
  }

  private static ExitCode show(Path page, Session session) {
    Browser.open(page, session);
    return new Delivery(session).print(page + "\n");
  }
}

package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.Logs;
import org.junit.jupiter.api.Test;

final class FormatsCommandTest {
  private final Shell shell = new Shell();

  @Test
  void tellsOfAFormatWhatItShowsAndLacks() {
    assertThat(shell.run("formats", "Request-Log"))
        .isEqualTo(
            new Result(
                0,
                """
                request-log
                  Written by  DocuSign: the log of API requests that a user downloads
                  Shows       time, method, URL, status, error body, trace token, duration,
                              client headers, rate-limit headers, request size, account, user
                  Lacks       OAuth calls, integration key
                  Not judged  OA-001, OA-002

                The format of a log is detected by its content; --input-format NAME forces one.
                Logs of different formats are judged together: one may show what another lacks.
                """,
                ""));
  }

  @Test
  void staysWithinANarrowTerminal() {
    shell.environment = new Environment(Map.of(), true, false, 50, null);

    assertThat(shell.run("formats").out().lines()).allMatch(line -> line.length() <= 50);
  }

  @Test
  void knowsWhatTheLibraryReads() {
    assertThat(shell.run("formats").out().lines().filter(line -> line.matches("[a-z0-9-]+")))
        .containsExactlyElementsOf(Logs.formats().stream().map(LogFormat::name).toList());
  }
}

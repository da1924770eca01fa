package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.option.CoreEngine;
import org.golivecheck.cli.option.InputFormat;
import org.golivecheck.log.Logs;
import org.junit.jupiter.api.Test;

final class FormatsCommandTest {
  private final Shell shell = new Shell();

  @Test
  void tellsOfEachFormatWhatItShowsAndLacks() throws IOException {
    try (InputStream in = FormatsCommandTest.class.getResourceAsStream("formats.txt")) {
      String golden =
          new String(
              Objects.requireNonNull(in, "formats.txt").readAllBytes(), StandardCharsets.UTF_8);

      assertThat(shell.run("formats")).isEqualTo(new Result(0, golden, ""));
    }
  }

  @Test
  void tellsOfOneFormatAlone() {
    assertThat(shell.run("formats", "Some-Log").out())
        .startsWith("some-log\n")
        .doesNotContain("all-log");
  }

  @Test
  void staysWithinANarrowTerminal() {
    shell.environment = new Environment(Map.of(), true, false, 50);

    assertThat(shell.run("formats").out().lines()).allMatch(line -> line.length() <= 50);
  }

  @Test
  void knowsWhatTheLibraryReads() {
    assertThat(new CoreEngine().inputFormats())
        .extracting(InputFormat::name)
        .isEqualTo(Logs.formats());
  }

  @Test
  void requestLogsShowNoCallsToTheAccountServer() {
    InputFormat format = new CoreEngine().inputFormats().get(0);

    assertThat(format.name()).isEqualTo("request-log");
    assertThat(format.unjudged()).containsExactly("OA-001", "OA-002");
  }
}

package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.option.OptionSpec;
import org.junit.jupiter.api.Test;

final class ManualCommandTest {
  private static final Path GROFF = Path.of("/usr/bin/groff");

  private final Shell shell = new Shell();

  @Test
  void tellsOfEveryCommandOptionAndExitCode() {
    Result result = shell.run("man");

    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    String plain = result.out().replace("\\-", "-");
    assertThat(plain).startsWith(".TH GOLIVE-CHECK 1 ");
    for (Command command : Commands.all()) {
      assertThat(plain).contains(".B golive-check").contains(command.spec().description());
      for (OptionSpec option : command.spec().options()) {
        assertThat(plain).contains(option.usage() + "\n" + option.description());
      }
      command.spec().examples().forEach(example -> assertThat(plain).contains(example));
    }
    for (ExitCode code : ExitCode.ALL) {
      assertThat(plain).contains(code.code() + "\n" + code.meaning(true));
    }
  }

  @Test
  void groffFindsNothingToWarnOf() throws IOException, InterruptedException {
    assumeThat(GROFF).isExecutable();
    Process groff =
        new ProcessBuilder(GROFF.toString(), "-man", "-Tascii", "-ww", "-z")
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = groff.getOutputStream()) {
      in.write(shell.run("man").out().getBytes(StandardCharsets.UTF_8));
    }

    assertThat(new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(groff.waitFor()).isZero();
  }

  @Test
  void takesNoArgument() {
    assertThat(shell.run("man", "check").exit()).isEqualTo(2);
  }
}

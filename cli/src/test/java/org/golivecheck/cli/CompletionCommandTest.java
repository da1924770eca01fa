package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionCommandTest {
  private static final Path BASH = Path.of("/bin/bash");

  private final Shell shell = new Shell();

  @ParameterizedTest
  @CsvSource({
    "--prof,                --profile",
    "exp,                   explain",
    "--profile st,          strict",
    "x.zip --fail-on n,     never",
    "calls --color al,      always",
    "calls --un,            --until",
    "calls --prof,          ''",
    "explain --h,           --help",
  })
  void bashCompletesWhatThereIs(String line, String completed)
      throws IOException, InterruptedException {
    assumeThat(BASH).satisfies(Files::isExecutable);
    String script =
        shell.run("completion", "bash").out()
            + "COMP_WORDS=(golive-check "
            + line
            + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_golive_check\necho \"${COMPREPLY[*]}\"\n";
    Process bash = new ProcessBuilder(BASH.toString(), "-c", script).start();

    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(completed + "\n");
    assertThat(bash.waitFor()).isZero();
  }

  @Test
  void zshTakesTheSameScript() {
    assertThat(shell.run("completion", "zsh").out())
        .contains("bashcompinit")
        .endsWith(shell.run("completion", "bash").out());
  }
}

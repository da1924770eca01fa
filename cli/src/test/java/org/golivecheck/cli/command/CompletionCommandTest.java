package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.option.OptionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionCommandTest {
  private static final Path BASH = Path.of("/bin/bash");
  private static final Path FISH = Path.of("/usr/bin/fish");

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
    assumeThat(BASH).isExecutable();
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

  @ParameterizedTest
  @CsvSource({
    "--prof,               --profile",
    "exp,                  explain",
    "--profile st,         strict",
    "x.zip --fail-on nev,  never",
    "calls --color al,     always",
    "calls --prof,         ''",
    "explain --hel,        --help",
  })
  void fishCompletesWhatThereIs(String line, String completed)
      throws IOException, InterruptedException {
    assumeThat(FISH).isExecutable();
    String script =
        shell.run("completion", "fish").out() + "complete -C 'golive-check " + line + "'\n";
    Process fish = new ProcessBuilder(FISH.toString(), "-N", "-c", script).start();

    List<String> offered =
        new String(fish.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(text -> text.split("\t", -1)[0])
            .toList();
    assertThat(offered).isEqualTo(completed.isEmpty() ? List.of() : List.of(completed));
    assertThat(fish.waitFor()).isZero();
  }

  @Test
  void fishIsToldOfEveryCommandAndOption() {
    String script = shell.run("completion", "fish").out();

    for (Command command : Commands.all()) {
      assertThat(script).contains(" -a " + command.spec().name() + " -d '");
      for (OptionSpec option : command.spec().options()) {
        assertThat(script).contains(" -l " + option.name());
      }
    }
  }

  @Test
  void zshTakesTheSameScript() {
    assertThat(shell.run("completion", "zsh").out())
        .startsWith("#compdef golive-check\n")
        .contains("bashcompinit")
        .contains(shell.run("completion", "bash").out())
        .endsWith("_bash_complete -o filenames -F _golive_check\n");
  }
}

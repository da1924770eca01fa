package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {
  private static final int SCREEN = 50;

  private final Shell shell = new Shell();

  @ParameterizedTest
  @CsvSource({
    "--help,            help.txt",
    "-h,                help.txt",
    "logs.zip -z -h,    help.txt",
    "help,              help.txt",
    "help calls,        help-calls.txt",
    "check --help,      help-check.txt",
    "calls --help,      help-calls.txt",
    "report --help,     help-report.txt",
    "redact --help,     help-redact.txt",
    "support --help,    help-support.txt",
    "fetch --help,      help-fetch.txt",
    "explain -h,        help-explain.txt",
    "config --help,     help-config.txt",
  })
  void isPrintedAsAgreed(String line, String golden) throws IOException {
    assertThat(shell.run(line.split(" "))).isEqualTo(new Result(0, read(golden), ""));
  }

  @Test
  void fitsOnAScreen() {
    List<String> lines = shell.run("--help").out().lines().toList();

    assertThat(lines)
        .as("options that few need are marked forFew()")
        .hasSizeLessThanOrEqualTo(SCREEN)
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void staysWithinANarrowTerminal() {
    shell.environment = new Environment(Map.of(), true, false, 60, null);

    assertThat(shell.run("--help").out().lines().filter(line -> line.contains("  --")))
        .allMatch(line -> line.length() <= 60);
  }

  @Test
  void everyCommandIsListedByItsOwnName() {
    assertThat(Commands.all().stream().map(command -> command.spec().name()))
        .isEqualTo(Commands.names());
  }

  @Test
  void namesEveryChoiceUnlessACommandListsThem() {
    for (Command command : Commands.all()) {
      for (OptionSpec option : command.spec().options()) {
        assertThat(option.choices())
            .as(option.dashed())
            .allMatch(
                choice ->
                    option.equals(ReadOptions.INPUT_FORMAT)
                        || option.description().contains(choice));
      }
    }
  }

  @Test
  void optionNamesAreUniqueInEveryCommand() {
    for (Command command : Commands.all()) {
      List<OptionSpec> options = command.spec().options();
      assertThat(options).extracting(OptionSpec::name).doesNotHaveDuplicates();
      assertThat(options)
          .filteredOn(OptionSpec::hasLetter)
          .extracting(OptionSpec::letter)
          .doesNotHaveDuplicates()
          .doesNotContain('h');
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "version", "-q --version x"})
  void versionTellsReleaseAndCommit(String line) {
    Result result = shell.run(line.split(" "));

    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .matches(
            "golive-check \\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(commit ([0-9a-f]{12}|unknown)\\)\n");
  }

  @Test
  void helpOfNoCommandNamesTheNearest() {
    assertThat(shell.run("help", "chek").err()).contains("Did you mean check?");
  }

  private static String read(String golden) throws IOException {
    try (InputStream in = HelpTest.class.getResourceAsStream(golden)) {
      return new String(
          java.util.Objects.requireNonNull(in, golden).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

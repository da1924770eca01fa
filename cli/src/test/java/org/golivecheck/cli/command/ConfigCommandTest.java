package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.config.ConfigurationSchema;
import org.golivecheck.config.StarterFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {
  private final Shell shell = new Shell();
  private final Map<String, String> variables = new HashMap<>();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void at() {
    file = folder.resolve(".golive-check.yml");
  }

  private Result run(String... arguments) {
    shell.environment = new Environment(variables, false, false, 0, folder);
    return shell.run(arguments);
  }

  @Test
  void initWritesAFileToStartFrom() {
    Result result = run("config", "init");

    assertThat(result)
        .isEqualTo(
            new Result(
                0,
                "",
                "golive-check: wrote " + file + "; every key in it is explained, none is set\n"));
    assertThat(file).hasContent(StarterFile.text());
    assertThat(run("logs.zip").exit()).isZero();
  }

  @Test
  void initOverwritesNothing() throws IOException {
    Files.writeString(file, "profile: strict");

    Result result = run("config", "init");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "golive-check: "
                + file
                + " exists already and was not changed; golive-check config show prints what it"
                + " sets\n");
    assertThat(file).hasContent("profile: strict");
  }

  @Test
  void initWritesWhereItIsTold() {
    Path other = folder.resolve("ci.yml");

    assertThat(run("config", "init", "--config", other.toString()).exit()).isZero();
    assertThat(other).hasContent(StarterFile.text());
    assertThat(file).doesNotExist();
    assertThat(run("config", "init", "--config", folder + "/no/ci.yml"))
        .isEqualTo(
            new Result(
                3,
                "",
                "golive-check: cannot write " + folder + "/no/ci.yml: there is no such folder\n"));
  }

  @Test
  void showTellsEveryValueAndWhereItComesFrom() throws IOException {
    Files.writeString(file, "\nfail-on: warning\nreports: [text, json=r.json]\nuser: u\n");
    variables.put("GOLIVE_CHECK_PROFILE", "strict");
    variables.put("GOLIVE_CHECK_USER", "v");

    Result result = run("config", "show");

    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Configuration file: " + file + "\n\n");
    assertThat(cells(result.out()))
        .contains(
            "profile|strict|GOLIVE_CHECK_PROFILE",
            "fail-on|warning|" + file + ", line 2",
            "user|v|GOLIVE_CHECK_USER",
            "account|-|default",
            "redact|true|default",
            "limits.ratio|2000|default");
    assertThat(result.out()).contains("text, json=" + folder.resolve("r.json"));
  }

  private static String[] cells(String text) {
    return text.lines().map(line -> line.replaceAll(" {2,}", "|")).toArray(String[]::new);
  }

  @Test
  void showSaysThatThereIsNoFile() {
    assertThat(run("config", "show").out())
        .startsWith(
            "No configuration file: there is no .golive-check.yml in this folder or above.\n");
  }

  @Test
  void showTellsWhatIsWrong() throws IOException {
    Files.writeString(file, "profil: x");

    assertThat(run("config", "show"))
        .isEqualTo(
            new Result(
                2,
                "",
                "golive-check: the configuration "
                    + file
                    + ", line 1, column 1: unknown key 'profil'. Did you mean profile?\n"));
  }

  @Test
  void schemaPrintsThePublishedOne() {
    assertThat(run("config", "schema")).isEqualTo(new Result(0, ConfigurationSchema.json(), ""));
  }

  @Test
  void aMisspeltVariableIsTold() {
    variables.put("GOLIVE_CHECK_PROFIL", "strict");
    variables.put("GOLIVE_CHECK_OPTS", "-Xmx1g");
    variables.put("GOLIVE_CHECK_SOMETHING_ELSE", "x");

    assertThat(run("logs.zip").err())
        .isEqualTo(
            "golive-check: the environment variable GOLIVE_CHECK_PROFIL is not known; did you mean"
                + " GOLIVE_CHECK_PROFILE?\n");
  }
}

package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.cli.command.Command;
import org.golivecheck.cli.command.Commands;
import org.golivecheck.cli.console.Version;
import org.golivecheck.cli.option.ArgumentParser;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.ReportOutput;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.render.ReportFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the templates for build servers type is what the command understands. */
final class CiTemplatesTest {
  private static final Path FOLDER = Path.of("..", "samples", "ci");

  /** A command line as it stands in a script: its words up to what ends a command. */
  private static final Pattern COMMAND =
      Pattern.compile("golive-check\"? +((?:check|gate|fetch)\\b[^|;&`']*)");

  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");

  static Stream<Path> templates() {
    return Stream.of(
            "github-actions.yml",
            "github-action/action.yml",
            "gitlab-ci.yml",
            "azure-pipelines.yml",
            "Jenkinsfile",
            "README.md")
        .map(FOLDER::resolve);
  }

  static Stream<Path> yaml() {
    return templates().filter(file -> file.toString().endsWith(".yml"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void everyCommandLineIsUnderstood(Path file) throws IOException {
    List<List<String>> lines = commands(Files.readString(file));

    assertThat(lines).isNotEmpty();
    for (List<String> line : lines) {
      assertThatCode(() -> parse(line)).as(String.join(" ", line)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void everyReportIsOfAKnownFormat(Path file) throws Exception {
    List<String> formats = new ArrayList<>();
    for (List<String> line : commands(Files.readString(file))) {
      for (String report : parse(line).all(ReportOutput.OPTION)) {
        formats.add(report.split("=", 2)[0]);
      }
    }

    assertThat(formats).isNotEmpty();
    assertThat(ReportFormats.names()).containsAll(formats);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("yaml")
  void everyReportThatIsShownIsWritten(Path file) throws IOException {
    String text = Files.readString(file);
    Matcher shown = Pattern.compile("golive/(golive[-.a-z]+)").matcher(text);
    while (shown.find()) {
      assertThat(text).containsPattern("-r [a-z]+=\"?[$A-Za-z/]*" + Pattern.quote(shown.group(1)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("yaml")
  void everyFileIsYaml(Path file) throws IOException {
    Object document =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));

    assertThat(document).isInstanceOf(Map.class);
  }

  @Test
  void everyFileNamesTheVersionOfThisRelease() throws IOException {
    String version = Version.line().split(" ", -1)[1].replace("-SNAPSHOT", "");
    for (Path file : templates().filter(f -> !f.endsWith("README.md")).toList()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .containsPattern(
              "(?s)(GOLIVE_CHECK_VERSION|description: Version).{1,60}" + Pattern.quote(version));
    }
  }

  private static Arguments parse(List<String> line) throws UsageException {
    Command command =
        Commands.all().stream()
            .filter(c -> c.spec().name().equals(line.get(0)))
            .findFirst()
            .orElseThrow();
    return new ArgumentParser(command.spec()).parse(line.subList(1, line.size()));
  }

  private static List<List<String>> commands(String text) {
    List<List<String>> lines = new ArrayList<>();
    Matcher command = COMMAND.matcher(joined(text));
    while (command.find()) {
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(command.group(1).strip());
      while (word.find()) {
        words.add(word.group());
      }
      lines.add(words);
    }
    return lines;
  }

  /** Joins lines that a script, or YAML, takes as one, and leaves out what is no word of it. */
  private static String joined(String text) {
    return text.replaceAll("\\\\\\n\\s*", " ")
        .replace("\"${baseline[@]}\"", "")
        .replace("\"$PROFILE\"", "classic")
        .replace("\"$FAIL_ON\"", "error")
        .replaceAll("\\n      (?=--|-r )", " ")
        .replaceAll("\\n[^\\n]*(Jenkins|#)[^\\n]*", "\n")
        .replaceAll("\\n", " ;\n");
  }
}

package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.option.OptionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types on a terminal of each shell that the machine has, and presses the tab key. */
final class CompletionCommandTest {
  private static final Path TERMINAL = Path.of("/usr/bin/script");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<String, String> COMPLETED =
      Map.ofEntries(
          Map.entry("--prof", "--profile"),
          Map.entry("exp", "explain"),
          Map.entry("--profile st", "--profile|strict"),
          Map.entry("--profile=st", "--profile=strict"),
          Map.entry("x.zip --fail-on n", "x.zip|--fail-on|never"),
          Map.entry("calls --color al", "calls|--color|always"),
          Map.entry("calls --unt", "calls|--until"),
          Map.entry("calls --prof", "calls|--prof"),
          Map.entry("explain --hel", "explain|--help"),
          Map.entry(
              "explain SZ-001 RL-006 OA-004 GL-01 cod", "explain|SZ-001|RL-006|OA-004|GL-01|codes"),
          Map.entry("explain ER-consen", "explain|ER-consent"),
          Map.entry("-r markd", "-r|markdown"),
          Map.entry("calls -r tab", "calls|-r|table"),
          Map.entry("-r html=odd", "-r|html=odd$name.json"),
          Map.entry("formats okh", "formats|okhttp"),
          Map.entry("config sc", "config|schema"),
          Map.entry("completion ba", "completion|bash"),
          Map.entry("help gat", "help|gate"),
          Map.entry("my", "my own log.zip"),
          Map.entry("check -q my", "check|-q|my own log.zip"));

  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      value = {
        "bash > bash --norc --noprofile -i > source ./script",
        "zsh  > zsh -f -i                  > autoload -U compinit; compinit -D; source ./script",
        "zsh  > zsh -f -i                  > mkdir f; cp script f/_golive-check; fpath=($PWD/f"
            + " $fpath); autoload -U compinit; compinit -D",
        "fish > fish -N -i                 > source ./script",
      })
  void completesWhatThereIs(String name, String start, String load) throws Exception {
    assumeThat(TERMINAL).isExecutable();
    assumeThat(Path.of("/usr/bin", name)).isExecutable();
    Files.createFile(folder.resolve("my own log.zip"));
    Files.createFile(folder.resolve("odd$name.json"));
    Files.writeString(folder.resolve("script"), shell.run("completion", name).out());
    String show =
        name.equals("fish")
            ? "function golive-check; string join -- '|' RUN $argv END; end"
            : "golive-check() { printf 'RUN'; printf '|%s' \"$@\"; echo '|END'; }";

    ProcessBuilder builder =
        new ProcessBuilder(TERMINAL.toString(), "-qec", start, "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("TERM", "dumb");
    builder.environment().put("HOME", folder.toString());
    Process terminal = builder.start();
    try (OutputStream keys = terminal.getOutputStream();
        InputStream screen = terminal.getInputStream()) {
      type(keys, show + "\n" + load + "\ngolive-check ready\n");
      readTo("RUN|ready|END", screen);
      for (Map.Entry<String, String> line : COMPLETED.entrySet()) {
        type(keys, "golive-check " + line.getKey() + "\t\n");
        String seen = readTo("|END\r", screen);
        assertThat(seen).as(line.getKey()).contains("RUN|" + line.getValue() + "|END");
      }
    } finally {
      // The shell first: it writes its history to the folder when its terminal goes away.
      List<ProcessHandle> shells = terminal.descendants().toList();
      shells.forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly().waitFor();
      shells.forEach(each -> each.onExit().join());
    }
  }

  private static void type(OutputStream keys, String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  private static String readTo(String end, InputStream screen)
      throws IOException, InterruptedException {
    StringBuilder seen = new StringBuilder();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (seen.indexOf(end) < 0) {
      if (screen.available() > 0) {
        seen.append((char) screen.read());
      } else if (System.nanoTime() < deadline) {
        Thread.sleep(5);
      } else {
        throw new AssertionError("the shell does not answer: " + seen);
      }
    }
    return seen.toString();
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
}

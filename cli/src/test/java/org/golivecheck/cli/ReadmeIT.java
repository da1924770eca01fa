package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs what the README shows, and compares what it prints with what the README says. */
class ReadmeIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static String block(String language) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    int from = readme.indexOf("```" + language + "\n") + language.length() + 4;
    return readme.substring(from, readme.indexOf("```", from));
  }

  @Test
  void theFirstCommandPrintsTheFirstOutput() throws IOException, InterruptedException {
    List<String> commands = block("sh").lines().toList();
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", commands.get(commands.size() - 1)).directory(ROOT.toFile());
    builder.environment().remove("GOLIVE_CHECK_OPTS");
    builder.environment().remove("COLUMNS");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(output).isEqualTo(block("text"));
  }
}

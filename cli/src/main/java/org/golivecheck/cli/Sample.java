package org.golivecheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.golivecheck.cli.console.Environment;

/**
 * Checks a small log of the command's own and prints nothing. The launcher runs it once, so that
 * Java can keep the classes that a check needs ready for later runs.
 */
final class Sample {
  /** The system property that asks for it. */
  static final String PROPERTY = "golivecheck.sample";

  private Sample() {}

  /** Runs the check, and returns its exit code. */
  static int check() throws IOException {
    Path folder = Files.createTempDirectory("golive-check");
    Path log = folder.resolve("sample.zip");
    Path report = folder.resolve("report.json");
    try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream("sample.zip"));
        PrintStream nothing =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Files.copy(in, log);
      // A passing check ends with the next items of the checklist; this one does not pass.
      run(nothing, "ready", log.toString());
      return run(nothing, "-rtext", "-rjson=" + report, log.toString());
    } finally {
      Files.deleteIfExists(log);
      Files.deleteIfExists(report);
      Files.deleteIfExists(folder);
    }
  }

  private static int run(PrintStream messages, String... args) {
    return Main.run(
        args,
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        messages,
        Environment.ofProcess());
  }
}

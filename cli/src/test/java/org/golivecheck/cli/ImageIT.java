package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.golivecheck.cli.Shell.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Unpacks the archive with its own Java and uses it as on a machine without one: with no variable
 * but those that a test sets, not even a PATH.
 */
final class ImageIT {
  private static final Path ARCHIVE =
      Path.of(Objects.requireNonNull(System.getProperty("image"), "image"));
  private static final Path PLAIN =
      Path.of(Objects.requireNonNull(System.getProperty("launcher"), "launcher"));
  private static final Map<String, String> NOTHING = Map.of("PATH", "");

  @TempDir static Path unpacked;
  private static Path home;

  @TempDir Path folder;

  @BeforeAll
  static void unpack() throws Exception {
    Process tar =
        new ProcessBuilder("tar", "xzf", ARCHIVE.toString())
            .directory(unpacked.toFile())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    try (Stream<Path> top = Files.list(unpacked)) {
      home = top.findFirst().orElseThrow();
    }
  }

  @Test
  void archiveIsSmall() throws IOException {
    assertThat(Files.size(ARCHIVE)).isLessThan(45_000_000);
  }

  @Test
  void judgesASampleWritesAPageAndExplainsAnErrorWithoutJava() throws Exception {
    Result check = run("-r", "text", "-r", "html=golive.html", sample("permission-errors"));
    Result explanation = run("explain", "USER_LACKS_PERMISSIONS");

    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out()).startsWith("FAIL").contains("USER_LACKS_PERMISSIONS");
    assertThat(folder.resolve("golive.html")).content().startsWith("<!DOCTYPE html>");
    assertThat(explanation.exit()).isZero();
    assertThat(explanation.out()).contains("USER_LACKS_PERMISSIONS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "--help",
        "-r json SAMPLE",
        "-r html SAMPLE",
        "-r markdown --each account SAMPLE",
        "calls -r csv SAMPLE",
        "ready -r json SAMPLE",
        "redact --help",
        "explain -r json ERROR",
        "explain limits.py",
        "fetch --token-file missing",
        "config show",
        "formats",
        "man",
        "no-such.zip"
      })
  void printsWhatTheArchiveWithoutJavaPrints(String words) throws Exception {
    String[] arguments = words.replace("SAMPLE", sample("official-example-fails")).split(" ", -1);

    assertThat(run(arguments))
        .isEqualTo(run(PLAIN, Map.of("JAVA_HOME", System.getProperty("java.home")), arguments));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no such", "/usr"})
  void ignoresTheJavaOfTheMachine(String javaHome) throws Exception {
    assertJudges(launcher(), Map.of("JAVA_HOME", javaHome, "PATH", "/usr/bin:/bin"));
  }

  @Test
  void runsByLinksAndByNameFromThePath() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("first link"), launcher());
    Path link = Files.createSymbolicLink(bin.resolve("golive-check"), Path.of("../first link"));

    assertJudges(link, NOTHING);
    assertThat(
            exec(List.of("/bin/sh", "-c", "golive-check --version"), Map.of("PATH", bin.toString()))
                .out())
        .startsWith("golive-check ");
  }

  @Test
  void runsInAFolderWithSpacesAndKeepsItsClassData() throws Exception {
    Path moved = folder.resolve("a folder (new)");
    assertThat(exec(List.of("/bin/cp", "-R", home.toString(), moved.toString()), NOTHING).exit())
        .isZero();
    Files.setLastModifiedTime(
        moved.resolve("lib/golive-check/lib/modules"), FileTime.from(Instant.EPOCH));
    Path loaded = folder.resolve("loaded.txt");

    assertJudges(
        moved.resolve("bin/golive-check"),
        Map.of("PATH", "", "GOLIVE_CHECK_OPTS", "-Xlog:class+load=info:file=" + loaded));
    assertThat(loaded)
        .content()
        .containsPattern("org\\.golivecheck\\.cli\\.Main source: shared objects file");
  }

  @Test
  void runsForAUserWithoutAHomeWhoMayNotWriteThere() throws Exception {
    for (Path open : List.of(unpacked, folder)) {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    List<Path> before = files();
    List<String> command = new ArrayList<>();
    if (Files.isWritable(Path.of("/"))) {
      // The superuser may write everywhere.
      command.addAll(
          List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    } else {
      exec(List.of("/bin/chmod", "-R", "a-w", home.toString()), NOTHING);
    }
    command.addAll(List.of(launcher().toString(), "-q", sample("passes")));

    Result result = exec(command, NOTHING);

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("PASS");
    assertThat(files()).isEqualTo(before);
    exec(List.of("/bin/chmod", "-R", "u+w", home.toString()), NOTHING);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.sorted().toList();
    }
  }

  private void assertJudges(Path launcher, Map<String, String> variables) throws Exception {
    Result result = run(launcher, variables, "-q", sample("polls-every-minute"));

    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).startsWith("FAIL").contains("PL-001");
  }

  private static Path launcher() {
    return home.resolve("bin/golive-check");
  }

  private static String sample(String name) {
    return home.resolve("samples").resolve(name + ".zip").toString();
  }

  private Result run(String... arguments) throws IOException, InterruptedException {
    return run(launcher(), NOTHING, arguments);
  }

  private Result run(Path launcher, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    return exec(command, variables);
  }

  private Result exec(List<String> command, Map<String, String> variables)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    Path err = folder.resolve("stderr");
    Process process = builder.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out, Files.readString(err));
  }
}

package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.golivecheck.cli.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks what a release ships, and uses it as someone who has just downloaded it. */
final class DistributionIT {
  private static final String DISTRIBUTION =
      Objects.requireNonNull(System.getProperty("distribution"), "distribution");

  @TempDir Path folder;

  @Test
  void theZipHoldsTheCommandItsPagesAndSamples() throws IOException {
    assertThat(zip().keySet())
        .contains(
            "bin/golive-check",
            "bin/golive-check.cmd",
            "share/man/man1/golive-check.1",
            "share/bash-completion/completions/golive-check",
            "share/zsh/site-functions/_golive-check",
            "share/fish/vendor_completions.d/golive-check.fish",
            "samples/polls-every-minute.zip",
            "LICENSE",
            "licenses/NOTICE",
            "licenses/FastDoubleParser-LICENSE",
            "README.txt",
            "CHANGELOG.md");
  }

  @Test
  void nothingIsNamedThatTheArchiveLacks() throws IOException {
    Map<String, byte[]> files = zip();
    List<String> names =
        Pattern.compile("(?:bin|samples)[/\\\\][\\w./\\\\-]*\\w")
            .matcher(text(files, "README.txt"))
            .results()
            .map(match -> match.group().replace('\\', '/'))
            .toList();

    assertThat(files.keySet()).containsAll(names);
    assertThat(names).contains("bin/golive-check", "samples/permission-errors.zip");
    for (String page : List.of("README.txt", "CHANGELOG.md")) {
      assertThat(text(files, page)).as(page).doesNotContainPattern("\\]\\((?!https:)");
    }
  }

  @Test
  void commandsOfTheReadmeRun() throws IOException, InterruptedException {
    assumeThat(Path.of("/bin/sh")).isExecutable();
    run(folder, "tar", "xzf", DISTRIBUTION + ".tar.gz");
    Path home = folder.resolve(Path.of(DISTRIBUTION).getFileName().toString().replace("-bin", ""));
    List<String> commands =
        Files.readAllLines(home.resolve("README.txt")).stream()
            .filter(line -> line.startsWith("    bin/golive-check "))
            .map(String::strip)
            .toList();

    assertThat(commands).hasSizeGreaterThan(5);
    for (String command : commands) {
      // 1 is the verdict FAIL, and steps of the checklist that are undone.
      assertThat(run(home, command.split(" "))).as(command).isIn(0, 1);
    }
    assertThat(home.resolve("golive.html")).exists();
  }

  @Test
  void pagesAndCompletionsAreThoseOfThisVersion() throws IOException {
    Map<String, byte[]> files = zip();

    assertThat(text(files, "share/zsh/site-functions/_golive-check"))
        .startsWith("#compdef golive-check\n");
    assertThat(text(files, "share/man/man1/golive-check.1")).contains(".SH EXIT STATUS");
    List<String> names = Commands.names();
    for (String name : names.subList(1, names.size())) {
      assertThat(text(files, "share/man/man1/golive-check.1"))
          .contains("COMMAND " + name.toUpperCase(Locale.ROOT));
      assertThat(text(files, "share/fish/vendor_completions.d/golive-check.fish"))
          .contains(" -a " + name + " ");
      assertThat(text(files, "share/bash-completion/completions/golive-check"))
          .contains("    " + name + ",*) words=", "complete -o filenames -F _golive_check");
    }
  }

  @Test
  void theCommandOfTheTarJudgesItsSample() throws IOException, InterruptedException {
    assumeThat(Path.of("/bin/sh")).isExecutable();
    run(folder, "tar", "xzf", DISTRIBUTION + ".tar.gz");
    Path home = folder.resolve(Path.of(DISTRIBUTION).getFileName().toString().replace("-bin", ""));

    assertThat(run(home, "bin/golive-check", "-q", "samples/passes.zip")).isZero();
    assertThat(run(home, "bin/golive-check", "-q", "samples/polls-every-minute.zip")).isEqualTo(1);
  }

  @Test
  void nothingIsWrittenToTheFolderOfTheDistribution() throws Exception {
    assumeThat(Path.of("/bin/sh")).isExecutable();
    run(folder, "tar", "xzf", DISTRIBUTION + ".tar.gz");
    Path home = folder.resolve(Path.of(DISTRIBUTION).getFileName().toString().replace("-bin", ""));
    Set<Path> before = files(home);
    for (Path file : before) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r-xr-xr-x"));
    }

    assertThat(run(folder, home + "/bin/golive-check", "-q", home + "/samples/passes.zip"))
        .isZero();
    assertThat(files(home)).isEqualTo(before);
    for (Path file : before) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static Set<Path> files(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.collect(Collectors.toSet());
    }
  }

  /** Every Java that the machine has runs the distribution. */
  @Test
  void everyNewerJavaRunsIt() throws Exception {
    assumeThat(Path.of("/bin/sh")).isExecutable();
    assumeThat(Path.of("/usr/lib/jvm")).isDirectory();
    run(folder, "tar", "xzf", DISTRIBUTION + ".tar.gz");
    Path home = folder.resolve(Path.of(DISTRIBUTION).getFileName().toString().replace("-bin", ""));
    List<Path> javas;
    try (Stream<Path> files = Files.list(Path.of("/usr/lib/jvm"))) {
      javas = files.filter(java -> version(java) >= 17).toList();
    }
    for (Path java : javas) {
      String start = "JAVA_HOME=" + java + " ";
      assertThat(run(home, "/bin/sh", "-c", start + "bin/golive-check -q samples/passes.zip"))
          .as(java.toString())
          .isZero();
      assertThat(Files.readString(folder.resolve("output.txt"))).startsWith("PASS");
    }
  }

  private static int version(Path java) {
    try {
      Matcher version =
          Pattern.compile("JAVA_VERSION=\"(\\d+)")
              .matcher(Files.readString(java.resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  @Test
  void windowsGetsAScriptThatItCanRead() throws IOException {
    String script = text(zip(), "bin/golive-check.cmd");
    String launcher = text(zip(), "bin/golive-check");
    // Before the archive, which is not text.
    String shell = launcher.substring(0, launcher.lastIndexOf("\nexit 3\n"));

    assertThat(script.split("\r\n", -1)).allMatch(line -> line.indexOf('\n') < 0);
    assertThat(script)
        .contains(
            "set \"run=-jar \"%~dp0golive-check\"\"",
            "set \"home=%~dp0..\\lib\\golive-check\"",
            "set \"run=-m org.golivecheck.command\"",
            "Java %version% is too old (\"%home%\")",
            "-r \"html=%page%\" \"%~1\"",
            "\"%java%\" %options% %GOLIVE_CHECK_OPTS% %run% %*\r\nexit /b %errorlevel%\r\n");
    assertThat(options(script.substring(script.indexOf("set \"options="))))
        .hasSizeGreaterThan(8)
        .isEqualTo(options(shell.substring(shell.indexOf("-XX:+IgnoreUnrecognized"))));
  }

  /** A path such as {@code C:\Program Files (x86)} would end a block at its parenthesis. */
  @Test
  void theScriptOfWindowsHasNoBlocksAndEachLabelItNames() throws IOException {
    String script = text(zip(), "bin/golive-check.cmd");
    List<String> labels =
        Pattern.compile("(?m)^:(\\w+)").matcher(script).results().map(it -> it.group(1)).toList();

    assertThat(script.lines()).noneMatch(line -> line.strip().matches("\\)|.*\\($"));
    assertThat(
            Pattern.compile("(?m)(?:goto |call :)(\\w+)")
                .matcher(script)
                .results()
                .map(it -> it.group(1)))
        .isNotEmpty()
        .isSubsetOf(labels);
  }

  @Test
  void theContainerStartsJavaAsTheLauncherDoes() throws IOException {
    String container = Files.readString(Path.of("src/image/Containerfile"));
    String launcher = text(zip(), "bin/golive-check");
    // Before the archive, which is not text.
    String shell = launcher.substring(0, launcher.lastIndexOf("\nexit 3\n"));

    assertThat(options(container))
        .hasSizeGreaterThan(8)
        .isEqualTo(options(shell.substring(shell.indexOf("flags="))));
  }

  /** Returns the options for Java in a command. */
  private static List<String> options(String command) {
    return Pattern.compile("-X[:\\w+=-]+")
        .matcher(command)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.ISO_8859_1);
  }

  /** Returns the files of the zip, by the name below its one folder. */
  private static Map<String, byte[]> zip() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(DISTRIBUTION + ".zip")) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            files.put(
                entry.getName().substring(entry.getName().indexOf('/') + 1), in.readAllBytes());
          }
        }
      }
    }
    return files;
  }

  private int run(Path where, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile());
    builder.environment().put("BROWSER", "true");
    builder.environment().put("GOLIVE_CHECK_OPTS", "-Djava.io.tmpdir=" + folder);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("output.txt"))).doesNotContain("Exception");
    return process.exitValue();
  }
}

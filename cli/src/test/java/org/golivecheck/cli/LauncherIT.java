package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.fetch.StubDocuSign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the built file as a user does. */
final class LauncherIT {
  private static final Path LAUNCHER =
      Path.of(Objects.requireNonNull(System.getProperty("launcher"), "launcher"));
  private static final Path ARCHIVE = LAUNCHER.resolveSibling("golive-check.jsa");

  private static final String ENTRY =
      """
      Timestamp: 2026-03-01T09:15:30Z

      GET https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes/2
      Accept: */*

      200 OK

      Content-Type: application/json
      """;

  @TempDir Path folder;

  @BeforeEach
  void needAShell() {
    assumeThat(Path.of("/bin/sh")).isExecutable();
  }

  @Test
  void whenTheRunIsAskedToEndTheCommandIsTooAndWhatWasFetchedIsJudged() throws Exception {
    StubDocuSign stub = StubDocuSign.start().callingAfterStart(20);
    Path ready = folder.resolve("ready");
    Path report = folder.resolve("report.json");
    String script =
        "trap 'echo asked to end; exit 9' TERM; touch '%s'; while :; do sleep 0.1; done";
    ProcessBuilder builder =
        new ProcessBuilder(
            LAUNCHER.toString(),
            "gate",
            "--base-uri",
            stub.uri(),
            "-o",
            folder.toString(),
            "-r",
            "json=" + report,
            "--",
            "sh",
            "-c",
            script.formatted(ready));
    builder.environment().put("GOLIVE_CHECK_TOKEN", StubDocuSign.TOKEN);
    Process process = builder.redirectErrorStream(true).start();
    while (!Files.exists(ready)) {
      Thread.sleep(50);
    }

    // Process.destroy would close the output.
    process.toHandle().destroy();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("asked to end\n", "sh ended with exit code 9");
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(report).content().contains("\"verdict\": \"PASS\"");
    stub.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx32m", "-javaagent:no-such-agent.jar"})
  void aJavaThatCannotStartIsNoFail(String options) throws Exception {
    Result result = run(LAUNCHER, Map.of("GOLIVE_CHECK_OPTS", options), "--version");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("Java cannot start");
  }

  @Test
  void runsFromAnyFolder() throws Exception {
    Result result = run(LAUNCHER, Map.of(), "--version");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("golive-check ");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void runsByALinkFromAFolderWithSpaces() throws Exception {
    Path real = copy(Files.createDirectory(folder.resolve("a b")).resolve("golive-check"));
    Path first = Files.createSymbolicLink(folder.resolve("first link"), real);
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first link"));
    assertThat(first).exists();

    assertThat(run(second, Map.of(), "--version").out()).startsWith("golive-check ");
  }

  @Test
  void runsByNameFromThePath() throws Exception {
    copy(folder.resolve("golive-check"));
    String path = folder + ":" + System.getenv("PATH");

    assertThat(exec(List.of("/bin/sh", "-c", "golive-check --version"), Map.of("PATH", path)).out())
        .startsWith("golive-check ");
  }

  @Test
  void runsAsAPlainArchive() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    assertThat(exec(List.of(java, "-jar", LAUNCHER.toString(), "--version"), Map.of()).out())
        .startsWith("golive-check ");
  }

  @Test
  void unfitClassDataArchiveIsIgnoredSilently() throws Exception {
    Path copy = copy(folder.resolve("golive-check"));
    Files.writeString(folder.resolve("golive-check.jsa"), "no archive");
    Result broken = run(copy, Map.of(), "--version");
    assumeThat(ARCHIVE).exists();
    Files.copy(ARCHIVE, folder.resolve("golive-check.jsa"), StandardCopyOption.REPLACE_EXISTING);
    Result stale = run(copy, Map.of(), "--version");

    assertThat(broken).isEqualTo(stale);
    assertThat(stale.err()).isEmpty();
    assertThat(stale.out()).hasLineCount(1).startsWith("golive-check ");
  }

  @Test
  void classDataArchiveIsUsed() throws Exception {
    assumeThat(ARCHIVE).exists();
    // The archive fits the Java that made it, which runs this test too.
    Map<String, String> options =
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "GOLIVE_CHECK_OPTS",
            "-Xlog:class+load=info:file=" + folder.resolve("loaded.txt"));

    assertThat(run(LAUNCHER, options, "--version").exit()).isZero();
    assertThat(folder.resolve("loaded.txt"))
        .content()
        .containsPattern("org\\.golivecheck\\.cli\\.Main source: shared objects file \\(top\\)");
  }

  @Test
  void eachUserGetsAClassDataArchiveAfterTheFirstUse() throws Exception {
    Path copy = copy(folder.resolve("golive-check"));
    Path cache = folder.resolve("cache");
    Path log = Files.writeString(folder.resolve("log.txt"), ENTRY);
    Map<String, String> user = Map.of("XDG_CACHE_HOME", cache.toString(), "CI", "");
    Result first = run(copy, user, "-rtext", log.toString());
    Path archive = await(cache);
    Map<String, String> options = new HashMap<>(user);
    options.put("GOLIVE_CHECK_OPTS", "-Xlog:class+load=info:file=" + folder.resolve("loaded.txt"));

    assertThat(run(copy, options, "-rtext", log.toString())).isEqualTo(first);
    assertThat(folder.resolve("loaded.txt"))
        .content()
        .containsPattern("org\\.golivecheck\\.cli\\.Main source: shared objects file");
    Files.writeString(archive, "");
    assertThat(run(copy, options, "-rtext", log.toString())).isEqualTo(first);
  }

  /** Returns the archive, once it is there. */
  private static Path await(Path cache) throws Exception {
    for (int tries = 0; tries < 600; tries++) {
      if (Files.exists(cache)) {
        try (Stream<Path> files = Files.walk(cache)) {
          Optional<Path> archive =
              files.filter(file -> file.toString().endsWith("golive-check.jsa")).findFirst();
          if (archive.isPresent()) {
            return archive.get();
          }
        } catch (UncheckedIOException moved) {
          continue;
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("there is no archive in " + cache);
  }

  @Test
  void runsWithoutAPlaceForAnArchive() throws Exception {
    Path copy = copy(folder.resolve("golive-check"));
    Path log = Files.writeString(folder.resolve("log.txt"), ENTRY);

    for (String cache : List.of("/dev/null/cache", "relative")) {
      Result result =
          run(copy, Map.of("XDG_CACHE_HOME", cache, "CI", ""), "-rtext", log.toString());
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).doesNotContain("cache");
    }
    assertThat(folder.resolve("relative")).doesNotExist();
  }

  @Test
  void checkingNeedsNoNetwork() throws Exception {
    Path log = Files.writeString(folder.resolve("log.txt"), ENTRY);
    Map<String, String> options =
        Map.of("GOLIVE_CHECK_OPTS", "-Xlog:class+load=info:file=" + folder.resolve("loaded.txt"));

    assertThat(run(LAUNCHER, options, log.toString()).exit()).isEqualTo(1);
    assertThat(folder.resolve("loaded.txt"))
        .content()
        .contains("org.golivecheck.cli.command.CheckCommand ")
        .doesNotContain("java.net.http", "javax.net.ssl", "golivecheck.cli.fetch.Connection");
  }

  @Test
  void readsBackReportsAndBaselines() throws Exception {
    String log = Files.writeString(folder.resolve("log.txt"), ENTRY).toString();
    String saved = folder.resolve("saved.json").toString();
    String baseline = folder.resolve("baseline.json").toString();
    Result text = run(LAUNCHER, Map.of(), "-q", "-rtext", "-rjson=" + saved, log);
    run(LAUNCHER, Map.of(), "-q", "--baseline=" + baseline, "--update-baseline", log);

    assertThat(run(LAUNCHER, Map.of(), "report", "-q", saved)).isEqualTo(text);
    assertThat(run(LAUNCHER, Map.of(), "--baseline=" + baseline, log).exit()).isZero();
    assertThat(run(LAUNCHER, Map.of(), "--baseline=" + saved, log).err())
        .contains("/findings/0 has no maxCount");
  }

  @Test
  void readsAConfigurationAndTellsWhereItIsWrong() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("c.yml"),
            """
            profile: 'strict'
            suppressions:
            - rule: PL-001
              reason: >-
                two
                lines
            """);
    String name = file.toString();

    assertThat(run(LAUNCHER, Map.of(), "config", "show", "--config", name).out())
        .contains("strict")
        .contains("  - rule: PL-001, reason: two lines\n");
    Files.writeString(file, "profile: [strict\n");
    assertThat(run(LAUNCHER, Map.of(), "config", "show", "--config", name).err())
        .startsWith("golive-check: the configuration " + file + ", line 2, column 1: is not YAML");
  }

  @Test
  void exitCodeIsThatOfTheCommand() throws Exception {
    Result result = run(LAUNCHER, Map.of(), "--profil", "x");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("golive-check: unknown option '--profil'.");
  }

  @Test
  void missingInputIsNamedWhateverItsLetters() throws Exception {
    Result result =
        run(LAUNCHER, Map.of("LC_ALL", "C"), "-r", "json=" + folder, "gr\u00fc\u00df \u0131.zip");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("gr\u00fc\u00df \u0131.zip");
  }

  @Test
  void closedStandardOutputEndsQuietly() throws Exception {
    String command = "'" + LAUNCHER + "' --help | true";

    assertThat(exec(List.of("/bin/sh", "-c", command), Map.of()).err()).isEmpty();
  }

  @Test
  void closedStandardOutputOfAReportEndsQuietly() throws Exception {
    Path log = Files.writeString(folder.resolve("log.txt"), ENTRY);
    String check = "'" + LAUNCHER + "' -r json '" + log + "' | head -c 1";
    String list = "'" + LAUNCHER + "' calls -r ndjson '" + log + "' | true";

    assertThat(exec(List.of("/bin/sh", "-c", check), Map.of()).err()).isEmpty();
    assertThat(exec(List.of("/bin/sh", "-c", list), Map.of()).err()).isEmpty();
  }

  @Test
  void interruptLeavesNothingBehind() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    ProcessBuilder builder =
        // A process inherits that SIGINT is ignored, as under nohup or in a shell's background.
        new ProcessBuilder(
                "env",
                "--default-signal=INT",
                LAUNCHER.toString(),
                "calls",
                "-r",
                "csv=calls.csv",
                "-")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("GOLIVE_CHECK_OPTS", "-Djava.io.tmpdir=" + temporary);
    Process process = builder.start();
    // More calls than fit into memory, so that they go to a temporary file.
    ZipOutputStream zip = new ZipOutputStream(process.getOutputStream());
    for (int entry = 0; entry < 40_000; entry++) {
      zip.putNextEntry(new ZipEntry(entry + ".txt"));
      zip.write(ENTRY.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.flush();
    exec(List.of("/bin/sh", "-c", "kill -INT " + process.pid()), Map.of());

    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(60));
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(names(temporary)).isEmpty();
    assertThat(folder.resolve("calls.csv")).doesNotExist();
  }

  private static List<Path> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../.ci/run",
        "../.ci/reproducible",
        "../.ci/packages",
        "../.ci/container",
        "src/launcher/golive-check.sh"
      })
  void shellcheckFindsNothingInTheScripts(String script) throws Exception {
    assumeThat(Path.of("/usr/bin/shellcheck")).isExecutable();

    Result result = exec(List.of("shellcheck", Path.of(script).toRealPath().toString()), Map.of());

    assertThat(result.out()).isEmpty();
    assertThat(result.exit()).isZero();
  }

  @Test
  void aFileThatMayNotBeReadDoesNotHideTheRest() throws Exception {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Path secret = Files.writeString(logs.resolve("0.txt"), ENTRY);
    Files.writeString(logs.resolve("1.txt"), ENTRY);
    Files.setPosixFilePermissions(secret, Set.of());
    List<String> command = new ArrayList<>();
    if (Files.isReadable(secret)) {
      // The superuser may read every file, so another user has to run the command.
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Path launcher = copy(folder.resolve("golive-check"));
    command.addAll(List.of(launcher.toString(), "calls", "-r", "csv", logs.toString()));

    Result result = exec(command, Map.of());

    assertThat(result.out()).contains("1.txt").doesNotContain("0.txt");
    assertThat(result.err()).contains("0.txt", "permission");
  }

  @Test
  void waitingForAPipeEndsWhenTheTimeIsUp() throws Exception {
    Result result = run(LAUNCHER, Map.of(), "--limit", "seconds=1", "-");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("limit seconds=1 is reached");
  }

  @Test
  void missingJavaIsExplained() throws Exception {
    Result wrong = run(LAUNCHER, Map.of("JAVA_HOME", "/no such"), "--version");
    Result none = run(LAUNCHER, Map.of("PATH", folder.toString()), "--version");

    assertThat(wrong.exit()).isEqualTo(3);
    assertThat(wrong.err())
        .isEqualTo(
            "golive-check: JAVA_HOME is /no such, but there is no bin/java in it; set it to a JDK"
                + " 17 or newer\n");
    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.err())
        .isEqualTo(
            "golive-check: Java was not found; install Java 17 or newer, or set JAVA_HOME to"
                + " one\n");
  }

  @Test
  void oldJavaIsExplained() throws Exception {
    for (String version : List.of("11.0.2", "1.8.0_392")) {
      Path home = oldJava(version);

      Result result = run(LAUNCHER, Map.of("JAVA_HOME", home.toString()), "--version");

      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.err())
          .isEqualTo(
              "golive-check: Java "
                  + version
                  + " is too old ("
                  + home.resolve("bin/java")
                  + "); install Java 17 or newer, or set JAVA_HOME to one\n");
    }
  }

  /** A Java without a release file, which has to be asked. */
  private Path oldJava(String version) throws IOException {
    Path home = folder.resolve("jdk " + version);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"" + version + "\"' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home;
  }

  private static Path copy(Path to) throws IOException {
    return Files.copy(LAUNCHER, to, StandardCopyOption.COPY_ATTRIBUTES);
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
    // Java reports this variable on standard error in any case.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(variables);
    Path err = folder.resolve("stderr");
    Process process = builder.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out, Files.readString(err));
  }
}

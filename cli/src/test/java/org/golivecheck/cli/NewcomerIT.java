package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.fetch.StubDocuSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes the way of a newcomer with the built command: types what the README and the page for nightly
 * builds say, word for word. {@link ReadmeIT} types the first command. A server on this machine
 * takes the place of DocuSign.
 */
final class NewcomerIT {
  private static final Path LAUNCHER =
      Path.of(Objects.requireNonNull(System.getProperty("launcher"), "launcher"));
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:sh)?\\n(.*?)^```$");

  @TempDir private Path folder;
  private StubDocuSign stub;

  @BeforeEach
  void start() throws Exception {
    assumeThat(Path.of("/bin/sh")).isExecutable();
    stub = StubDocuSign.start();
    Path bin = Files.createDirectory(folder.resolve("bin"));
    // Only the address of DocuSign is added to what is typed.
    script(
        bin.resolve("golive-check"),
        "case $1 in fetch | gate) to=$1; shift; set -- $to --base-uri "
            + stub.uri()
            + " \"$@\" ;; esac",
        "exec '" + LAUNCHER + "' \"$@\"");
    script(folder.resolve("run-the-integration-tests"), "curl -fsS -X POST " + stub.uri() + "/run");
    for (int i = 0; i < 3; i++) {
      stub.next(
          "POST /run",
          exchange -> {
            stub.calling(25);
            StubDocuSign.answer(200, "").to(exchange);
          });
    }
    Path polls = ROOT.resolve("samples/logs/polls-every-minute.zip");
    Files.copy(polls, folder.resolve("logs.zip"));
    Files.createDirectory(folder.resolve("logs"));
    Files.copy(polls, folder.resolve("logs/logs.zip"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        folder.resolve("app.log"),
        """
        --> GET https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes/2
        --> END GET
        <-- 200 https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes/2 (9ms)
        <-- END HTTP
        """);
    sh("golive-check logs.zip -r json=golive.json; cp golive.json last.json");
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  static Stream<String> usages() throws IOException {
    return block("README.md", "## Use it").lines();
  }

  @ParameterizedTest
  @MethodSource("usages")
  void whatTheReadmeTypesIsUnderstood(String line) throws Exception {
    String command = line.split(" {2,}", 2)[0];

    Result result = sh(command);

    assertThat(result.exit()).as(result.err()).isBetween(0, 1);
    Matcher file = Pattern.compile("(?:=|-o )([\\w.-]+\\.\\w+)").matcher(command);
    while (file.find()) {
      assertThat(folder.resolve(file.group(1))).isNotEmptyFile();
    }
  }

  @Test
  void everyNightAsTheReadmeSays() throws Exception {
    Result result = sh(withToken(block("README.md", "### Every night")));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("PASS  classic profile", "25 read, 25 countable");
    assertThat(folder.resolve("golive.xml")).content().contains("<testsuite");
  }

  @Test
  void everyNightAsThePageSays() throws Exception {
    Result result = sh(withToken(block("cli/docs/nightly.md", "# A nightly gate")));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("PASS  classic profile");
    try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
      assertThat(logs).anyMatch(log -> log.getFileName().toString().startsWith("request-logs-"));
    }
  }

  @Test
  void moreThanFiftyCallsAsThePageSays() throws Exception {
    stub.logging(0);
    String commands = block("cli/docs/nightly.md", "## More than 50 calls");

    Result result =
        sh(
            withToken("export GOLIVE_CHECK_TOKEN=...\n")
                + commands
                    .replace("30s", "1s")
                    .replace("20m", "5s")
                    .replace("./run-the", "sleep 2; ./run-the"));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("25 read");
  }

  private static String withToken(String commands) {
    assertThat(commands).contains("GOLIVE_CHECK_TOKEN=...");
    return commands.replace("GOLIVE_CHECK_TOKEN=...", "GOLIVE_CHECK_TOKEN=" + StubDocuSign.TOKEN);
  }

  /** Returns the first block after a heading. */
  private static String block(String page, String heading) throws IOException {
    String text = Files.readString(ROOT.resolve(page));
    Matcher block = BLOCK.matcher(text.substring(text.indexOf(heading + "\n")));
    assertThat(block.find()).as(heading).isTrue();
    return block.group(1);
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", List.of(lines)) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Result sh(String commands) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", commands)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().merge("PATH", folder + "/bin", (path, bin) -> bin + ":" + path);
    builder.environment().keySet().removeIf(name -> name.startsWith("GOLIVE_CHECK_"));
    int exit = builder.start().waitFor();
    return new Result(
        exit,
        Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
        Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
  }
}

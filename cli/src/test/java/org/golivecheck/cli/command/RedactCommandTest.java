package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactCommandTest {
  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @BeforeEach
  void twoCallsWithSecrets() {
    shell.log = TestLog.of(record("Bearer eyJ0eXAiOiJNVCJ9.abcdefghij.klmnopqrst"), record("none"));
  }

  private static String record(String token) {
    return "{\"timestamp\":\"2026-11-23T12:00:00Z\",\"method\":\"POST\",\"url\":"
        + "\"https://demo.docusign.net"
        + TestLog.PATH
        + "\",\"status\":201,\"authorization\":\""
        + token
        + "\",\"user\":\"ann@example.com\"}";
  }

  private Result redactTo(Path file) {
    return shell.run("redact", "logs.zip", "-o", file.toString());
  }

  @Test
  void writesTheFileAndTellsWhatWasRemoved() throws IOException {
    Path safe = folder.resolve("safe.zip");

    Result result = redactTo(safe);

    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            golive-check: logs.zip: written in its own format (2 entries)
            golive-check: removed: 1 token, 4 secrets, 2 e-mail addresses, 2 ids replaced
            """);
    assertThat(text(Files.readAllBytes(safe))).contains("\"status\":201").doesNotContain("ann@");
  }

  @Test
  void writesToStandardOutputAndNothingElseThere() {
    Result result = shell.run("redact", "logs.zip", "-o", "-", "-q");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("PK");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void namesWhatWasLeftOut() {
    shell.log = TestLog.of(record("none"), "{\"timestamp\":\"yesterday\"");

    Result result = redactTo(folder.resolve("safe.zip"));

    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("logs.zip!01.txt");
  }

  @Test
  void whatCouldNotBeReadIsToldAndTheOthersAreWritten() throws IOException {
    Path safe = folder.resolve("safe.zip");

    Result result = shell.run("redact", "logs.zip", "gone.zip", "-o", safe.toString());

    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("gone.zip: ", "not read to its end");
    assertThat(text(Files.readAllBytes(safe))).contains("\"status\":201");
  }

  private static String text(byte[] zip) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      while (in.getNextEntry() != null) {
        text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  @Test
  void leavesAFileAloneWhereNothingWasRead() throws IOException {
    shell.log = TestLog.empty();
    Path safe = Files.writeString(folder.resolve("safe.zip"), "old");

    Result result = redactTo(safe);

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("nothing was written");
    assertThat(safe).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(safe));
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs.zip", "*.zip", ""})
  void neverOverwritesAnInput(String input) throws IOException {
    Path log = Files.writeString(folder.resolve("logs.zip"), "log", StandardCharsets.UTF_8);

    Result result = shell.run("redact", folder + "/" + input, "-o", log.toString());

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("would overwrite the input");
    assertThat(log).hasContent("log");
  }

  @Test
  void aFolderThatIsMissingIsAFailure() {
    Result result = redactTo(folder.resolve("missing").resolve("safe.zip"));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("there is no such folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"redact logs.zip", "redact -o safe.zip", "redact logs.zip -o a -o b"})
  void asksForWhatIsMissing(String line) {
    assertThat(shell.run(line.split(" ")).exit()).isEqualTo(2);
  }
}

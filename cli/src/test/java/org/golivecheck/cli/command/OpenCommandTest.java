package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.golivecheck.cli.console.Environment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code golive-check open}. */
final class OpenCommandTest {
  private final Shell shell = new Shell();

  @TempDir Path folder;
  private Path page;

  @AfterEach
  void deletePage() throws IOException {
    if (page != null) {
      Files.deleteIfExists(page);
      Files.deleteIfExists(page.getParent());
    }
  }

  private Result open(String... arguments) {
    Result result = shell.run(arguments);
    page = Path.of(result.out().strip());
    return result;
  }

  @Test
  void printsThePathOfTheReportWithoutADesktop() {
    Result result = open("open", "logs.zip");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).endsWith("golive.html\n");
    assertThat(result.err()).startsWith("golive-check: PASS by profile classic");
    assertThat(page).content().startsWith("<!DOCTYPE html>").contains("<svg");
  }

  @Test
  void onlyTheUserCanReadTheReport() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    open("open", "logs.zip");

    assertThat(Files.getPosixFilePermissions(page.getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void opensTheReportInTheBrowser() throws IOException {
    assumeThat(Path.of("/bin/sh")).isExecutable();
    browser("echo \"$1\" >'" + folder.resolve("opened") + "'");

    Result result = open("open", "-q", "logs.zip");

    assertThat(result.err()).isEmpty();
    assertThat(folder.resolve("opened")).hasContent(page.toUri().toString());
  }

  @Test
  void saysThatTheBrowserDoesNotStart() throws IOException {
    assumeThat(Path.of("/bin/sh")).isExecutable();
    browser("exit 3");

    Result failing = open("open", "logs.zip");
    deletePage();
    shell.environment = browser(folder.resolve("missing"));
    Result missing = open("open", "logs.zip");

    assertThat(failing.exit()).isZero();
    assertThat(failing.err()).contains("the browser could not be started by " + folder);
    assertThat(missing.err()).contains("the browser could not be started by " + folder);
    assertThat(page).exists();
  }

  @Test
  void endsAsCheckDoes() throws IOException {
    shell.log = TestLog.tooFew();

    assertThat(open("open", "logs.zip").exit()).isEqualTo(1);
    deletePage();
    assertThat(open("open", folder.resolve("missing.zip").toString()).exit()).isEqualTo(3);
  }

  @Test
  void takesNoOtherReports() {
    assertThat(shell.run("open", "-r", "json", "logs.zip").exit()).isEqualTo(2);
  }

  private void browser(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("browser"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    shell.environment = browser(program);
  }

  private static Environment browser(Path program) {
    return new Environment(Map.of("BROWSER", program.toString()), false, false, 0, null);
  }
}

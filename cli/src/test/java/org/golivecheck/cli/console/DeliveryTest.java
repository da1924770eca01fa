package org.golivecheck.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.golivecheck.text.WholeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where reports go, and what happens when they cannot. */
final class DeliveryTest {
  private final Shell shell = new Shell();

  private static final String JSON_PASS = "\"verdict\": \"PASS\"";

  @TempDir Path folder;

  @Test
  void textGoesToStandardOutputByDefault() {
    assertThat(shell.run("logs.zip").out()).startsWith("PASS  classic profile");
  }

  @Test
  void anyReportReplacesTheDefault() {
    Path file = folder.resolve("a b.json");

    Result result = shell.run("-r", "json=" + file, "logs.zip");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("golive-check: PASS by profile classic\n");
    assertThat(file).content().contains(JSON_PASS);
  }

  @Test
  void whyItFailedIsToldWhereNoReportIsPrinted() {
    shell.log = TestLog.tooFew();

    assertThat(shell.run("-r", "json=" + folder.resolve("r"), "logs.zip").err())
        .isEqualTo(
            "golive-check: FAIL by profile classic: Only 3 calls in this log count for the review,"
                + " which examines the newest 20.\n");
  }

  @Test
  void severalReportsAreWrittenInOneRun() {
    Path json = folder.resolve("r.json");
    Path text = folder.resolve("r.txt");

    Result result = shell.run("-rjson", "--report=json=" + json, "-rtext=" + text, "logs.zip");

    assertThat(result.out()).contains(JSON_PASS);
    assertThat(json).content().contains(JSON_PASS);
    assertThat(text).content().startsWith("PASS  classic profile");
  }

  @Test
  void existingReportIsReplacedAndNothingElseLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("r.json"), "a much longer report of yesterday");

    shell.run("-r", "json=" + file, "logs.zip");

    assertThat(file).content().contains(JSON_PASS);
    assertThat(names()).containsExactly("r.json");
  }

  @Test
  void symbolicLinkStaysOne() throws IOException {
    Path file = Files.writeString(folder.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

    shell.run("-r", "json=" + link, "logs.zip");

    assertThat(link).isSymbolicLink();
    assertThat(file).content().contains(JSON_PASS);
  }

  @Test
  void otherReportsAreWrittenWhenOneCannotBe() {
    shell.log = TestLog.polling(1);
    Path missing = folder.resolve("missing/r.json");
    Path written = folder.resolve("r.json");

    Result result =
        shell.run("-r", "json=" + missing, "-r", "json=" + written, "-r", "text", "logs.zip");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo(
            "golive-check: cannot write the json report to "
                + missing
                + ": there is no such folder\n");
    assertThat(written).content().contains("\"verdict\": \"FAIL\"");
    assertThat(result.out()).startsWith("FAIL  classic profile");
  }

  @Test
  void folderIsNoReport() {
    Result result = shell.run("-r", "json=" + folder, "logs.zip");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .startsWith(
            "golive-check: cannot write the json report to " + folder + ": it is a folder\n");
  }

  @Test
  void failedReportLeavesTheOldOneAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("r.json"), "old");
    WholeFile report = new WholeFile(file);

    org.assertj.core.api.Assertions.assertThatIOException()
        .isThrownBy(
            () ->
                report.write(
                    out -> {
                      out.append("half");
                      throw new IOException("full");
                    }));

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("r.json");
  }

  @Test
  void deviceIsWrittenInPlace() {
    assumeThat(Path.of("/dev/null")).exists();

    assertThat(shell.run("-r", "json=/dev/null", "logs.zip").exit()).isZero();
  }

  @Test
  void fullDeviceIsAFailure() {
    assumeThat(Path.of("/dev/full")).exists();
    Result result = shell.run("-r", "json=/dev/full", "logs.zip");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("cannot write the json report to /dev/full: No space left");
  }

  @Test
  void closedStandardOutputIsNoFailure() {
    shell.log = TestLog.tooFew();
    shell.out = failing("Broken pipe");

    Result result = shell.run("logs.zip");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void fullStandardOutputIsAFailure() {
    shell.out = failing("No space left on device");

    Result result = shell.run("-q", "logs.zip");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo(
            "golive-check: cannot write the text report to standard output:"
                + " No space left on device\n");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void onlyItsOwnerMayReadAFileThatShowsPersonalData() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path report = folder.resolve("r.json");
    Path calls = folder.resolve("c.csv");

    shell.run("--no-redact", "-r", "json=" + report, "logs.zip");
    shell.run("calls", "--no-redact", "-r", "csv=" + calls, "logs.zip");

    for (Path file : List.of(report, calls)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }
}

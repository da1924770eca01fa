package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.golivecheck.cli.Main;
import org.golivecheck.cli.Reports;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.Gate;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.report.data.ReportData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code golive-check report}. */
final class ReportCommandTest {
  private final Shell shell = new Shell();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void passing() throws IOException {
    file = folder.resolve("saved.json");
    save(Reports.of(Verdict.PASS).finding(Severity.WARNING).build());
  }

  private void save(GoLiveReport report) throws IOException {
    StringBuilder text = new StringBuilder();
    ReportFormats.writer("json").write(withCounts(report), text);
    Files.writeString(file, text);
  }

  /** The reports made by hand count no exclusions. */
  private static GoLiveReport withCounts(GoLiveReport report) {
    GoLiveReport.Calls calls = report.calls();
    return report.toBuilder()
        .calls(
            new ReportData.Calls(
                calls.total(),
                calls.countable(),
                0,
                0,
                0,
                0,
                java.util.Map.of(
                    "web-app", 0L, "login", 0L, "oauth", 0L, "diagnostics", 0L, "other-api", 0L),
                null,
                null,
                null,
                null))
        .build();
  }

  @Test
  void printsTextWhereNothingElseIsAskedFor() {
    Result result = shell.run("report", file.toString());

    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("PASS  classic profile");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void printsAnyFormatsToFiles() {
    Path other = folder.resolve("other.json");

    Result result = shell.run("report", file.toString(), "-r", "json=" + other);

    assertThat(other).content().contains("\"verdict\": \"PASS\"");
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("golive-check: PASS by profile classic\n");
  }

  @ParameterizedTest
  @CsvSource({"20, 0", "3, 1", "0, 3"})
  void endsAsTheRunThatSavedIt(int calls, int exit) {
    shell.log = new TestLog(TestLog.clean().entries().subList(0, calls));

    assertThat(shell.run("-r", "json=" + file, "logs.zip").exit()).isEqualTo(exit);
    assertThat(shell.run("report", file.toString()).exit()).isEqualTo(exit);
  }

  @Test
  void keepsTheGateThatWasSavedUnlessAnotherLevelIsAskedFor() throws IOException {
    GoLiveReport report = Reports.of(Verdict.PASS).finding(Severity.WARNING).build();
    save(report.withGate(Gate.DEFAULT.withFailOn(FailOn.WARNING), report.findings()));

    assertThat(shell.run("report", file.toString()).exit()).isEqualTo(1);
    assertThat(shell.run("report", file.toString(), "--fail-on=error").exit()).isZero();
  }

  @Test
  void anInputThatCouldNotBeReadIsToldAgain() throws IOException {
    save(
        Reports.of(Verdict.FAIL)
            .problem(ProblemCode.UNREADABLE_INPUT, "gone.zip", "there is no such file")
            .build());

    Result result = shell.run("report", file.toString());

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo("golive-check: cannot read gone.zip: there is no such file\n");
  }

  @Test
  void readsStandardInput() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Session session =
        new Session(
            new ByteArrayInputStream(Files.readAllBytes(file)),
            out,
            new Messages(new PrintStream(out, true, StandardCharsets.UTF_8), Messages.Level.NORMAL),
            Environment.NONE);

    assertThat(Main.run(List.of("report", "-"), session)).isEqualTo(ExitCode.PASS);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("PASS  classic profile");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"PASS\"~\"YES\"~, line 8: /verdict must be one of PASS, FAIL, NO_VERDICT, not" + " 'YES'",
        "schemaVersion\": 1~schemaVersion\": 2~, line 2: /schemaVersion must be 1, which is what"
            + " this version can read, not 2",
        "{~PK~, line 1: is not JSON: unexpected text at column 1;"
            + " give a report saved with -r json=FILE",
      })
  void aFileThatIsNoReportIsToldByNameAndLine(String old, String changed, String message)
      throws IOException {
    String text = Files.readString(file);
    String wrong = text.replace(old, changed);
    assertThat(wrong).isNotEqualTo(text);
    Files.writeString(file, wrong);

    assertThat(shell.run("report", file.toString()))
        .isEqualTo(new Result(3, "", "golive-check: " + file + message + "\n"));
  }

  @Test
  void aMissingFileOrAFolderIsTold() {
    Path missing = folder.resolve("missing.json");

    assertThat(shell.run("report", missing.toString()))
        .isEqualTo(
            new Result(
                3, "", "golive-check: cannot read " + missing + ": there is no such file\n"));
    assertThat(shell.run("report", folder.toString()))
        .isEqualTo(new Result(3, "", "golive-check: cannot read " + folder + ": it is a folder\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "report~no SAVED.json given; save a report with -r json=FILE first",
        "report a.json b.json~report takes one SAVED.json, not 2",
        "report a.json -r pdf~--report does not know the format 'pdf'; it takes csv, github, ",
      })
  void whatMakesNoSenseIsAUsageError(String line, String message) {
    Result result = shell.run(line.split(" "));

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).startsWith("golive-check: " + message);
  }

  @Test
  void theSavedReportIsNotOverwritten() {
    assertThat(shell.run("report", file.toString(), "-r", "json=" + file).err())
        .startsWith("golive-check: the report would overwrite the input " + file);
  }
}

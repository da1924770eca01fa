package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.golivecheck.cli.FakeEngine;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.log.WrittenLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactCommandTest {
  private static final LogInput INPUT = new LogInput("logs.zip", "request-log", 3, 2, 0);

  private static final WrittenLog WRITTEN =
      new WrittenLog("logs.zip", WrittenLog.Form.REQUEST_LOG, 2);

  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @BeforeEach
  void somethingIsRead() {
    shell.engine.redaction = summary(2, List.of());
  }

  private static RedactionSummary summary(long entries, List<ProblemCount> problems) {
    Map<RemovedKind, Long> removed = Map.of(RemovedKind.TOKEN, 1L, RemovedKind.EMAIL, 30L);
    return new RedactionSummary(
        entries, List.of(WRITTEN), removed, new ReadingSummary(List.of(INPUT), problems));
  }

  private static ProblemCount problem(ProblemCode code) {
    return new ProblemCount(new LogProblem(code, "logs.zip!1.txt", 0, -1, "is broken"), 1);
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
            golive-check: logs.zip: written as a request log (2 entries)
            golive-check: removed: 1 token, 30 e-mail addresses
            """);
    assertThat(safe).hasContent(FakeEngine.ZIP);
    assertThat(shell.engine.asked().inputs()).containsExactly("logs.zip");
  }

  @Test
  void writesToStandardOutputAndNothingElseThere() {
    Result result = shell.run("redact", "logs.zip", "-o", "-", "-q");

    assertThat(result).isEqualTo(new Result(0, FakeEngine.ZIP, ""));
  }

  @Test
  void namesWhatWasLeftOut() {
    shell.engine.redaction = summary(2, List.of(problem(ProblemCode.NO_STATUS_LINE)));

    Result result = redactTo(folder.resolve("safe.zip"));

    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("logs.zip!1.txt: is broken");
  }

  @ParameterizedTest
  @EnumSource(
      value = ProblemCode.class,
      names = {"UNREADABLE_INPUT", "TRUNCATED_ARCHIVE", "LIMIT_REACHED", "ENCRYPTED"})
  void whatCouldNotBeReadIsToldAndTheOthersAreWritten(ProblemCode code) {
    shell.engine.redaction = summary(2, List.of(problem(code)));
    Path safe = folder.resolve("safe.zip");

    Result result = redactTo(safe);

    assertThat(result.exit()).isZero();
    assertThat(result.err().contains("not read to its end")).isEqualTo(code.incomplete());
    assertThat(safe).hasContent(FakeEngine.ZIP);
  }

  @Test
  void leavesAFileAloneWhereNothingWasRead() throws IOException {
    shell.engine.redaction = summary(0, List.of());
    Path safe = Files.writeString(folder.resolve("safe.zip"), "old");

    Result result = redactTo(safe);

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("nothing is written");
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

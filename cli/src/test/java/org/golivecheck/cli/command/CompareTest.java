package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --compare}. */
final class CompareTest {
  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @Test
  void showsWhatHasChangedSinceTheLastRunAndKeepsThisOneForTheNext() throws IOException {
    Path last = folder.resolve("last.json");

    Result first = night(last);
    assertThat(first.exit()).isZero();
    assertThat(first.err()).contains("nothing is compared: cannot read " + last);

    shell.log = TestLog.polling(2);
    Result second = night(last);
    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.out()).contains("The verdict was PASS by profile classic.", "NEW  PL-001");

    shell.log = TestLog.polling(1);
    assertThat(night(last).out()).contains("FEWER  PL-001", "(1 call, before 2)");

    shell.log = TestLog.clean();
    Result fourth = night(last);
    assertThat(fourth.exit()).isZero();
    assertThat(fourth.out()).contains("GONE  PL-001");
    assertThat(shell.run("report", last.toString()).out()).contains("GONE  PL-001");
  }

  private Result night(Path last) {
    return shell.run("logs.zip", "--compare", last.toString(), "-rtext", "-rjson=" + last);
  }

  @Test
  void aRunWithoutAVerdictComparesNothingAndLeavesTheLastReport() throws IOException {
    Path last = folder.resolve("last.json");
    night(last);
    String before = Files.readString(last);

    Result result =
        shell.run("missing.zip", "--compare", last.toString(), "-rtext", "-rjson=" + last);

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("nothing is compared, since there is no verdict");
    assertThat(last).hasContent(before);
  }

  @Test
  void whatIsNoReportDoesNotDecideTheExitCode() throws IOException {
    Path last = Files.writeString(folder.resolve("last.json"), "{}");

    Result result = shell.run("logs.zip", "--compare", last.toString());

    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("nothing is compared: " + last + ", line 1");
  }
}

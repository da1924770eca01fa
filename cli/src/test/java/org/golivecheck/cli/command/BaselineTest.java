package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.golivecheck.cli.console.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --baseline} and {@code --update-baseline}. */
final class BaselineTest {
  private final Shell shell = new Shell();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void polling() {
    file = folder.resolve("golive-baseline.json");
    shell.log = TestLog.polling(1);
    shell.environment = on("1795478400"); // 2026-11-24
  }

  private static Environment on(String epoch) {
    return new Environment(Map.of("SOURCE_DATE_EPOCH", epoch), false, false, 0, null);
  }

  private Result check(String... more) {
    return shell.run(
        Stream.concat(Stream.of("-q", "--baseline", file.toString(), "logs.zip"), Stream.of(more))
            .toArray(String[]::new));
  }

  private void write(String entry) throws IOException {
    Files.writeString(
        file, "{\"schemaVersion\": 1, \"findings\": [" + entry.replace('\'', '"') + "]}");
  }

  @Test
  void isWrittenOnlyWhenAskedTo() throws IOException {
    write("{'fingerprint': '" + TestLog.POLLING + "', 'maxCount': 1}");
    String before = Files.readString(file);

    assertThat(check().exit()).isZero();
    assertThat(file).hasContent(before);
  }

  @Test
  void updateExcusesWhatIsFoundAndTellsSo() {
    Result result = shell.run("--update-baseline", "--baseline=" + file, "logs.zip");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("FAIL  classic profile");
    assertThat(result.err())
        .isEqualTo(
            "golive-check: the baseline "
                + file
                + " has 1 entry: 1 new, 0 dropped, 0 with a higher limit, 0 with a lower limit\n");
    assertThat(file)
        .hasContent(
            """
            {
              "schemaVersion": 1,
              "findings": [
                {
                  "fingerprint": "PL-001 /restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}",
                  "maxCount": 1,
                  "reason": "",
                  "created": "2026-11-24",
                  "until": null
                }
              ]
            }\
            """);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void afterAnUpdateTheCheckPassesAndASecondUpdateChangesNoByte() throws IOException {
    assertThat(check("--update-baseline").exit()).isZero();
    byte[] first = Files.readAllBytes(file);
    shell.environment = on("1805478400");

    assertThat(check().exit()).isZero();
    assertThat(check("--update-baseline").exit()).isZero();
    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void moreOfTheSameFails() {
    check("--update-baseline");
    shell.log = TestLog.polling(2);

    assertThat(check().exit()).isEqualTo(1);
  }

  @Test
  void whatNoReportShowsIsToldWithTheVerdict() throws IOException {
    write("{'fingerprint': '" + TestLog.POLLING + "', 'maxCount': 1}");

    Result result = shell.run("-rjson=" + folder.resolve("r"), "--baseline=" + file, "logs.zip");

    assertThat(result.err())
        .isEqualTo(
            "golive-check: FAIL by profile classic, all of it known: 1 GET of an envelope resource"
                + " came less than 15 minutes after the previous one among the calls of the"
                + " review.\n");
  }

  @Test
  void anUpdateKeepsReasonsAndDaysAndDoesNotRenewWhatHasExpired() throws IOException {
    write(
        "{'fingerprint': '"
            + TestLog.POLLING
            + "', 'maxCount': 9, 'reason': 'soon', 'created': '2026-01-01',"
            + " 'until': '2026-11-23'}, {'fingerprint': 'PL-003', 'maxCount': 2}");

    Result result = shell.run("--baseline=" + file, "--update-baseline", "logs.zip");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo(
            "golive-check: the baseline "
                + file
                + " has 1 entry: 0 new, 1 dropped, 0 with a higher limit, 1 with a lower limit; 1"
                + " expired; write a later 'until' by hand to"
                + " renew\n");
    assertThat(file)
        .content()
        .contains("\"maxCount\": 1,", "\"reason\": \"soon\"", "\"created\": \"2026-01-01\"")
        .contains("\"until\": \"2026-11-23\"")
        .doesNotContain("PL-003");
  }

  @Test
  void anUpdateSaysWhichLimitsGoUp() throws IOException {
    write("{'fingerprint': '" + TestLog.POLLING + "', 'maxCount': 1}");
    shell.log = TestLog.polling(3);

    assertThat(shell.run("--baseline=" + file, "--update-baseline", "logs.zip").err())
        .contains("1 entry: 0 new, 0 dropped, 1 with a higher limit, 0 with a lower limit");
  }

  @Test
  void theDayOfTheReviewDecidesWhatHasExpired() throws IOException {
    write("{'fingerprint': '" + TestLog.POLLING + "', 'maxCount': 1, 'until': '2026-11-23'}");

    assertThat(check().exit()).isEqualTo(1);
    assertThat(check("--as-of", "2026-11-23T23:59:59Z").exit()).isZero();
  }

  @Test
  void withoutAVerdictTheBaselineStaysAsItIs() throws IOException {
    write("{'fingerprint': '" + TestLog.POLLING + "', 'maxCount': 1}");
    String before = Files.readString(file);

    Result result =
        shell.run("--update-baseline", "--baseline", file.toString(), "logs.zip", "gone.zip");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("is not changed, since there is no verdict");
    assertThat(file).hasContent(before);
  }

  @Test
  void aMissingOneIsAnErrorUnlessItIsToBeMade() {
    Result result = check();

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            "golive-check: there is no baseline " + file + "; --update-baseline writes it\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{'fingerprint': 'PL-001', 'maxCount': 0}~, line 1: /findings/0/maxCount must be a whole"
            + " number",
        "{'fingerprint': 'PL-001', 'max': 1}~, line 1: /findings/0 has no maxCount",
      })
  void oneThatCannotBeReadIsAnError(String entry, String message) throws IOException {
    write(entry);

    Result result = check();

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).startsWith("golive-check: the baseline " + file + message);
  }

  @Test
  void aFolderOrBytesThatAreNoTextAreErrors() throws IOException {
    Files.write(file, new byte[] {(byte) 0xc3, 0x28});
    assertThat(check().err())
        .isEqualTo("golive-check: the baseline " + file + " is not UTF-8 text\n");

    file = folder;
    assertThat(check().err())
        .isEqualTo("golive-check: cannot read the baseline " + folder + ": it is a folder\n");
  }

  @Test
  void updateNeedsABaseline() {
    Result result = shell.run("--update-baseline", "logs.zip");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("golive-check: --update-baseline needs a file: give --baseline FILE");
  }

  @Test
  void aReportMustNotOverwriteIt() {
    assertThat(check("-rjson=" + file, "--update-baseline").exit()).isEqualTo(2);
    assertThat(file).doesNotExist();
  }

  @Test
  void oneThatCannotBeWrittenIsAFailure() {
    file = folder.resolve("missing/b.json");

    Result result = check("--update-baseline");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo(
            "golive-check: cannot write the baseline to " + file + ": there is no such folder\n");
    assertThat(result.out()).startsWith("FAIL  classic profile");
  }
}

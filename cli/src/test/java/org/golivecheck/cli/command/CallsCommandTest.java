package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.golivecheck.cli.console.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallsCommandTest {
  private static final String ACCOUNT =
      "/restapi/v2.1/accounts/0a1b2c3d-0000-4000-8000-000000000001";

  private static final String GOOD =
      "{\"timestamp\":\"2026-11-23T10:00:01.5Z\",\"method\":\"GET\",\"url\":\""
          + ACCOUNT
          + "/envelopes/e1?include=tabs\",\"status\":200}";
  private static final String FAILED =
      "{\"timestamp\":\"2026-11-23T10:00:02.1234567Z\",\"method\":\"POST\",\"url\":"
          + "\"https://demo.docusign.net"
          + ACCOUNT
          + "/envelopes\",\"status\":400,\"traceToken\":\"-t2\",\"durationMs\":31,"
          + "\"userAgent\":\"=HYPERLINK(\\\"x\\\")\",\"responseBody\":"
          + "{\"errorCode\":\"@SUM\",\"message\":\"a \\\"b\\\",\\nc\"}}";
  private static final String EXCLUDED =
      "{\"timestamp\":\"2026-11-23T10:00:03Z\",\"method\":\"GET\",\"url\":"
          + "\"https://account-d.docusign.com/oauth/userinfo\",\"status\":200}";

  /** A call whose path and error code are long. */
  private static final String LONG =
      "{\"timestamp\":\"2026-11-23T10:00:01.5Z\",\"method\":\"OPTIONS\",\"url\":"
          + "\"https://demo.docusign.net/restapi/v2.1/a/b/c/d/e/f/g/h/i/j/k\",\"status\":404,"
          + "\"responseBody\":{\"errorCode\":\"THE_RESOURCE_WAS_NOT_FOUND\",\"message\":\"\"}}";

  private final Shell shell = new Shell();

  @BeforeEach
  void threeCallsInNoOrder() {
    shell.log = TestLog.of(GOOD, FAILED, EXCLUDED);
  }

  @Test
  void aTableInAPipeShowsEveryTextWhole() {
    shell.log = TestLog.of(LONG);

    assertThat(shell.run("calls", "logs.zip"))
        .isEqualTo(
            new Result(
                0,
                """
                TIME (UTC)              METHOD  ST. OPERATION OR PATH                   ERROR [EXCLUDED]
                2026-11-23 10:00:01.500 OPTIONS 404 /restapi/v2.1/a/b/c/d/e/f/g/h/i/j/k THE_RESOURCE_WAS_NOT_FOUND
                """,
                ""));
  }

  @Test
  void aTableOnATerminalIsAsWideAsThat() {
    shell.log = TestLog.of(LONG);
    shell.environment = new Environment(Map.of("NO_COLOR", "1"), true, false, 80, null);

    String table = shell.run("calls", "logs.zip").out();

    assertThat(table)
        .isEqualTo(
            """
            TIME (UTC)              METHOD  ST. OPERATION OR PATH          ERROR [EXCLUDED]
            2026-11-23 10:00:01.500 OPTIONS 404 ...1/a/b/c/d/e/f/g/h/i/j/k THE_RESOURCE_WA..
            """);
    assertThat(table.lines()).allMatch(line -> line.length() <= 80);
    shell.environment = new Environment(Map.of("NO_COLOR", "1"), true, false, 200, null);
    assertThat(shell.run("calls", "logs.zip").out())
        .contains(" /restapi/v2.1/a/b/c/d/e/f/g/h/i/j/k THE_RESOURCE_WAS_NOT_FOUND\n");
  }

  @Test
  void failedCallsAreRedInColour() {
    shell.environment = new Environment(Map.of(), true, false, 120, null);

    assertThat(shell.run("calls", "logs.zip").out().lines().filter(line -> line.contains("\u001b")))
        .singleElement()
        .asString()
        .contains(" 400 ")
        .startsWith("\u001b[31m")
        .endsWith("\u001b[0m");
  }

  @Test
  void csvCannotSmuggleFormulas() {
    assertThat(shell.run("calls", "-r", "csv", "logs.zip").out().split("\r\n"))
        .hasSize(4)
        .startsWith(
            "timestamp,method,host,path,url,operation,status,errorCode,message,traceToken,"
                + "durationMs,userAgent,source,excluded,resource,query,vantage,gaps,errorForm,"
                + "errorText,itemErrors,sdk,referer,httpOrigin,actsOnBehalfOf,"
                + "legacyAuthentication,requestBytes,hourlyLimit,hourlyRemaining,hourlyReset,"
                + "burstLimit,burstRemaining,answeredByDocuSign,integrationKey,account,user,"
                + "errorWrapper,scopes,redirectUri,grant")
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        ",400,'@SUM,\"a \"\"b\"\", c\",'-t2,31,\"'=HYPERLINK(\"\"x\"\")\","
                            + "logs.zip!01.txt:1,,"));
  }

  @Test
  void ndjsonIsOneObjectALineWithTheNamesOfTheReport() {
    assertThat(shell.run("calls", "-r", "ndjson", "logs.zip").out().split("\n"))
        .hasSize(3)
        .contains(
            "{\"timestamp\":\"2026-11-23T10:00:02.1234567Z\",\"method\":\"POST\","
                + "\"host\":\"demo.docusign.net\","
                + "\"path\":\"/restapi/v2.1/accounts/{accountId}/envelopes\","
                + "\"url\":\"https://demo.docusign.net"
                + ACCOUNT
                + "/envelopes\",\"operation\":\"Envelopes:create\",\"status\":400,"
                + "\"errorCode\":\"@SUM\",\"message\":\"a \\\"b\\\", c\",\"traceToken\":\"-t2\","
                + "\"durationMs\":31,\"userAgent\":\"=HYPERLINK(\\\"x\\\")\","
                + "\"source\":\"logs.zip!01.txt:1\",\"excluded\":null,\"resource\":\""
                + ACCOUNT
                + "/envelopes\",\"query\":null,\"vantage\":\"client\","
                + "\"errorForm\":\"docusign\",\"errorText\":\"{\\\"errorCode\\\":\\\"@SUM\\\","
                + "\\\"message\\\":\\\"a \\\\\\\"b\\\\\\\",\\\\nc\\\"}\","
                + "\"answeredByDocuSign\":true}");
  }

  @Test
  void listsGoToSeveralPlacesInOneRun(@TempDir Path folder) {
    Path csv = folder.resolve("calls.csv");

    Result result = shell.run("calls", "-r", "csv=" + csv, "-r", "ndjson", "logs.zip");

    assertThat(csv).content().hasLineCount(4);
    assertThat(result.out()).hasLineCount(3);
  }

  @Test
  void timesLimitTheList() {
    assertThat(
            shell
                .run(
                    "calls",
                    "-r",
                    "ndjson",
                    "--since=2026-11-23T10:00:01.5Z",
                    "--until=2026-11-23T10:00:03Z",
                    "logs.zip")
                .out())
        .hasLineCount(2)
        .doesNotContain("userinfo");
  }

  @Test
  void problemsAreToldOnStandardError() {
    String broken = GOOD.replace("2026-11-23T10:00:01.5Z", "yesterday");
    shell.log = TestLog.of(GOOD, (broken + "\n").repeat(50));

    Result result = shell.run("calls", "logs.zip");

    assertThat(result.exit()).isZero();
    assertThat(result.err())
        .startsWith("golive-check: logs.zip!01.txt: The timestamp 'yesterday' is not a time")
        .containsPattern(" \\(and \\d+ more like it\\)\n$");
    assertThat(shell.run("calls", "-q", "logs.zip").err()).isEmpty();
  }

  @Test
  void aMissingInputIsToldAndTheOthersAreListed() {
    Result result = shell.run("calls", "logs.zip", "gone.zip");

    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEqualTo("golive-check: gone.zip: does not exist; check the name\n");
    assertThat(result.out()).hasLineCount(4);
  }

  @Test
  void nothingReadExitsWith3UnlessAllowed() {
    shell.log = TestLog.empty();

    assertThat(shell.run("calls", "-r", "ndjson", "logs.zip"))
        .isEqualTo(
            new Result(
                3,
                "",
                "golive-check: no call could be read; golive-check formats lists what can be\n"));
    assertThat(shell.run("calls", "--allow-empty", "logs.zip").exit()).isZero();
  }
}

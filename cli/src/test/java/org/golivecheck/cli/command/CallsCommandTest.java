package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Client;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.ReadingSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallsCommandTest {
  private static final String ACCOUNT =
      "/restapi/v2.1/accounts/0a1b2c3d-0000-4000-8000-000000000001";

  private final Shell shell = new Shell();

  @BeforeEach
  void readThreeCallsInNoOrder() {
    ApiCall failed =
        ApiCall.builder(
                Instant.parse("2026-11-23T10:00:02.1234567Z"),
                "POST",
                "https://demo.docusign.net" + ACCOUNT + "/envelopes",
                400)
            .traceToken("-t2")
            .source("logs.zip!01.txt")
            .client(new Client("=HYPERLINK(\"x\")", null, null, null, null, false))
            .duration(Duration.ofMillis(31))
            .error(new ApiError("@SUM", "a \"b\",\nc", BodyForm.DOCUSIGN, null, ""))
            .build();
    ApiCall good =
        ApiCall.builder(
                Instant.parse("2026-11-23T10:00:01.5Z"),
                "GET",
                ACCOUNT + "/envelopes/e1?include=tabs",
                200)
            .source("logs.zip!00.txt")
            .build();
    ApiCall excluded =
        ApiCall.builder(
                Instant.parse("2026-11-23T10:00:03Z"),
                "GET",
                "https://account-d.docusign.com/oauth/userinfo",
                200)
            .source("logs.zip!02.txt")
            .build();
    shell.engine.calls = List.of(failed, excluded, good);
    shell.engine.summary = summary(3, List.of());
  }

  @Test
  void aTableInAPipeShowsEveryTextWhole() {
    shell.engine.calls = List.of(longCall());

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
    shell.engine.calls = List.of(longCall());
    shell.environment = new Environment(Map.of("NO_COLOR", "1"), true, false, 80);

    String table = shell.run("calls", "logs.zip").out();

    assertThat(table)
        .isEqualTo(
            """
            TIME (UTC)              METHOD  ST. OPERATION OR PATH          ERROR [EXCLUDED]
            2026-11-23 10:00:01.500 OPTIONS 404 ...1/a/b/c/d/e/f/g/h/i/j/k THE_RESOURCE_WA..
            """);
    assertThat(table.lines()).allMatch(line -> line.length() <= 80);
    shell.environment = new Environment(Map.of("NO_COLOR", "1"), true, false, 200);
    assertThat(shell.run("calls", "logs.zip").out())
        .contains(" /restapi/v2.1/a/b/c/d/e/f/g/h/i/j/k THE_RESOURCE_WAS_NOT_FOUND\n");
  }

  private static ApiCall longCall() {
    return ApiCall.builder(
            Instant.parse("2026-11-23T10:00:01.5Z"),
            "OPTIONS",
            "/restapi/v2.1/a/b/c/d/e/f/g/h/i/j/k",
            404)
        .source("logs.zip!00.txt")
        .error(new ApiError("THE_RESOURCE_WAS_NOT_FOUND", null, BodyForm.DOCUSIGN, null, ""))
        .build();
  }

  @Test
  void failedCallsAreRedInColour() {
    shell.environment = new Environment(Map.of(), true, false, 120);

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
                + "burstLimit,burstRemaining,answeredByDocuSign,integrationKey,account,user")
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        ",400,'@SUM,\"a \"\"b\"\", c\",'-t2,31,\"'=HYPERLINK(\"\"x\"\")\","
                            + "logs.zip!01.txt,,"));
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
                + "\"source\":\"logs.zip!01.txt\",\"excluded\":null,\"resource\":\""
                + ACCOUNT
                + "/envelopes\",\"query\":null,\"vantage\":\"docusign\","
                + "\"errorForm\":\"docusign\"}");
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
    LogProblem problem =
        new LogProblem(ProblemCode.NO_TIMESTAMP, "logs.zip!x.txt", 1, 0, "it has no Timestamp");
    shell.engine.summary = summary(3, List.of(new ProblemCount(problem, 4)));

    Result result = shell.run("calls", "logs.zip");

    assertThat(result.exit()).isZero();
    assertThat(result.err())
        .isEqualTo("golive-check: logs.zip!x.txt: it has no Timestamp (and 3 more like it)\n");
    assertThat(shell.run("calls", "-q", "logs.zip").err()).isEmpty();
  }

  @Test
  void aMissingInputIsToldAndTheOthersAreListed() {
    LogProblem problem = new LogProblem(ProblemCode.UNREADABLE_INPUT, "gone.zip", 0, -1, "gone");
    shell.engine.summary = summary(3, List.of(new ProblemCount(problem, 1)));

    Result result = shell.run("calls", "logs.zip", "gone.zip");

    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEqualTo("golive-check: gone.zip: gone\n");
    assertThat(result.out()).hasLineCount(4);
  }

  @Test
  void nothingReadExitsWith3UnlessAllowed() {
    shell.engine.calls = List.of();
    shell.engine.summary = summary(0, List.of());

    assertThat(shell.run("calls", "-r", "ndjson", "logs.zip")).isEqualTo(new Result(3, "", ""));
    assertThat(shell.run("calls", "--allow-empty", "logs.zip").exit()).isZero();
  }

  @Test
  void logsAreClosed() {
    shell.run("calls", "logs.zip");

    assertThat(shell.engine.closed).isTrue();
  }

  private static ReadingSummary summary(long calls, List<ProblemCount> problems) {
    return new ReadingSummary(
        List.of(new LogInput("logs.zip", "request-log", calls, calls, 0)), problems);
  }
}

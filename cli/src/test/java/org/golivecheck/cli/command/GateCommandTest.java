package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.cli.fetch.StubDocuSign.error;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.golivecheck.cli.Main;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.fetch.Keys;
import org.golivecheck.cli.fetch.StubDocuSign;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.render.ReportFormats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate on the library itself, against a server on this machine. */
final class GateCommandTest {
  private static final Environment WITH_TOKEN =
      new Environment(Map.of("GOLIVE_CHECK_TOKEN", StubDocuSign.TOKEN), false, false, 0, null);

  private StubDocuSign stub;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    stub = StubDocuSign.start();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private Result gate(Object... arguments) {
    List<String> typed = new ArrayList<>(List.of("gate", "--base-uri", stub.uri()));
    Arrays.stream(arguments).map(Object::toString).forEach(typed::add);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
    InputStream in = new ByteArrayInputStream(new byte[0]);
    int exit = Main.run(typed.toArray(new String[0]), in, out, err, WITH_TOKEN);
    return new Result(
        exit, out.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
  }

  @Test
  void passesAndLeavesNothingBehind() throws IOException {
    stub.logging(25);

    Result result = gate();

    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("PASS  classic profile");
    assertThat(result.out()).containsPattern("request-logs-\\d{8}T\\d{6}Z\\.zip \\(request-log\\)");
    assertThat(result.err()).isEqualTo("golive-check: the log takes 25 more calls\n");
    assertThat(stub.entries()).isEqualTo(25);
  }

  @Test
  void failsOnTooFewCalls() {
    stub.logging(7);

    assertThat(gate("--account", "5f2c9b1e-0000-4000-8000-000000000001").out())
        .startsWith("FAIL  classic profile")
        .contains("GL-001", "7 read");
    assertThat(gate("--fail-on", "never").exit()).isZero();
  }

  @Test
  void givesEachAccountAVerdict() {
    stub.logging(20);

    assertThat(gate("--each", "account").out())
        .startsWith("PASS")
        .contains("Each judged by itself, 1 account: 1 PASS");
  }

  @Test
  void itsOwnCallsDoNotCount() {
    stub.logging(20).diagnostics(3);

    Result result = gate("-r", "json");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("\"countable\": 20", "\"diagnostics\": 3");
  }

  @Test
  void takesTheOptionsOfFetchAndCheckButForOtherLogs() {
    Set<String> options = new HashSet<>(names(new FetchCommand()));
    options.addAll(names(new CheckCommand()));
    options.removeAll(Set.of("input-format", "map", "zone", "log-format"));

    assertThat(names(new GateCommand())).containsExactlyInAnyOrderElementsOf(options);
  }

  private static List<String> names(Command command) {
    return command.spec().options().stream().map(OptionSpec::name).toList();
  }

  @Test
  void keepsTheLogWhereAskedTo() throws IOException {
    stub.logging(20);
    Path log = folder.resolve("log.zip");
    Path report = folder.resolve("report.json");

    Result result = gate("-o", log, "--clear", "-r", "json=" + report);

    assertThat(result.exit()).isZero();
    assertThat(report).content().contains("\"verdict\": \"PASS\"");
    assertThat(Files.size(log)).isPositive();
    assertThat(stub.entries()).isZero();
  }

  @Test
  void clearsTheSavedLogThoughAReportCannotBeWritten() throws IOException {
    stub.logging(20);
    Path log = folder.resolve("log.zip");

    Result result = gate("-o", log, "--clear", "--start", "-r", "json=" + folder.resolve("no/x"));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err())
        .contains("there is no such folder")
        .contains("not everything could be written, so logging is not switched on");
    assertThat(log).exists();
    assertThat(stub.entries()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--clear", "--every 1s --for 1s"})
  void keepsTheLogThatItClearsThoughNoPlaceIsNamed(String options) throws IOException {
    stub.logging(20);

    Result result = gate((Object[]) options.split(" "));

    Matcher file =
        Pattern.compile("wrote 20 calls to (request-logs-\\d{8}T\\d{6}Z\\.zip)")
            .matcher(result.err());
    assertThat(file.find()).as(result.err()).isTrue();
    Path log = Path.of(file.group(1));
    assertThat(Files.size(log)).isPositive();
    Files.delete(log);
    assertThat(result.out()).contains(log.toString());
    assertThat(result.exit()).isZero();
    assertThat(stub.entries()).isZero();
  }

  @Test
  void aLogThatCannotBeClearedGivesNoVerdict() {
    stub.logging(20).next("DELETE " + StubDocuSign.LOGS, error(403, "USER_LACKS_PERMISSIONS"));

    Result result = gate("-o", folder.resolve("log.zip"), "--clear");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out())
        .startsWith("NO_VERDICT")
        .contains("may not read or clear request", "20 countable", "ask the account administrator");
  }

  @Test
  void aReportInPlaceOfAFetchedLogIsRefusedBeforeAnythingIsFetched() {
    Path log = folder.resolve("x.zip");

    assertThat(gate("-o", log, "-r", "json=" + log).exit()).isEqualTo(2);
    assertThat(gate("-o", folder, "-r", "json=" + log).err())
        .contains("the report would overwrite the fetched log " + log);
    assertThat(stub.seen()).isEmpty();
  }

  @Test
  void callsFromBeforeTheRunAreSavedAndClearedButNotJudged() throws IOException {
    stub.logging(50);

    Result result = gate("-o", folder, "--every", "1s", "--for", "1s", "--clear", "--start");

    assertThat(result.out()).contains("0 read");
    assertThat(result.err())
        .contains("wrote 50 calls", "from before this run; they are not judged");
    assertThat(stub.entries()).isZero();
    assertThat(stub.isLogging()).isTrue();
  }

  @Test
  void aCallThatIsLoggedWhileTheLogIsSavedIsJudgedToo() throws IOException {
    stub.logging(20)
        .next(
            "GET " + StubDocuSign.LOGS,
            exchange -> {
              byte[] zip = stub.zip();
              stub.calling(1);
              StubDocuSign.bytes(zip).to(exchange);
            });

    Result result = gate("-o", folder, "--clear");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("21 countable");
    assertThat(stub.entries()).isZero();
  }

  @Test
  void aLogWithFewerCallsThanCountedIsIncompleteWithAndWithoutClearing() throws IOException {
    byte[] fewer = stub.logging(20).zip();
    stub.calling(1);
    for (int i = 0; i < 6; i++) {
      stub.next("GET " + StubDocuSign.LOGS, StubDocuSign.bytes(fewer));
    }

    Result kept = gate();
    Result cleared = gate("-o", folder, "--clear", "--allow-empty");

    assertThat(kept.exit()).isEqualTo(3);
    assertThat(kept.out()).contains("GL-000", "the settings counted 21 calls, but the log has 20");
    assertThat(cleared.exit()).isEqualTo(3);
    assertThat(cleared.out()).contains("GL-000", "so it was not cleared");
    assertThat(stub.entries()).isEqualTo(21);

    Result later = new Shell().run("check", folder.toString());
    assertThat(later.exit()).as("whoever judges the kept logs learns so").isEqualTo(3);
    assertThat(later.out()).contains("GL-000", "so it was not cleared");
  }

  @Test
  void writesTheRedactedLogAlone() throws IOException {
    stub.logging(20);
    Path log = folder.resolve("log.zip");

    Result result = gate("-o", log, "--redact", "-q");

    assertThat(result.exit()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(log);
    }
    assertThat(unzipped(log)).doesNotContain("signing-secret").contains("201 Created");
  }

  private static String unzipped(Path zip) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      while (in.getNextEntry() != null) {
        text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  @Test
  void manyLogsAreJudgedAndRedactedAsOne() throws IOException {
    stub.logging(15);
    stub.next(
        "DELETE " + StubDocuSign.LOGS,
        exchange -> {
          stub.clear().calling(10);
          StubDocuSign.answer(200, "").to(exchange);
        });
    Path log = folder.resolve("log.zip");

    Result result = gate("--every", "1s", "--for", "2s", "-o", log, "--redact", "-r", "json");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("\"countable\": 25");
    assertThat(result.err()).contains("wrote 15 calls to " + log, "wrote 25 calls to " + log);
    assertThat(unzipped(log).split("TraceToken: ")).hasSizeGreaterThan(25);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aCommandRunsWhileTheLogIsFetched() throws IOException {
    stub.logging(3).callingAfterStart(12);
    Path ready = folder.resolve("ready");
    stub.next(
        "DELETE " + StubDocuSign.LOGS,
        exchange -> {
          stub.clear();
          StubDocuSign.answer(200, "").to(exchange);
        });
    stub.next(
        "DELETE " + StubDocuSign.LOGS,
        exchange -> {
          stub.clear().callingAfterStart(12);
          StubDocuSign.answer(200, "").to(exchange);
          Files.createFile(ready);
        });
    String script =
        "echo testing; while [ ! -e '%s' ]; do sleep 0.1; done; echo done >&2; exit 7"
            .formatted(ready);

    Result result = gate("--every", "1s", "-o", folder, "-r", "json", "--", "sh", "-c", script, "");

    assertThat(result.out()).startsWith("{").contains("\"countable\": 24", "\"PASS\"");
    assertThat(result.err())
        .contains("calls from before this run; they are not judged", "testing\n", "done\n")
        .contains("sh ended with exit code 7");
    assertThat(result.exit()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"20, 0, 0", "20, 9, 9", "7, 9, 1", "50, 9, 3"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theWorstOfGateAndCommandIsTheExitCode(int calls, int command, int exit) {
    Path made = folder.resolve("made");
    stub.callingAfterStart(calls);

    assertThat(gate("-o", folder, "--", "sh", "-c", "touch '" + made + "'; exit " + command).exit())
        .isEqualTo(exit);
    assertThat(made).exists();
  }

  @Test
  void aCommandThatCannotBeStartedGivesNoVerdict() {
    Result result = gate("-o", folder, "--", "./no-such-tests");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("./no-such-tests");
  }

  @Test
  void aRunThatEndsTooSoonIsNoPass() throws IOException {
    stub.logging(30);
    stub.next(
        "DELETE " + StubDocuSign.LOGS,
        exchange -> {
          stub.clear().next("GET " + StubDocuSign.SETTINGS, error(403, ""));
          StubDocuSign.answer(200, "").to(exchange);
        });

    Result result = gate("--every", "1s", "--for", "10m", "-o", folder);

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).contains("30 read");
    assertThat(result.err()).contains("cannot read request log: the user of the access token may");
  }

  @Test
  void whatCannotBeFetchedIsToldInEveryReport() throws IOException {
    stub.logging(20).next("GET " + StubDocuSign.LOGS, error(403, "USER_LACKS_PERMISSIONS"));
    Path report = folder.resolve("report.json");

    Result result = gate("-r", "text", "-r", "json=" + report, "--clear");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).contains("ask the account administrator");
    assertThat(report).content().contains("NO_VERDICT", "ask the account administrator");
    assertThat(result.err())
        .startsWith("golive-check: cannot read request log: the user of the access token may not")
        .hasLineCount(1);
    assertThat(stub.entries()).isEqualTo(20);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whyThereIsNoVerdictAndWhatToDoIsInEveryReport(String format) {
    stub.logging(20).next("GET " + StubDocuSign.LOGS, error(403, "USER_LACKS_PERMISSIONS"));

    Result result = gate("-r", format);

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out())
        .contains("may not read or clear request logs", "ask the account administrator");
  }

  @Test
  void theLinkForConsentIsInTheReport() throws IOException {
    stub.next("POST /oauth/token", StubDocuSign.answer(400, "{\"error\":\"consent_required\"}"));
    // The number of a host is personal data in reports, its name is not.
    String authentication = stub.uri().replace("127.0.0.1", "localhost");
    Path report = folder.resolve("report.json");

    Result result =
        gate(
            "--auth-host",
            authentication,
            "--integration-key",
            "7c2b8d7e-0000-4000-8000-00000000000a",
            "--user-id",
            "9d0f1c22-0000-4000-8000-00000000000b",
            "--private-key-file",
            Keys.writePkcs8(folder.resolve("key")),
            "--redirect-uri",
            "https://example.com/",
            "-r",
            "json=" + report);

    String link =
        authentication
            + "/oauth/auth?response_type=code&scope=signature%20impersonation"
            + "&client_id=7c2b8d7e-0000-4000-8000-00000000000a"
            + "&redirect_uri=https%3A%2F%2Fexample.com%2F";
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains(link);
    assertThat(report).content().contains(link);
  }

  private static Stream<String> formats() {
    return ReportFormats.names().stream();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aFullLogHasNoVerdictAndEveryReportSaysWhatIsMissing(String format) {
    stub.logging(50);

    Result result = gate("-r", format);

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).contains("later calls are missing", "--clear", "--every");
  }

  @Test
  void loggingThatWasOffHasNoVerdict() {
    stub.logging(25).switchOff();

    Result result = gate("-r", "junit");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).contains("request logging was off", "--start");
  }

  @Test
  void anEmptyLogIsNoVerdictUnlessAllowed() {
    stub.logging(0);
    assertThat(gate().exit()).isEqualTo(3);
    assertThat(gate("--allow-empty").exit()).isZero();
  }

  @Test
  void aLogThatCannotBeWrittenIsAFailureThoughJudged() throws IOException {
    stub.logging(20);
    Path file = Files.createFile(folder.resolve("file"));

    Result result = gate("-o", file.resolve("logs"), "--clear");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).startsWith("PASS");
    assertThat(stub.entries()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "logs.zip     > gate takes no INPUT",
        "-o -         > gate prints a report",
        "--          > -- needs the COMMAND",
        "--every 1s --for 2s -- true > --for is of no use with a COMMAND",
        "logs.zip -- true > gate takes no INPUT",
        "--redact     > --redact needs a place to write to",
        "-r none      > --report does not know the format 'none'",
        "--baseline x > there is no baseline x",
        "--profile x  > --profile does not know 'x'",
      })
  void nothingIsFetchedForAWrongCommandLine(String line, String message) {
    stub.logging(20);

    Result result = gate((Object[]) line.split(" "));

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).startsWith("golive-check: " + message);
    assertThat(stub.seen()).isEmpty();
  }
}

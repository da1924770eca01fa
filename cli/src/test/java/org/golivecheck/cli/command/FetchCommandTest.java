package org.golivecheck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.golivecheck.cli.Shell;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.TestLog;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.fetch.StubDocuSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FetchCommandTest {
  private final Shell shell = new Shell();
  private StubDocuSign stub;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    stub = StubDocuSign.start();
    useToken(StubDocuSign.TOKEN);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private void useToken(String token) {
    shell.environment = new Environment(Map.of("GOLIVE_CHECK_TOKEN", token), false, false, 0, null);
  }

  private Result fetch(Object... arguments) {
    List<String> typed = new ArrayList<>(List.of("fetch", "--base-uri", stub.uri()));
    Arrays.stream(arguments).map(Object::toString).forEach(typed::add);
    return shell.run(typed.toArray(new String[0]));
  }

  private List<Path> files(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.toList();
    }
  }

  @Test
  void writesAZipIntoAFolderThatItMakes() throws IOException {
    stub.logging(3);
    Path logs = folder.resolve("logs");

    Result result = fetch("-o", logs);

    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(files(logs))
        .singleElement()
        .satisfies(file -> assertThat(file).hasBinaryContent(stub.zip()));
    assertThat(files(logs).get(0).getFileName().toString())
        .matches("request-logs-\\d{8}T\\d{6}Z\\.zip");
    assertThat(result.err())
        .isEqualTo(
            "golive-check: wrote 3 calls to "
                + files(logs).get(0)
                + ", with all secrets that DocuSign logged; --redact writes none\n"
                + "golive-check: the log takes 47 more calls\n");
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    stub.logging(3);
    Path logs = folder.resolve("logs");

    fetch("-o", logs);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logs)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files(logs).get(0))))
        .isEqualTo("rw-------");
  }

  @Test
  void neverOverwritesAnEarlierLog() throws IOException {
    stub.logging(3);

    fetch("-o", folder);
    fetch("-o", folder);
    fetch("-o", folder);

    assertThat(files(folder)).hasSize(3);
  }

  @Test
  void writesOneFile() throws IOException {
    stub.logging(3);
    Path file = folder.resolve("log.ZIP");

    assertThat(fetch("-o", file, "-q")).isEqualTo(new Result(0, "", ""));
    assertThat(file).hasBinaryContent(stub.zip());
  }

  @Test
  void writesToStandardOutput() throws IOException {
    stub.logging(3);

    assertThat(fetch("-o", "-", "-q").out()).startsWith("PK");
  }

  @Test
  void writesOnlyTheRedactedLog() throws IOException {
    stub.logging(3);
    Path file = folder.resolve("log.zip");

    Result result = fetch("-o", file, "--redact");

    assertThat(result.exit()).isZero();
    assertThat(files(folder)).containsExactly(file);
    assertThat(file).content(StandardCharsets.ISO_8859_1).startsWith("PK");
    assertThat(Files.readAllBytes(file)).isNotEqualTo(stub.zip());
    assertThat(result.err())
        .isEqualTo(
            "golive-check: wrote 3 calls to "
                + file
                + "; removed: 3 secrets, 6 ids replaced\n"
                + "golive-check: the log takes 47 more calls\n");
  }

  @Test
  void clearsNothingThatCannotBeWritten() throws IOException {
    stub.logging(3);
    Path file = Files.createFile(folder.resolve("file"));

    Result result = fetch("-o", file.resolve("logs"), "--clear");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("cannot write the request log to " + file);
    assertThat(stub.entries()).isEqualTo(3);
  }

  @Test
  void clearsNothingThatCannotBeRedacted() {
    stub.logging(3)
        .next(
            "GET /restapi/v2.1/diagnostics/request_logs",
            StubDocuSign.bytes(TestLog.of("no call").zip()));

    Result result = fetch("-o", folder, "--redact", "--clear");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("nothing was written");
    assertThat(stub.entries()).isEqualTo(3);
  }

  @Test
  void nothingToFetchIsNoSuccess() throws IOException {
    Result result = fetch("-o", folder, "--start");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("contains no call").contains("request logging is on");
    assertThat(files(folder)).singleElement().asString().endsWith(".incomplete");
    assertThat(stub.isLogging()).isTrue();
  }

  @Test
  void aFullLogIsWrittenButIsNotAllOfTheCalls() throws IOException {
    stub.logging(50);

    assertThat(fetch("-o", folder).exit()).isEqualTo(3);
    assertThat(files(folder)).hasSize(2).anyMatch(file -> file.toString().endsWith(".zip"));
  }

  @Test
  void startingAFullLogNamesTheOptionThatEmptiesIt() {
    stub.logging(50);

    Result result = fetch("--start");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("--clear");
  }

  @Test
  void preparesARun() {
    stub.logging(3);

    Result result = fetch("--clear", "--start");

    assertThat(result)
        .isEqualTo(
            new Result(
                0, "", "golive-check: request logging is on; the log takes 50 more calls\n"));
    assertThat(stub.entries()).isZero();
  }

  @Test
  void fetchesAgainAndAgain() throws IOException {
    stub.logging(3);

    Result result = fetch("-o", folder, "--every", "1s", "--for", "1s");

    assertThat(result.exit()).isZero();
    assertThat(files(folder)).hasSize(1);
    assertThat(stub.entries()).isZero();
    assertThat(stub.isLogging()).isTrue();
  }

  @Test
  void takesTheTokenFromAFile() throws IOException {
    stub.logging(3);
    useToken("another");
    Path token = Files.writeString(folder.resolve("token"), StubDocuSign.TOKEN + "\n");

    assertThat(fetch("-o", folder.resolve("log.zip"), "--token-file", token).exit()).isZero();
  }

  @Test
  void aRefusedTokenIsToldWithoutTheToken() {
    useToken("expired-token");

    Result result = fetch("-o", folder, "-v");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("refuses the access token").doesNotContain("expired-token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "                      > nothing to do",
        "logs.zip -o logs      > fetch takes no INPUT",
        "-o logs --base-uri x:y > --base-uri does not understand 'x:y'",
        "-o logs --base-uri http://demo.docusign.net > --base-uri must begin with https://",
        "-o logs --auth-host http://x.com > --auth-host must begin with https://",
        "-o logs --timeout 5   > --timeout takes a time such as 900s, 15m or 1h, at most 8760h, not"
            + " '5'",
        "-o logs --timeout 0s  > --timeout takes a time such as 900s",
        "-o - --clear          > -o - and clearing may lose the log",
        "-o - --every 5s       > -o - and clearing may lose the log",
        "-o a.zip --every 5s   > --every fetches more than one log",
        "--every 5s            > --every needs a place to write to",
        "-o logs --every 5     > --every takes a time such as 900s",
        "-o logs --for 5m      > --for needs --every TIME",
        "--start --redact      > --redact needs a place to write to",
        "-o logs --user-id x   > --user-id needs --private-key-file FILE",
        "-o logs --private-key-file k > --private-key-file needs --integration-key KEY too",
        "-o logs --private-key-file k --integration-key x > --private-key-file needs --user-id ID"
            + " too",
        "-o logs --private-key-file k --integration-key x --user-id y > there is no private key"
            + " file k",
        "-o logs --private-key-file k --token-file t > --token-file and --private-key-file"
            + " contradict",
        "-o logs --private-key-file k --integration-key= --user-id y > --integration-key is empty;",
        "-o logs --private-key-file= --integration-key x > --private-key-file is empty;",
        "-o logs --base-uri=   > --base-uri is empty; give a value or leave it out",
        "-o logs --token-file none > there is no token file none",
        "-o logs --token-file . > cannot read the token file .: it is a folder",
      })
  void isExplained(String line, String message) {
    List<String> typed = new ArrayList<>(List.of("fetch"));
    if (line != null) {
      typed.addAll(List.of(line.split(" +")));
    }

    Result result = shell.run(typed.toArray(new String[0]));

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).startsWith("golive-check: " + message);
    assertThat(stub.seen()).isEmpty();
  }

  @Test
  void aMissingTokenIsAskedFor() {
    shell.environment = Environment.NONE;

    Result result = fetch("-o", folder);

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("no access token", "GOLIVE_CHECK_TOKEN", "--token-file");
  }

  @Test
  void anEmptyTokenIsSaidToBeEmpty() {
    useToken("");

    assertThat(fetch("-o", folder).err())
        .contains("the environment variable GOLIVE_CHECK_TOKEN is empty");
  }

  @Test
  void aTokenIsNoArgument() {
    assertThat(fetch("-o", folder, "--token", "x").err()).contains("unknown option '--token'");
  }
}

package org.golivecheck.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.golivecheck.log.UnrelatedFiles.Unrelated;
import org.golivecheck.log.ZipBytes.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no log is not judged, and the message names what it is. */
class UnrelatedFilesTest {
  private static final String HOST = "https://api.example.com/v1/orders/";

  @TempDir private Path folder;

  static Stream<Unrelated> files() {
    return UnrelatedFiles.of(20, 10).stream();
  }

  static Stream<Unrelated> oneOfEachKind() {
    return UnrelatedFiles.of(20, 1).stream();
  }

  private static ReadLog read(byte[] bytes) {
    return ReadLog.of(bytes, FormatOptions.NONE, ReadLimits.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileThatIsNoLogIsNamed(Unrelated file) {
    ReadLog read = read(file.bytes());

    assertThat(read.calls()).isEmpty();
    assertThat(read.format()).isEqualTo("unknown");
    assertThat(read.problem().code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
    assertThat(read.problem().message())
        .startsWith(file.told().startsWith("is") ? file.told() : "is in")
        .contains(file.told());
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void aFileOnDiskIsNamedAsAStreamIs(Unrelated file) throws IOException {
    Path path = Files.write(folder.resolve("file"), file.bytes());
    try (LogCalls logs = Logs.open(List.of(LogSource.of(path)), ReadLimits.DEFAULT, 1)) {
      assertThat(logs.stream()).isEmpty();
      assertThat(logs.summary().problems())
          .singleElement()
          .extracting(row -> row.problem().message())
          .isEqualTo(read(file.bytes()).problem().message());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#\n",
        " \n",
        "\n",
        "//\n",
        "/*\n",
        "<!--",
        "<?xml ?>",
        "<!DOCTYPE a>",
        "a: \n",
        "a:\n",
        "- ",
        "---\n",
        "To: a\n",
        " a\n",
        "a=\n",
        "[a]\n",
        ";",
        ",",
        "[",
        "{\"a\":",
        "public ",
        "\"\"\"",
        "'",
        "import ",
        "\"GET "
      })
  void aPartThatIsRepeatedOftenDoesNoHarm(String part) {
    assertThat(read(part.repeat(50_000).getBytes(StandardCharsets.UTF_8)).calls()).isEmpty();
  }

  /** Which calls of theirs count is for the rules to say. */
  static Stream<Arguments> logsOfOtherApis() {
    Random random = new Random(20);
    return IntStream.range(0, 10)
        .mapToObj(i -> HOST + random.nextInt(1_000))
        .flatMap(
            url ->
                Stream.of(
                    arguments(
                        "ndjson",
                        "{\"time\":\"2026-11-01T10:00:00Z\",\"method\":\"GET\",\"url\":\"%s\",\"status\":200}\n"
                            .formatted(url)),
                    arguments(
                        "har",
                        "{\"log\":{\"version\":\"1.2\",\"creator\":{},\"entries\":[{\"startedDateTime\":\"2026-11-01T10:00:00Z\",\"time\":1,\"request\":{\"method\":\"GET\",\"url\":\"%s\"},\"response\":{\"status\":200}}]}}"
                            .formatted(url)),
                    arguments(
                        "access-log",
                        "10.0.0.1 - - [01/Nov/2026:10:00:00 +0000] \"GET /%s HTTP/1.1\" 200 1 \"-\" \"-\"\n"
                            .formatted(url.substring(HOST.length())))));
  }

  @ParameterizedTest
  @MethodSource("logsOfOtherApis")
  void logsOfOtherApisAreReadInTheirFormatAndShowNoCallToDocuSign(String format, String text) {
    ReadLog log = read(text.getBytes(StandardCharsets.UTF_8));

    assertThat(log.format()).isEqualTo(format);
    assertThat(log.calls())
        .singleElement()
        .matches(call -> !call.url().host().contains("docusign"))
        .matches(call -> !call.url().path().contains("/restapi/"));
  }

  @Test
  void theFilesAroundTheLogsOfASupportCaseAreSkippedAndCounted() throws IOException {
    byte[] zip =
        new ZipBytes()
            .add(Entry.stored("README.txt", "A support case on DocuSign API calls\n"))
            .add(
                Entry.stored(
                    "1-docusign.txt",
                    "To: DocuSign\nSubject: [Demo] it fails\n\nEnvironment: Demo\n"))
            .add(Entry.stored("report.txt", "FAIL  classic profile: these calls fail.\n"))
            .add(
                Entry.stored(
                    "report.html",
                    "<!DOCTYPE html>\n<html><meta name=\"generator\" content=\"golive-check 1\">"))
            .add(
                Entry.stored(
                    "report.json", "{\"schemaVersion\":1,\"tool\":{},\"verdict\":\"FAIL\"}"))
            .bytes();

    ReadLog read = read(zip);

    assertThat(read.summary().problems()).isEmpty();
    assertThat(read.input().skipped()).isEqualTo(5);
    assertThat(read.input().entries()).isZero();
  }
}

package org.golivecheck;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.config.LogSources;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.report.GateDecision.Result;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was not read to its end never passes, whatever it is and wherever it lies. */
class IncompleteInputTest {
  private static final int CALLS = 24;
  private static final int FEW = 3;
  private static final String PATH =
      "/restapi/v2.1/accounts/11111111-1111-4111-8111-111111111111/envelopes";

  @TempDir private Path folder;
  private Path good;

  @BeforeEach
  void writeLogThatPasses() throws IOException {
    good = write("good.ndjson", ndjson());
    assertThat(check(good.toString()).verdict()).isEqualTo(Verdict.PASS);
  }

  private static String record(int i) {
    return String.format(
        Locale.ROOT,
        "{\"timestamp\":\"2026-11-23T12:%02d:00Z\",\"method\":\"POST\",\"url\":"
            + "\"https://demo.docusign.net%s\",\"status\":201}",
        i,
        PATH);
  }

  private static byte[] ndjson() {
    return ndjson(CALLS);
  }

  private static byte[] ndjson(int calls) {
    return IntStream.range(0, calls)
        .mapToObj(i -> record(i) + "\n")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }

  private static byte[] har() {
    return har(CALLS);
  }

  private static byte[] har(int calls) {
    String entries =
        IntStream.range(0, calls)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "{\"startedDateTime\":\"2026-11-23T12:%02d:00Z\",\"time\":5,\"request\":"
                            + "{\"method\":\"POST\",\"url\":\"https://demo.docusign.net%s\","
                            + "\"headers\":[]},\"response\":{\"status\":201,\"headers\":[]}}",
                        i,
                        PATH))
            .collect(Collectors.joining(","));
    return ("{\"log\":{\"version\":\"1.2\",\"entries\":[" + entries + "]}}").getBytes(UTF_8);
  }

  private static byte[] array() {
    return IntStream.range(0, CALLS)
        .mapToObj(IncompleteInputTest::record)
        .collect(Collectors.joining(",\n", "[", "]"))
        .getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zipOfEntries() throws IOException {
    return zipOfEntries(CALLS);
  }

  private static byte[] zipOfEntries(int calls) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < calls; i++) {
        zip.putNextEntry(new ZipEntry("call" + i + ".ndjson"));
        zip.write(record(i).getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length * 9 / 10);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF_8));
  }

  private static GoLiveReport check(String... inputs) {
    return check(GoLiveCheck.withDefaults(), inputs);
  }

  private static GoLiveReport check(GoLiveCheck check, String... inputs) {
    return check.check(LogSources.parse(List.of(inputs), new ByteArrayInputStream(new byte[0])));
  }

  private GoLiveReport besideGood(Path other) {
    return check(good.toString(), other.toString());
  }

  private static void assertIncomplete(GoLiveReport report, String... said) {
    assertThat(report.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(report.decision().result()).isEqualTo(Result.UNDECIDED);
    assertThat(report.reasons().get(0).rule()).isEqualTo("GL-000");
    assertThat(report.reasons().get(0).message().toString()).contains(said);
  }

  private static void assertPasses(GoLiveReport report) {
    assertThat(report.reasons()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.decision().result()).isEqualTo(Result.PASSED);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void aMissingFileBesideALogThatPassesIsNamed(Profile profile) {
    GoLiveCheck check = GoLiveCheck.withDefaults().withProfile(profile);

    assertIncomplete(
        check(check, good.toString(), folder.resolve("gone.zip").toString()),
        "gone.zip: does not exist; check the name");
  }

  @Test
  void aMissingFileGivenTwiceIsOneProblem() {
    String gone = folder.resolve("gone.zip").toString();
    GoLiveReport report = check(good.toString(), gone, gone);

    assertThat(report.problems()).hasSize(1);
    assertThat(report.inputs()).hasSize(2);
  }

  @Test
  void aPatternThatMatchesNothingIsMissingInput() {
    assertIncomplete(
        check(good.toString(), folder + "/*.har"), "*.har: matches no file; check the pattern");
  }

  @Test
  void aNamedFileThatIsNoLogIsIncompleteAndAFolderSkipsIt() throws IOException {
    Path notes = write("sub/notes.txt", "Remember the milk.\n");

    assertIncomplete(
        besideGood(notes), "notes.txt", "A file that is named as an input has to be a log");
    assertIncomplete(check(good.toString(), folder + "/sub/*"), "notes.txt");

    GoLiveReport report = check(folder.toString());
    assertPasses(report);
    assertThat(report.inputs()).extracting(Input::skipped).containsExactly(1L);
    assertThat(report.inputs()).extracting(Input::entries).containsExactly((long) CALLS);
  }

  @Test
  void aFileInAFolderWhoseLinesLookLikeCallsIsIncomplete() throws IOException {
    write("own.txt", "23.11. 12:00|POST|" + PATH + "/{id}|400|envelope\n");

    assertIncomplete(check(folder.toString()), "own.txt", "Lines in it look like calls");
  }

  @Test
  void aDocumentThatNamesMethodsAndPathsIsNoLog() throws IOException {
    write("README.md", "# Requests\n\n    POST https://demo.docusign.net" + PATH + "\n");

    assertPasses(check(folder.toString()));
  }

  @Test
  void aFolderWithoutAnyLogHasNoVerdictAndMayBeAllowed() throws IOException {
    write("sub/notes.txt", "Remember the milk.\n");
    GoLiveReport report = check(folder.resolve("sub").toString());

    assertThat(report.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(report.reasons()).hasSize(1);
  }

  @Test
  void anEmptyFileIsNoCall() throws IOException {
    assertPasses(besideGood(write("empty.log", "")));
    assertPasses(besideGood(write("empty.gz", gzip(new byte[0]))));
    assertPasses(besideGood(write("blank.log", "\r\n \n")));
  }

  @Test
  void aLogWithoutCallsIsANote() throws IOException {
    String start = "2026-11-23 12:00:00,000 INFO a\n2026-11-23 12:00:01,000 INFO b\n";
    GoLiveReport report = besideGood(write("app.log", start));

    assertPasses(report);
    assertThat(report.notes()).anyMatch(note -> note.contains("app.log: neither"));
    assertThat(report.problems()).isEmpty();
    for (String text :
        List.of(
            "",
            "{\"time\":\"2026-11-23T12:00:00Z\",\"level\":\"info\",\"message\":\"started\"}\n")) {
      assertThat(besideGood(write("quiet.ndjson", text)).notes())
          .anyMatch(note -> note.startsWith("No call was found in ") && note.contains("quiet"));
    }
  }

  @Test
  void aLogOfWhichEveryCallIsAProblemSaysInTheReasonWhatToDo() throws IOException {
    String log = new String(ndjson(2), UTF_8).replace("00Z", "00");
    GoLiveReport report = check(write("local.ndjson", log).toString());

    assertThat(report.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(report.reasons()).hasSize(1);
    assertThat(report.reasons().get(0).message().toString())
        .startsWith("No call could be read. ")
        .contains("local.ndjson", "--zone");
  }

  @Test
  void aLogWhoseLinesLookLikeCallsThatAreNotReadIsIncomplete() throws IOException {
    String lines =
        "2026-11-23 12:00:00,000 INFO start\n2026-11-23 12:00:01,000 INFO POST "
            + PATH
            + "/{id} 400\n";

    assertIncomplete(besideGood(write("app.log", lines)), "app.log", "looks like a call");
  }

  @Test
  void aDamagedEntryOfAWholeArchiveIsAProblemAlone() throws IOException {
    byte[] zip = zipOfEntries();
    int at = new String(zip, ISO_8859_1).indexOf("call7.ndjson") + "call7.ndjson".length() + 10;
    zip[at] ^= 0x55;
    GoLiveReport report = check(write("logs.zip", zip).toString());

    assertThat(report.problems()).hasSize(1);
    assertPasses(report);
  }

  @Test
  void anArchiveInAnArchiveThatIsCutIsIncomplete() throws IOException {
    assertIncomplete(
        besideGood(write("outer.zip", zip("inner.zip", half(zipOfEntries())))),
        "outer.zip!inner.zip");
    assertIncomplete(
        besideGood(write("outer.zip", zip("inner.gz", half(gzip(ndjson()))))),
        "outer.zip!inner.gz");
  }

  @Test
  void documentsThatAreCutAreIncomplete() throws IOException {
    assertIncomplete(besideGood(write("a.har", half(har()))), "a.har");
    assertIncomplete(besideGood(write("a.json", half(array()))), "a.json");
    byte[] array = array();
    int between = new String(array, UTF_8).indexOf(",\n{", array.length / 2);
    assertIncomplete(besideGood(write("b.json", Arrays.copyOf(array, between))), "b.json");
    byte[] base64 = Base64.getMimeEncoder().encode(zipOfEntries());
    assertIncomplete(besideGood(write("a.b64", half(base64))), "a.b64");
    byte[] letters = Base64.getEncoder().withoutPadding().encode(ndjson());
    int cut = letters.length - letters.length % 4 - 3;
    assertIncomplete(check(write("b.b64", Arrays.copyOf(letters, cut)).toString()), "b.b64");
  }

  @Test
  void aLineOfAnAccessLogThatIsCutIsIncomplete() throws IOException {
    String line = "10.0.0.1 - - [23/Nov/2026:12:59:00 +0000] \"POST " + PATH + " HTTP/1.1\" 201 9";
    String log = line + "\n" + line.substring(0, line.length() - 20);

    assertIncomplete(besideGood(write("access.log", log)), "access.log", "may be cut");
    assertPasses(besideGood(write("access.log", line)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"entries", "total-bytes", "entry-bytes", "line-bytes"})
  void aLimitThatCallsMayBeLostByIsIncomplete(String limit) throws IOException {
    ReadLimits limits = ReadLimits.DEFAULT.with(limit, 7);
    Path zip = write("logs.zip", zipOfEntries());

    assertIncomplete(
        check(GoLiveCheck.withDefaults().withLimits(limits), zip.toString()), "--limit " + limit);
  }

  @Test
  void aBodyThatIsCutForScanningIsNot() throws IOException {
    String entry =
        "Timestamp: 2026-11-23T12:00:00.0000000Z\r\n\r\nPOST https://demo.docusign.net"
            + PATH
            + "\r\nUser-Agent: "
            + "x".repeat(500)
            + "\r\n\r\n201 Created\r\n\r\nContent-Type: application/json\r\n\r\n{}";
    ReadLimits limits = ReadLimits.DEFAULT.with("line-bytes", 300);
    write("call.txt", entry);
    GoLiveReport report =
        check(GoLiveCheck.withDefaults().withLimits(limits), folder.resolve("call.txt").toString());

    assertThat(report.problems()).extracting(GoLiveReport.Problem::code).contains("ENTRY_LIMIT");
    assertThat(report.reasons()).extracting(GoLiveReport.Reason::rule).containsExactly("GL-001");
  }

  @Test
  void aFailByAnErrorStaysButDecidesNothing() throws IOException {
    Path bad = write("bad.ndjson", record(59).replace("201", "400"));
    GoLiveReport report =
        check(good.toString(), bad.toString(), folder.resolve("gone.zip").toString());

    assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(report.reasons())
        .extracting(GoLiveReport.Reason::rule)
        .containsExactly("GL-002", "GL-000");
    assertThat(report.decision().result()).isEqualTo(Result.UNDECIDED);
  }

  /** Whatever a cut leaves of a log, it has no verdict unless no byte of a call is left unread. */
  private static void assertCutsHaveNoVerdict(byte[] whole, IntPredicate complete) {
    assertThat(few(whole).verdict()).isEqualTo(Verdict.PASS);
    for (int length = 1; length < whole.length; length++) {
      GoLiveReport report = few(Arrays.copyOf(whole, length));
      if (!complete.test(length)) {
        assertThat(report.verdict()).as("cut after %s bytes", length).isEqualTo(Verdict.NO_VERDICT);
        assertThat(report.decision().result()).isEqualTo(Result.UNDECIDED);
      }
    }
  }

  /** Judges by the profile under which a few calls pass. */
  private static GoLiveReport few(byte[] log) {
    return GoLiveCheck.withDefaults()
        .withProfile(Profile.CURRENT)
        .withThreads(1)
        .check(List.of(LogSource.of("-", new ByteArrayInputStream(log))));
  }

  @Test
  void cutsOfNdjsonHaveNoVerdictUnlessAllRecordsAreWhole() {
    byte[] whole = ndjson(FEW);
    // Between records nothing shows that others followed.
    assertCutsHaveNoVerdict(whole, length -> whole[length - 1] == '\n' || whole[length] == '\n');
  }

  @Test
  void cutsOfTablesHaveNoVerdictUnlessAllRowsAreWhole() {
    String rows =
        IntStream.range(0, FEW)
            .mapToObj(
                i ->
                    "\"https://demo.docusign.net"
                        + PATH
                        + "\",2026-11-23T12:0"
                        + i
                        + ":00Z,POST,201\r\n")
            .collect(Collectors.joining("", "url,timestamp,method,status\r\n", ""));
    byte[] whole = rows.getBytes(UTF_8);
    // A quote alone at the start of a row is an empty row.
    assertCutsHaveNoVerdict(
        whole,
        length ->
            whole[length - 1] < ' '
                || whole[length] < ' '
                || (whole[length - 1] == '"' && whole[length - 2] == '\n'));
  }

  @Test
  void cutsOfArchivesHaveNoVerdict() {
    assertCutsHaveNoVerdict(har(FEW), length -> false);
  }

  @Test
  void cutsOfGzipHaveNoVerdict() throws IOException {
    assertCutsHaveNoVerdict(gzip(ndjson(FEW)), length -> false);
  }

  @Test
  void cutsOfZipHaveNoVerdict() throws IOException {
    assertCutsHaveNoVerdict(zipOfEntries(FEW), length -> false);
  }

  @Test
  void cutsOfZipFilesHaveNoVerdict() throws IOException {
    byte[] whole = zipOfEntries(FEW);
    GoLiveCheck current = GoLiveCheck.withDefaults().withProfile(Profile.CURRENT);
    for (int length = 1; length < whole.length; length++) {
      Path file = write("cut.zip", Arrays.copyOf(whole, length));
      assertThat(check(current, file.toString()).verdict())
          .as("cut after %s bytes", length)
          .isEqualTo(Verdict.NO_VERDICT);
    }
  }
}

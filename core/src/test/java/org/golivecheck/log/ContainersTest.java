package org.golivecheck.log;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.golivecheck.log.ZipBytes.join;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.golivecheck.log.ZipBytes.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every container, from a file and from a pipe: what is read does not depend on which. */
class ContainersTest {
  private static final String LOG = "CALL a\r\nbody ä €\r\nCALL b\r\n";
  private static final byte[] ZIP = ZipBytes.of("CALL a", "CALL b");

  @TempDir private Path folder;

  static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] base64(byte[] bytes) {
    return Base64.getEncoder().encode(bytes);
  }

  private static byte[] zipOf(String name, byte[] bytes) {
    return new ZipBytes().add(Entry.stored(name, bytes)).bytes();
  }

  private static Arguments input(String what, byte[] bytes, String... calls) {
    return Arguments.of(what, bytes, List.of(calls));
  }

  static Stream<Arguments> inputs() {
    byte[] utf8 = LOG.getBytes(UTF_8);
    byte[] gap = "#!/bin/sh\nunzip \"$0\"\n".getBytes(UTF_8);
    return Stream.of(
        input("text", utf8, " a", " b"),
        input("text with UTF-8 mark", ("\uFEFF" + LOG).getBytes(UTF_8), " a", " b"),
        input("UTF-16LE", ("\uFEFF" + LOG).getBytes(UTF_16LE), " a", " b"),
        input("UTF-16BE", ("\uFEFF" + LOG).getBytes(UTF_16BE), " a", " b"),
        input("zip", ZIP, "!0.txt a", "!1.txt b"),
        input("zip after other bytes", join(gap, ZIP), "!0.txt a", "!1.txt b"),
        input("zip before other bytes", join(ZIP, gap), "!0.txt a", "!1.txt b"),
        input(
            "zip after counted bytes",
            new ZipBytes().raw(gap).add(new Entry("0.txt", "CALL a")).bytes(),
            "!0.txt a"),
        input(
            "zip after zip", join(ZIP, ZipBytes.of("CALL c")), "!0.txt a", "!0.txt c", "!1.txt b"),
        input(
            "zip with mark of parts",
            join(new byte[] {'P', 'K', 7, 8}, ZIP),
            "!0.txt a",
            "!1.txt b"),
        input("gzip of text", gzip(utf8), " a", " b"),
        input("gzip of UTF-16", gzip(("\uFEFF" + LOG).getBytes(UTF_16LE)), " a", " b"),
        input(
            "two gzip members", join(gzip(utf8), gzip("CALL c".getBytes(UTF_8))), " a", " b", " c"),
        input("gzip before other bytes", join(gzip(utf8), new byte[512]), " a", " b"),
        input("gzip of zip", gzip(ZIP), "!0.txt a", "!1.txt b"),
        input("base64 of text", base64(utf8), " a", " b"),
        input("quoted base64", join(new byte[] {'"'}, base64(utf8), new byte[] {'"'}), " a", " b"),
        input("base64 in lines", Base64.getMimeEncoder().encode(utf8), " a", " b"),
        input("base64 of zip", base64(ZIP), "!0.txt a", "!1.txt b"),
        input(
            "base64 of zip in lines", Base64.getMimeEncoder().encode(ZIP), "!0.txt a", "!1.txt b"),
        input("zip in zip", zipOf("in.zip", ZIP), "!in.zip!0.txt a", "!in.zip!1.txt b"),
        input("gzip in zip", zipOf("a.gz", gzip(utf8)), "!a.gz a", "!a.gz b"),
        input("gzip of zip in zip", zipOf("in", gzip(ZIP)), "!in!0.txt a", "!in!1.txt b"),
        input("base64 in zip", zipOf("a.txt", base64(utf8)), "!a.txt a", "!a.txt b"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void fileAndPipeHoldTheSameCalls(String what, byte[] bytes, List<String> calls)
      throws IOException {
    Path file = Files.write(folder.resolve("input"), bytes);
    Reads fromFile = Reads.path(file);
    Reads fromPipe = Reads.bytes(bytes);

    assertThat(fromFile.calls()).isEqualTo(calls.stream().map(c -> file + c).toList());
    assertThat(fromPipe.calls()).isEqualTo(calls.stream().map(c -> "-" + c).toList());
    assertThat(fromFile.codes()).isEmpty();
    assertThat(fromPipe.codes()).isEmpty();
    assertThat(fromFile.input())
        .isEqualTo(new LogInput(file.toString(), "call-lines", calls.size(), calls.size(), 0));
    assertThat(fromPipe.input())
        .isEqualTo(new LogInput("-", "call-lines", calls.size(), calls.size(), 0));
  }

  @Test
  void archiveInArchiveInArchiveIsTooDeep() throws IOException {
    byte[] deep = zipOf("b.zip", zipOf("c.zip", ZIP));
    Path file = Files.write(folder.resolve("a.zip"), deep);

    for (Reads reads : List.of(Reads.path(file), Reads.bytes(deep))) {
      assertThat(reads.calls()).isEmpty();
      assertThat(reads.problem().code()).isEqualTo(ProblemCode.NESTED_TOO_DEEP);
      assertThat(reads.problem().source()).endsWith("!b.zip!c.zip");
      assertThat(reads.input().entries()).isEqualTo(1);
    }
  }

  @Test
  void manyLayersOfGzipAreTooDeep() {
    byte[] layers = gzip(gzip(gzip(gzip(gzip(LOG.getBytes(UTF_8))))));

    assertThat(Reads.bytes(layers).codes()).containsExactly(ProblemCode.NESTED_TOO_DEEP);
  }

  @Test
  void unknownBytesAreAProblemThatShowsTheirStart() {
    Reads reads = Reads.bytes("\u0001DF-1.7\n and more bytes".getBytes(UTF_8));

    assertThat(reads.problem().code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
    assertThat(reads.problem().message()).contains("\"\\x01DF-1.7\\n and more bytes\"");
    assertThat(reads.input()).isEqualTo(new LogInput("-", "unknown", 1, 0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%PDF-1.7^A | is a PDF",
        "DF^A | that is not text",
        "<html> | is an HTML page: it may be an error page in place of a download",
        " {\"a\":1} | that is JSON.",
        "[400] Error | that is lines of text",
        "a - \"GET /a HTTP/1.1\" 1 | that looks like an access log: say how its lines are made",
        "send: b'POST /restapi/v2.1'#reply: 'HTTP/1.1 201' | that is lines of text",
        "newman##DocuSign smoke | is what newman prints: run it with --reporters json",
        "a,b,c | that is a table.",
        "what is this | that is lines of text; the nearest formats are call-lines; try --input-format",
      })
  void unknownTextsAreToldByWhatComesNearest(String text, String told) {
    Reads reads = Reads.bytes(text.replace("^A", "\u0001").replace('#', '\n').getBytes(UTF_8));

    assertThat(reads.problem().code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
    assertThat(reads.problem().message()).contains(told);
  }

  @Test
  void unknownEntriesDoNotHideTheOthers() {
    Reads reads = Reads.bytes(ZipBytes.of("what is this", "CALL b"));

    assertThat(reads.calls()).containsExactly("-!1.txt b");
    assertThat(reads.problem().source()).isEqualTo("-!0.txt");
    assertThat(reads.summary().incomplete()).isFalse();
  }

  @Test
  void foldersEmptyEntriesAndTheFindersFilesAreSkippedAndCounted() throws IOException {
    byte[] zip =
        new ZipBytes()
            .add(Entry.stored("logs/", ""))
            .add(Entry.stored("logs/empty.txt", ""))
            .add(new Entry("streamed-empty.txt", "").descriptor(4, true))
            .add(new Entry("__MACOSX/logs/._0.txt", "\0\5\26\7"))
            .add(new Entry("__MACOSX/any.txt", "CALL no").descriptor(4, true))
            .add(new Entry("logs/__MACOSX/any.txt", "CALL no"))
            .add(new Entry("logs/.DS_Store", "CALL no"))
            .add(new Entry("._a.txt", "CALL no"))
            .add(new Entry("my__MACOSX/b.DS_Store", "CALL a"))
            .bytes();
    Path file = Files.write(folder.resolve("a.zip"), zip);

    for (Reads reads : List.of(Reads.path(file), Reads.bytes(zip))) {
      assertThat(reads.tokens()).containsExactly("a");
      assertThat(reads.codes()).isEmpty();
      assertThat(reads.input().skipped()).isEqualTo(8);
      assertThat(reads.input().entries()).isEqualTo(1);
    }
  }

  @Test
  void emptyInputIsSkipped() throws IOException {
    Path file = Files.write(folder.resolve("empty"), new byte[0]);

    for (Reads reads : List.of(Reads.path(file), Reads.bytes(new byte[0]))) {
      assertThat(reads.codes()).isEmpty();
      assertThat(reads.input().skipped()).isEqualTo(1);
      assertThat(reads.input().entries()).isZero();
    }
  }

  @Test
  void emptyArchiveHasNoEntries() throws IOException {
    Path file = Files.write(folder.resolve("empty.zip"), ZipBytes.of());

    for (Reads reads : List.of(Reads.path(file), Reads.bytes(ZipBytes.of()))) {
      assertThat(reads.codes()).isEmpty();
      assertThat(reads.input().skipped()).isZero();
      assertThat(reads.input().entries()).isZero();
    }
  }

  @Test
  void forcedFormatReadsWhatIsNotRecognised() {
    byte[] zip = ZipBytes.of("first line\nCALL a");
    LogSource source = LogSource.of("-", new ByteArrayInputStream(zip));
    var reader = new CallLines();
    try (LogCalls logs =
        Logs.open(List.of(source), ReadLimits.DEFAULT, 1, List.of(reader), reader)) {
      assertThat(logs.stream().map(Reads::line)).containsExactly("-!0.txt a");
      assertThat(logs.summary().problems()).isEmpty();
    }
  }

  @Test
  void callsCanBePulledOneByOne() {
    LogSource source = LogSource.of("-", new ByteArrayInputStream(zipOf("in", ZIP)));
    try (LogCalls logs =
        Logs.open(List.of(source), ReadLimits.DEFAULT, 1, List.of(new CallLines()), null)) {
      var calls = logs.stream().iterator();
      assertThat(calls.next().traceToken()).isEqualTo("a");
      assertThat(calls.next().traceToken()).isEqualTo("b");
      assertThat(calls.hasNext()).isFalse();
    }
  }

  @Test
  void gzipThatEndsEarlyIsTruncatedAndItsCallsBeforeTheCutCount() {
    byte[] whole = gzip(LOG.repeat(100).getBytes(UTF_8));
    List<String> calls = Reads.bytes(whole).calls();
    for (int length = 3; length < whole.length; length++) {
      Reads reads = Reads.bytes(Arrays.copyOf(whole, length));

      assertThat(reads.calls()).isSubsetOf(calls).hasSizeLessThanOrEqualTo(calls.size());
      assertThat(reads.codes()).containsExactly(ProblemCode.TRUNCATED_ARCHIVE);
      assertThat(reads.summary().incomplete()).isTrue();
    }
    assertThat(Reads.bytes(Arrays.copyOf(whole, whole.length - 1)).calls()).isEqualTo(calls);
  }

  @Test
  void gzipWithWrongChecksumIsDamaged() {
    byte[] bytes = gzip(LOG.getBytes(UTF_8));
    bytes[bytes.length - 8] ^= 1;

    assertThat(Reads.bytes(bytes).calls()).isEmpty();
    assertThat(Reads.bytes(bytes).codes()).containsExactly(ProblemCode.DAMAGED_ENTRY);
  }

  @Test
  void zipInTruncatedGzipKeepsItsFirstEntries() {
    byte[] zip =
        new ZipBytes()
            .add(Entry.stored("0.txt", "CALL a"))
            .add(Entry.stored("1.txt", "CALL b " + "x".repeat(500)))
            .bytes();
    byte[] whole = gzip(zip);
    Reads reads = Reads.bytes(Arrays.copyOf(whole, whole.length / 2));

    assertThat(reads.tokens()).containsExactly("a");
    assertThat(reads.codes()).containsExactly(ProblemCode.TRUNCATED_ARCHIVE);
  }

  @Test
  void failingStreamIsUnreadableButKeepsItsFirstEntries() {
    byte[] part = Arrays.copyOf(ZIP, ZIP.length - 30);
    LogSource source = LogSource.of("-", Reads.failingAfter(part));
    Reads reads = Reads.all(List.of(source), ReadLimits.DEFAULT, 1);

    assertThat(reads.tokens()).containsExactly("a", "b");
    assertThat(reads.problem().code()).isEqualTo(ProblemCode.UNREADABLE_INPUT);
    assertThat(reads.problem().message()).contains("connection reset");
    assertThat(reads.summary().incomplete()).isTrue();
  }

  @Test
  void callsCanBeAskedForOnce() {
    try (LogCalls logs = Logs.open(List.of(), ReadLimits.DEFAULT, 1)) {
      assertThat(logs.stream()).isEmpty();
      assertThatIllegalStateException().isThrownBy(logs::stream);
    }
  }
}

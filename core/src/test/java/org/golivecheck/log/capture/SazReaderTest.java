package org.golivecheck.log.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.ReadingSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SazReaderTest {
  private static final String URL =
      "https://demo.docusign.net/restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555/envelopes";
  private static final String REQUEST =
      "GET " + URL + " HTTP/1.1\r\nHost: demo.docusign.net\r\nUser-Agent: a\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nX-DocuSign-TraceToken: t1\r\n\r\n";
  private static final String TIMES =
      "<?xml version=\"1.0\"?><Session SID=\"1\"><SessionTimers"
          + " ClientConnected=\"2026-11-23T14:00:00.0000000-07:00\""
          + " ClientBeginRequest=\"2026-11-23T14:08:05.2910000-07:00\""
          + " ServerDoneResponse=\"2026-11-23T14:08:05.7000000-07:00\""
          + " ClientDoneResponse=\"2026-11-23T14:08:05.7141234-07:00\" /></Session>";

  /** The entries of an archive in their order; a text is bytes of Latin 1. */
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private SazReaderTest add(String name, String text) {
    return add(name, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private SazReaderTest add(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  private SazReaderTest exchange(int number, String answer) {
    return add("raw/" + number + "_c.txt", REQUEST)
        .add("raw/" + number + "_m.xml", TIMES)
        .add("raw/" + number + "_s.txt", answer);
  }

  private byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private ReadLog read() {
    return ReadLog.of(zip(), FormatOptions.NONE, ReadLimits.DEFAULT);
  }

  @Test
  void exchangeIsPutTogetherOfItsEntries() {
    ReadLog log = exchange(1, OK).add("_index.htm", "<html>").read();

    ApiCall call = log.call();
    assertThat(log.format()).isEqualTo("saz");
    assertThat(log.input().entries()).isEqualTo(1);
    assertThat(log.input().skipped()).isEqualTo(1);
    assertThat(call.source()).isEqualTo("log!1");
    assertThat(call.timestamp()).isEqualTo(Instant.parse("2026-11-23T21:08:05.7141234Z"));
    assertThat(call.duration()).isEqualTo(Duration.ofNanos(423_123_400));
    assertThat(call.url().host()).isEqualTo("demo.docusign.net");
    assertThat(call.traceToken()).isEqualTo("t1");
    assertThat(call.client().userAgent()).isEqualTo("a");
    assertThat(call.requestBytes()).isZero();
  }

  @Test
  void entriesMayComeInAnyOrder() {
    for (int number = 1; number <= 30; number++) {
      exchange(number, OK.replace("t1", "t" + number));
    }
    List<String> expected = read().lines().stream().sorted().toList();
    List<Map.Entry<String, byte[]>> shuffled = new ArrayList<>(entries.entrySet());
    Collections.shuffle(shuffled, new Random(1));
    entries.clear();
    shuffled.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));

    ReadLog log = read();

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines().stream().sorted()).containsExactlyElementsOf(expected).hasSize(30);
  }

  @Test
  void fileIsReadAsAPipeIsByAnyNumberOfThreads(@TempDir Path folder) throws IOException {
    for (int number = 1; number <= 3_000; number++) {
      exchange(number, OK.replace("t1", "t" + number));
    }
    Path file = Files.write(folder.resolve("session.saz"), zip());

    for (LogSource source :
        List.of(LogSource.of(file), LogSource.of("-", new ByteArrayInputStream(zip())))) {
      try (LogCalls logs = Logs.open(List.of(source), ReadLimits.DEFAULT, 4)) {
        long calls = logs.stream().map(ApiCall::traceToken).distinct().count();
        ReadingSummary summary = logs.summary();

        assertThat(calls).isEqualTo(3_000);
        assertThat(summary.problems()).isEmpty();
        assertThat(summary.inputs().get(0).entries()).isEqualTo(3_000);
      }
    }
  }

  @Test
  void archiveInAZipIsReadBesideOtherLogs() {
    byte[] saz = exchange(1, OK).zip();
    entries.clear();

    ReadLog log = add("support/session.saz", saz).add("raw/notes.txt", "x").read();

    assertThat(log.calls()).hasSize(1);
    assertThat(log.calls().get(0).source()).isEqualTo("log!support/session.saz!1");
    assertThat(log.problem().code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
    assertThat(log.problem().source()).isEqualTo("log!raw/notes.txt");
  }

  @Test
  void requestLogWithNamesOfFiddlerStaysARequestLog() {
    String entry =
        "TraceToken: 1e57f1b2-0000-4000-8000-000000000001\r\n"
            + "Timestamp: 2026-11-23T09:00:00.0000000Z\r\n\r\nGET "
            + URL
            + "\r\nAccept: a\r\n\r\n200 OK\r\n\r\nContent-Type: a\r\n\r\n{}";

    ReadLog log = add("raw/1_c.txt", entry).read();

    assertThat(log.format()).isEqualTo("request-log");
    assertThat(log.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "raw deflate", "decoded"})
  void bodyIsTakenOutOfChunksAndCompression(String coding) throws IOException {
    byte[] body = "{\"errorDetails\":{\"errorCode\":\"A_CODE\"}}".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    switch (coding) {
      case "gzip" -> {
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
          gzip.write(body);
        }
      }
      case "decoded" -> packed.write(body);
      default -> {
        var deflater = new java.util.zip.Deflater(9, coding.startsWith("raw"));
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed, deflater)) {
          deflate.write(body);
        }
        deflater.end();
      }
    }
    String coded = packed.toString(StandardCharsets.ISO_8859_1);
    String chunks =
        "5;ext=1\r\n"
            + coded.substring(0, 5)
            + "\r\n"
            + Integer.toHexString(coded.length() - 5)
            + "\r\n"
            + coded.substring(5)
            + "\r\n0\r\n\r\n";
    String head = "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding.replace("raw ", "") + "\r\n";

    String chunked =
        head.replace("decoded", "gzip") + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
    ReadLog log =
        exchange(1, chunked).exchange(2, head.replace("decoded", "gzip") + "\r\n" + coded).read();

    assertThat(log.calls()).hasSize(2);
    assertThat(log.calls())
        .allSatisfy(
            call ->
                assertThat(call.itemErrors())
                    .extracting(ItemError::code)
                    .containsExactly("A_CODE"));
  }

  @Test
  void bodyThatCannotBeDecodedIsNone() {
    String answer =
        "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Encoding: %s\r\n\r\n\u001f\u008bxx";

    ReadLog log = exchange(1, answer.formatted("br")).exchange(2, answer.formatted("gzip")).read();

    assertThat(log.calls()).hasSize(2);
    assertThat(log.calls())
        .allSatisfy(call -> assertThat(call.error().code()).as(call.source()).isNull());
  }

  @Test
  void bodyThatInflatesToVeryMuchIsReadInPart() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] blanks = new byte[1 << 20];
      java.util.Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 600; i++) {
        gzip.write(blanks);
      }
    }
    String body = packed.toString(StandardCharsets.ISO_8859_1);

    ReadLog log = exchange(1, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + body).read();

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().code()).isEqualTo(ProblemCode.ENTRY_LIMIT);
  }

  @Test
  void tunnelsAndSocketsAreNoCalls() {
    ReadLog log =
        add("raw/1_c.txt", "CONNECT demo.docusign.net:443 HTTP/1.1\r\n\r\n")
            .add("raw/1_m.xml", TIMES)
            .add("raw/1_s.txt", OK)
            .exchange(2, OK)
            .add("raw/2_w.txt", "frames")
            .read();

    assertThat(log.call().source()).isEqualTo("log!2");
    assertThat(log.input().skipped()).isEqualTo(1);
  }

  @Test
  void whatFiddlerAnswersInAServersPlaceIsNoAnswer() {
    ReadLog log =
        exchange(1, "HTTP/1.1 502 Fiddler - DNS Lookup Failed\r\n\r\n[Fiddler] failed").read();

    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered()).extracting(Unanswered::cause).containsExactly("dns");
  }

  @Test
  void exchangeThatLacksAPartIsAProblemOrTimedByItsAnswer() {
    String dated = OK.replace("\r\n\r\n", "\r\nDate: Mon, 23 Nov 2026 21:08:05 GMT\r\n\r\n");

    ReadLog log =
        add("raw/1_c.txt", REQUEST)
            .add("raw/1_m.xml", TIMES)
            .add("raw/2_s.txt", OK)
            .add("raw/3_c.txt", REQUEST)
            .add("raw/3_s.txt", OK)
            .add("raw/4_c.txt", REQUEST)
            .add("raw/4_s.txt", dated)
            .read();

    assertThat(log.calls()).extracting(ApiCall::source).containsExactly("log!4");
    assertThat(log.calls().get(0).timestamp()).isEqualTo(Instant.parse("2026-11-23T21:08:05Z"));
    assertThat(log.summary().problems())
        .extracting(row -> row.problem().message())
        .containsExactlyInAnyOrder(
            "Exchange 2 has no request; it is left out.",
            "Exchange 3 has no time, and no Date in its response; it is left out.");
    assertThat(log.summary().unanswered()).extracting(Unanswered::source).containsExactly("log!1");
    assertThat(log.input().entries()).isEqualTo(4);
  }

  @Test
  void timeWithoutAnOffsetNeedsAZone() {
    String zoneless = TIMES.replace("-07:00", "");
    add("raw/1_c.txt", REQUEST).add("raw/1_m.xml", zoneless).add("raw/1_s.txt", OK);
    FormatOptions options = new FormatOptions(null, ZoneId.of("UTC"), Map.of(), null);

    assertThat(read().problem().message()).contains("--zone");
    assertThat(ReadLog.of(zip(), options, ReadLimits.DEFAULT).call().timestamp())
        .isEqualTo(Instant.parse("2026-11-23T14:08:05.7141234Z"));
  }

  @Test
  void damagedPartIsTheLossOfItsExchangeAlone() {
    byte[] zip = exchange(1, OK).exchange(2, OK.replace("t1", "t2")).zip();
    // The bytes of an entry are compressed, but each is found by its name.
    int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("raw/1_s.txt") + 15;
    zip[at] ^= 0x55;

    ReadLog log = ReadLog.of(zip, FormatOptions.NONE, ReadLimits.DEFAULT);

    assertThat(log.calls()).extracting(ApiCall::traceToken).containsExactly("t2");
    assertThat(log.summary().problems())
        .extracting(row -> row.problem().code())
        .containsExactly(ProblemCode.DAMAGED_ENTRY);
  }

  @Test
  void archiveThatIsCutKeepsItsWholeExchanges() {
    byte[] zip = exchange(1, OK).exchange(2, OK.replace("t1", "t2")).zip();
    int second = new String(zip, StandardCharsets.ISO_8859_1).indexOf("raw/2_m.xml");
    byte[] cut = java.util.Arrays.copyOf(zip, second);

    ReadLog log = ReadLog.of(cut, FormatOptions.NONE, ReadLimits.DEFAULT);

    assertThat(log.calls()).extracting(ApiCall::traceToken).containsExactly("t1");
    assertThat(log.summary().problems())
        .extracting(row -> row.problem().code())
        .contains(ProblemCode.TRUNCATED_ARCHIVE);
  }

  @Test
  void oldNamesWithBackslashesAreKnown() {
    entries.clear();

    ReadLog log =
        add("raw\\01_c.txt", REQUEST).add("raw\\01_m.xml", TIMES).add("raw\\01_s.txt", OK).read();

    assertThat(log.call().source()).isEqualTo("log!1");
  }

  @Test
  void pathAloneTakesTheHostOfItsHeader() {
    ReadLog log =
        exchange(1, OK).add("raw/1_c.txt", REQUEST.replace("https://demo.docusign.net", "")).read();

    assertThat(log.call().url().host()).isEqualTo("demo.docusign.net");
  }

  @Test
  void textThatIsSaidToBeAnArchiveIsAProblem() {
    FormatOptions options = new FormatOptions("saz", null, Map.of(), null);

    ReadLog log = ReadLog.text(options, "GET / HTTP/1.1");

    assertThat(log.problem().code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
    assertThat(log.problem().message()).contains("Fiddler archive");
  }

  @Test
  void credentialsAreNotKept() {
    String request = REQUEST.replace("User-Agent: a", "Authorization: Bearer eyJ0eXA.AAAA.BBBB");

    assertThat(exchange(1, OK).add("raw/1_c.txt", request).read().call().toString())
        .doesNotContain("AAAA");
  }
}

package org.golivecheck.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.log.ZipBytes.Entry;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogRedactionTest {
  @TempDir private Path folder;

  private static String call(int number, String body) {
    return """
        TraceToken: 0a1b2c3d-0000-4000-8000-%012d
        Timestamp: 2026-11-23T10:%02d:%02d.0000000Z

        GET https://demo.docusign.net/restapi/v2.1/accounts/1234567
        Cookie: session=abc

        200 OK

        Content-Type: application/json

        %s\
        """
        .formatted(number, number / 60, number % 60, body)
        .replace("\n", "\r\n");
  }

  private static LogSource source(String name, byte[] bytes) {
    return LogSource.of(name, new ByteArrayInputStream(bytes));
  }

  private static RedactionSummary redact(OutputStream out, LogSource... sources)
      throws IOException {
    return GoLiveCheck.withDefaults().redact(List.of(sources), out);
  }

  private static Map<String, String> entries(LogSource... sources) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    redact(out, sources);
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  @Test
  void entriesAreNamedAfterArchiveAndFile() throws IOException {
    byte[] inner = new ZipBytes().add(new Entry("03_OK_Inner.txt", call(3, ""))).bytes();
    byte[] outer =
        new ZipBytes()
            .add(new Entry("00_OK_GetEnvelope.txt", call(0, "")))
            .add(new Entry("00_OK_GetEnvelope.txt", call(1, "")))
            .add(new Entry("../../a/../02_OK_.txt", call(2, "")))
            .add(Entry.stored("inner.zip", inner))
            .add(new Entry("ann.lee@example.com.txt", call(4, "")))
            .bytes();
    Path loose = Files.writeString(folder.resolve("05_OK_Loose.txt"), call(5, ""));

    assertThat(
            entries(
                    source("some/logs.zip", outer),
                    source("other/logs.zip", ZipBytes.of(call(6, ""))),
                    LogSource.of(loose),
                    source("-", call(7, "").getBytes(StandardCharsets.UTF_8)))
                .keySet()
                .stream()
                .map(name -> name.replaceAll("x{14}[a-z0-9]{4}[0-9]", "PSEUDONYM")))
        .containsExactly(
            "logs.zip/00_OK_GetEnvelope.txt",
            "logs.zip/2-00_OK_GetEnvelope.txt",
            "logs.zip/a/02_OK_.txt",
            "logs.zip/inner.zip/03_OK_Inner.txt",
            "logs.zip/PSEUDONYM.txt",
            "2-logs.zip/0.txt",
            "05_OK_Loose.txt",
            "stdin");
  }

  @Test
  void aFolderKeepsItsFiles() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs/day"));
    Files.writeString(logs.resolve("00_OK_A.txt"), call(0, ""));

    assertThat(entries(LogSource.of(folder.resolve("logs"))))
        .containsOnlyKeys("logs/day/00_OK_A.txt");
  }

  @Test
  void whatIsNoCallOrDamagedIsLeftOutAndTold() throws IOException {
    byte[] zip =
        new ZipBytes()
            .add(new Entry("0.txt", call(0, "")))
            .add(new Entry("1.txt", call(1, "secret")).wrongCrc())
            .add(new Entry("2.txt", "TraceToken: a\r\nTimestamp: never\r\n\r\nsecret"))
            .add(new Entry("3.txt", "secret"))
            .bytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    RedactionSummary summary = redact(out, source("logs.zip", zip));

    assertThat(summary.entries()).isEqualTo(1);
    assertThat(summary.removed()).containsEntry(RemovedKind.SECRET, 1L);
    assertThat(summary.reading().problems())
        .extracting(row -> row.problem().source())
        .containsExactlyInAnyOrder("logs.zip!1.txt", "logs.zip!2.txt", "logs.zip!3.txt");
    assertThat(entries(source("logs.zip", zip))).containsOnlyKeys("logs.zip/0.txt");
  }

  @Test
  void anEntryAfterForeignLinesIsRewrittenWithoutThem() throws IOException {
    byte[] log =
        ("> app@1.0.0 start for jane@example.com\r\n\r\n" + call(1, "{}"))
            .getBytes(StandardCharsets.UTF_8);

    Map<String, String> entries = entries(source("a.txt", log));

    assertThat(entries).containsOnlyKeys("a.txt");
    assertThat(entries.get("a.txt").strip())
        .startsWith("TraceToken: ")
        .doesNotContain("app@", "jane");
  }

  @Test
  void nothingIsWrittenWhereNothingIsRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(redact(out, source("a", new byte[] {1, 2})).entries()).isZero();
    assertThat(out.size()).isZero();
  }

  @Test
  void anEntryLargerThanMemoryHoldsIsRewrittenWhole() throws IOException {
    String body = "{\"documentBase64\":\"" + "JVBERi0xLjcK".repeat(800_000) + "\",\"kept\":\"1\"}";

    String entry = entries(source("a", call(0, body).getBytes(StandardCharsets.UTF_8))).get("a");

    assertThat(entry).endsWith("*\",\"kept\":\"1\"}").doesNotContain("JVBER", "session=abc");
  }

  @Test
  void twoRunsDifferInPseudonymsAlone() throws IOException {
    byte[] zip = ZipBytes.of(call(0, "{\"email\":\"ann\"}"), call(1, "x"));

    Map<String, String> one = entries(source("a.zip", zip));
    Map<String, String> two = entries(source("a.zip", zip));

    assertThat(one).isNotEqualTo(two);
    one.replaceAll((name, text) -> text.replaceAll("accounts/\\d{7}", "accounts/ID"));
    two.replaceAll((name, text) -> text.replaceAll("accounts/\\d{7}", "accounts/ID"));
    assertThat(one).isEqualTo(two);
  }

  @Test
  void severalFullArchivesStayFullArchives() throws IOException {
    String[] calls = new String[50];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = call(i, "");
    }
    String[] others = new String[50];
    for (int i = 0; i < others.length; i++) {
      others[i] = call(100 + i, "");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    redact(out, source("a.zip", ZipBytes.of(calls)), source("b.zip", ZipBytes.of(others)));

    GoLiveReport report =
        GoLiveCheck.withDefaults().check(List.of(source("safe.zip", out.toByteArray())));

    assertThat(report.findings()).filteredOn(f -> f.rule().toString().equals("GL-008")).hasSize(2);
  }

  @Test
  void aFailureOfTheOutputIsNoProblemOfTheInput() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> redact(full, source("a.zip", ZipBytes.of(call(0, "")))))
        .withMessage("disk full");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"meta\":{\"client_secret\":[\"hunter2secret\",{\"x\":\"hunter2secret\"}]}",
        "\"args\":[\"--password\",\"hunter2secret\",\"--token=hunter2secret\"]",
        "\"headers\":[\"X-Api-Key: hunter2secret\",\"Cookie: a=\\\"b\\\"; c=hunter2secret\"]",
        "\"rawHeaders\":[\"X-Api-Key\",\"hunter2secret\",\"Set-Cookie\",\"a=hunter2secret\"]",
        "\"headers\":[[\"X-Api-Key\",\"hunter2secret\"],[\"Date\",\"now\"]]",
        "\"headers\":{\"x-api-key\":{\"value\":\"hunter2secret\"}}",
        "\"p\\u0061ssword\":\"hunter2secret\"",
        "\"pass\\u200bword\":\"hunter2secret\"",
        "\"password\":12345678",
        "\"a\":\"{\\\"b\\\":\\\"{\\\\\\\"password\\\\\\\":\\\\\\\"hunter2secret\\\\\\\"}\\\"}\"",
      })
  void aSecretAnywhereInARecordIsHidden(String member) throws IOException {
    String record =
        "{\"timestamp\":\"2026-11-23T09:00:00Z\",\"method\":\"GET\",\"url\":\"https://demo"
            + ".docusign.net/restapi/v2.1/accounts/8812734/users\",\"status\":200,"
            + member
            + "}\n";

    String safe =
        entries(source("a.ndjson", record.getBytes(StandardCharsets.UTF_8))).get("a.ndjson");

    assertThat(safe)
        .contains("\"status\":200,\"" + member.substring(1, member.indexOf('"', 1)).charAt(0))
        .doesNotContain("hunter2secret", "12345678");
  }

  @Test
  void aSecretIsHiddenThoughItIsAlsoATraceToken() throws IOException {
    String record =
        "{\"timestamp\":\"2026-11-23T09:00:00Z\",\"method\":\"GET\",\"url\":\"https://demo"
            + ".docusign.net/restapi/v2.1/accounts/8812734/users\",\"status\":200,"
            + "\"traceToken\":\"hunter2secret\",\"password\":\"hunter2secret\"}\n";

    String safe =
        entries(source("a.ndjson", record.getBytes(StandardCharsets.UTF_8))).get("a.ndjson");

    assertThat(safe).contains("\"password\":\"*************\"");
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_ENVELOPE, UNKNOWN_ENVELOPE",
    "203.0.113.7, 203.0.113.7",
    "AKIAIOSFODNN7EXAMPLE, [secret]",
    "bad ann.lee@example.com, bad [email]"
  })
  void anErrorCodeIsWrittenAsReportsShowIt(String code, String shown) throws IOException {
    byte[] record =
        ("{\"timestamp\":\"2026-11-23T09:00:00Z\",\"method\":\"GET\",\"url\":\"https://demo"
                + ".docusign.net/restapi/v2.1/accounts/8812734/users\",\"status\":400,"
                + "\"errorCode\":\"%s\"}\n".formatted(code))
            .getBytes(StandardCharsets.UTF_8);
    byte[] table =
        ("timestamp,method,url,status,errorCode\n2026-11-23T09:00:00Z,GET,https://demo.docusign.net"
                + "/restapi/v2.1/accounts/8812734/users,400,%s\n".formatted(code))
            .getBytes(StandardCharsets.UTF_8);

    Map<String, String> safe = entries(source("a.ndjson", record), source("a.csv", table));

    assertThat(safe).containsOnlyKeys("a.ndjson", "a.csv");
    assertThat(safe.get("a.ndjson")).contains("\"errorCode\":\"" + shown + "\"");
    assertThat(safe.get("a.csv")).contains(",400," + shown);
  }

  @Test
  void aFoldedSecretHeaderOfATextLogIsHiddenToItsEnd() throws IOException {
    String log =
        """
        POST https://demo.docusign.net/restapi/v2.1/accounts/8812734/users HTTP/1.1
        Host: demo.docusign.net
        Authorization: Bearer
         hunterzweisecret
        Cookie: a=hunterzweisecret;
        \tb=hunterzweisecret;
          c=hunterzweisecret
        Accept: application/json

        HTTP/1.1 201 Created
        Date: Mon, 23 Nov 2026 09:00:00 GMT
        X-Note: kept,
          and kept

        """;

    String safe = entries(source("a.txt", log.getBytes(StandardCharsets.UTF_8))).get("a.txt");

    assertThat(safe)
        .doesNotContain("hunterzweisecret")
        .contains("\n *", "\n\t*", "\n  *", "\nAccept: application/json\n")
        .contains("\nX-Note: kept,\n  and kept\n");
  }
}

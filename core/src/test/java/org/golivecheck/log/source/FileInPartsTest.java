package org.golivecheck.log.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadingSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileInPartsTest {
  private static final Collector<ApiCall, List<ApiCall>, List<ApiCall>> TO_LIST =
      Collector.of(
          ArrayList::new,
          List::add,
          (some, more) -> {
            List<ApiCall> all = new ArrayList<>(some);
            all.addAll(more);
            return all;
          });

  private static final String RECORD =
      "{\"timestamp\":\"2026-11-20T10:00:%02dZ\",\"method\":\"GET\",\"url\":\"https://demo.docusign"
          + ".net/restapi/v2.1/accounts/1/envelopes/%s\",\"status\":%d}\n";

  @TempDir private Path folder;

  static Stream<String> logs() {
    Random random = new Random(7);
    StringBuilder records = new StringBuilder();
    StringBuilder table = new StringBuilder("time,method,url,status\n");
    StringBuilder accesses = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      String url =
          "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes/"
              + new UUID(random.nextLong(), random.nextLong());
      int status = random.nextBoolean() ? 200 : 400;
      records.append(RECORD.formatted(i, url.substring(url.lastIndexOf('/') + 1), status));
      table.append("2026-11-20T10:00:%02dZ,GET,%s,%d\n".formatted(i, url, status));
      accesses.append(
          "10.0.0.1 - - [20/Nov/2026:10:00:%02d +0000] \"GET %s HTTP/1.1\" %d 5 \"-\" \"x\"\n"
              .formatted(i, url, status));
    }
    String crlf = records.toString().replace("\n", "\r\n");
    String unended = records.substring(0, records.length() - 1);
    return Stream.of(
        records.toString(),
        crlf,
        unended,
        "\uFEFF" + records,
        table.toString(),
        accesses.toString());
  }

  @ParameterizedTest
  @MethodSource("logs")
  void partsOfAnySizeGiveTheCallsOfTheWhole(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("calls"), text);
    List<ApiCall> expected = new ArrayList<>();
    ReadingSummary whole = read(file, expected);

    assertThat(expected).hasSize(9);
    Path zipped = Files.write(folder.resolve("calls.gz"), gzip(text));
    List<ApiCall> inflated = new ArrayList<>();
    ReadingSummary ofZipped = read(zipped, inflated);
    for (int size = 1; size < Files.size(file); size++) {
      FileInParts gzip = inParts(zipped, size);
      assertThat(gzip.collect(TO_LIST, 2)).containsExactlyInAnyOrderElementsOf(inflated);
      assertThat(gzip.summary()).isEqualTo(ofZipped);

      FileInParts parts = inParts(file, size);

      assertThat(parts.collect(TO_LIST, 1 + size % 3))
          .as("%d bytes", size)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(parts.summary()).isEqualTo(whole);
    }
  }

  @Test
  void aLogInWhichOneLineIsNoCallIsLeftToOneThread() throws IOException {
    String call = RECORD.formatted(1, UUID.randomUUID(), 200);
    for (String other :
        List.of(
            "\n",
            "started\n",
            "{\"message\":\"started\"}\n",
            call.replace(",\"status\"", ",\n\"status\""),
            call.replace("2026-11-20T10:00:01Z", ""),
            call.replace("200", "9"),
            call.trim() + call)) {
      for (int at = 0; at <= 3; at++) {
        List<String> lines = new ArrayList<>(Collections.nCopies(3, call));
        lines.add(at, other);
        Path file = Files.writeString(folder.resolve("calls"), String.join("", lines));

        assertThat(inParts(file, call.length() - 7).collect(TO_LIST, 2))
            .as("%s in line %d", other, at + 1)
            .isNull();
      }
    }
  }

  @Test
  void aLogThatChangesItsFormLaterIsLeftToOneThread() throws IOException {
    String lines = RECORD.formatted(1, UUID.randomUUID(), 200).repeat(4000);
    Path file = Files.writeString(folder.resolve("calls"), lines + "started\n" + lines);

    assertThat(inParts(file, 100_000).collect(TO_LIST, 2)).isNull();
    Files.writeString(file, lines + lines);
    assertThat(inParts(file, 100_000).collect(TO_LIST, 2)).hasSize(8000);
  }

  @Test
  void aListingIsLeftToOneThreadSinceItsCallsKeepTheirSources() throws IOException {
    String call =
        RECORD
            .formatted(1, UUID.randomUUID(), 200)
            .trim()
            .replace("}", ",\"source\":\"a.log:%d\",\"excluded\":null,\"vantage\":\"client\"}\n");
    String text = IntStream.range(1, 99).mapToObj(call::formatted).collect(Collectors.joining());
    Path file = Files.writeString(folder.resolve("calls"), text);

    List<ApiCall> calls = new ArrayList<>();
    read(file, calls);

    assertThat(calls).extracting(ApiCall::source).contains("a.log:1", "a.log:98");
    assertThat(inParts(file, 1000).collect(TO_LIST, 2)).isNull();
  }

  @Test
  void aDamagedGzipFileIsLeftToOneThread() throws IOException {
    byte[] bytes = gzip(RECORD.formatted(1, UUID.randomUUID(), 200).repeat(4000));
    Path file = Files.write(folder.resolve("calls.gz"), bytes);
    assertThat(inParts(file, 1000).collect(TO_LIST, 2)).hasSize(4000);

    bytes[bytes.length - 5] ^= 1;
    Files.write(file, bytes);
    assertThat(inParts(file, 1000).collect(TO_LIST, 2)).isNull();
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
    assertThat(inParts(file, 1000).collect(TO_LIST, 2)).isNull();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static FileInParts inParts(Path file, int size) {
    return new FileInParts(
        file,
        part -> Logs.open(List.of(part), ReadLimits.DEFAULT, 1, FormatOptions.NONE),
        new Meter(60),
        size);
  }

  private static ReadingSummary read(Path file, List<ApiCall> calls) {
    try (LogCalls log =
        Logs.open(List.of(LogSource.of(file)), ReadLimits.DEFAULT, 1, FormatOptions.NONE)) {
      log.stream().forEachOrdered(calls::add);
      return log.summary();
    }
  }
}

package org.golivecheck.log.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Stream;
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

class FileInRangesTest {
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
  void rangesOfAnySizeGiveTheCallsOfTheWhole(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("calls"), text);
    List<ApiCall> expected = new ArrayList<>();
    ReadingSummary whole = read(file, expected);

    assertThat(expected).hasSize(9);
    for (int size = 1; size < Files.size(file); size++) {
      FileInRanges ranges = inRanges(file);

      assertThat(ranges.collect(TO_LIST, size))
          .as("%d bytes", size)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(ranges.summary()).isEqualTo(whole);
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

        assertThat(inRanges(file).collect(TO_LIST, call.length() - 7L))
            .as("%s in line %d", other, at + 1)
            .isNull();
      }
    }
  }

  @Test
  void aLogThatChangesItsFormLaterIsLeftToOneThread() throws IOException {
    String lines = RECORD.formatted(1, UUID.randomUUID(), 200).repeat(4000);
    Path file = Files.writeString(folder.resolve("calls"), lines + "started\n" + lines);

    assertThat(inRanges(file).collect(TO_LIST, 100_000)).isNull();
    Files.writeString(file, lines + lines);
    assertThat(inRanges(file).collect(TO_LIST, 100_000)).hasSize(8000);
  }

  @Test
  void lineFeedsAreCountedWhereverTheyAre() throws IOException {
    Random random = new Random(3);
    byte[] bytes = new byte[400];
    random.nextBytes(bytes);
    for (int i = 0; i < 100; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? '\n' : '\n' ^ 0x80);
    }
    Path file = Files.write(folder.resolve("bytes"), bytes);
    try (FileChannel channel = FileChannel.open(file)) {
      for (int from = 0; from < bytes.length; from += 7) {
        for (int to = from; to < bytes.length; to += 11) {
          long expected = 0;
          for (int i = from; i < to; i++) {
            expected += bytes[i] == '\n' ? 1 : 0;
          }
          assertThat(LineRange.feeds(channel, from, to)).isEqualTo(expected);
        }
      }
    }
  }

  private static FileInRanges inRanges(Path file) {
    return new FileInRanges(
        file,
        part -> Logs.open(List.of(part), ReadLimits.DEFAULT, 1, FormatOptions.NONE),
        bytes -> {});
  }

  private static ReadingSummary read(Path file, List<ApiCall> calls) {
    try (LogCalls log =
        Logs.open(List.of(LogSource.of(file)), ReadLimits.DEFAULT, 1, FormatOptions.NONE)) {
      log.stream().forEachOrdered(calls::add);
      return log.summary();
    }
  }
}

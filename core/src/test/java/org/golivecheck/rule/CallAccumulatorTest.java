package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.golivecheck.CallAccumulator;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallAccumulatorTest {
  private static final GoLiveCheck CHECK = GoLiveCheck.withDefaults().withSeries();

  @Provide
  Arbitrary<List<ApiCall>> logs() {
    return RandomLogs.logs();
  }

  @Property(tries = 500)
  void partsThatWereWrittenAndReadGiveTheSameReportInAnyOrder(
      @ForAll("logs") List<ApiCall> log,
      @ForAll @IntRange(min = 1, max = 7) int parts,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<CallAccumulator> filled = Stream.generate(CHECK::accumulator).limit(parts).toList();
    log.forEach(call -> filled.get(random.nextInt(parts)).add(call));
    List<byte[]> written =
        new ArrayList<>(filled.stream().map(CallAccumulatorTest::written).toList());
    Collections.shuffle(written, random);

    CallAccumulator whole = CHECK.accumulator();
    for (byte[] part : written) {
      if (random.nextBoolean()) {
        whole = whole.merge(read(part));
      } else {
        readInto(whole, part);
      }
    }

    assertThat(whole.report()).isEqualTo(log.stream().collect(CHECK.collector()));
  }

  @Test
  void accumulatorsOfDifferentSettingsAreNotMerged() {
    CallAccumulator classic = GoLiveCheck.withDefaults().accumulator();
    CallAccumulator strict = GoLiveCheck.withDefaults().withProfile(Profile.STRICT).accumulator();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> classic.merge(strict))
        .withMessageContaining("different settings");
  }

  @Test
  void callsOfAllKindsOfErrorsComeBackAsTheyWere() throws IOException {
    for (Path log : fixtures()) {
      CallAccumulator direct = CHECK.accumulator();
      CallAccumulator first = CHECK.accumulator();
      try (LogCalls calls = CHECK.open(List.of(LogSource.of(log)))) {
        calls.stream()
            .forEach(
                call -> {
                  direct.add(call);
                  first.add(call);
                });
        direct.add(calls.summary());
        first.add(calls.summary());
      }

      assertThat(read(written(first)).report()).as(log.toString()).isEqualTo(direct.report());
    }
  }

  @Test
  void whatWasNotReadToItsEndIsKnownAfterReadingToo(@TempDir Path folder) throws IOException {
    Path cut = folder.resolve("cut.ndjson.gz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var gzip = new java.util.zip.GZIPOutputStream(bytes)) {
      for (int i = 0; i < 1000; i++) {
        gzip.write(
            ("{\"timestamp\":\"%s\",\"method\":\"POST\",\"url\":\"https://demo.docusign.net/restapi"
                    + "/v2.1/accounts/1/envelopes\",\"status\":201,\"id\":\"%s\"}\n")
                .formatted(
                    Instant.parse("2026-11-20T10:00:00Z").plusSeconds(i),
                    java.util.UUID.randomUUID())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    Files.write(cut, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    CallAccumulator part = CHECK.accumulator();
    try (LogCalls calls = CHECK.open(List.of(LogSource.of(cut)))) {
      calls.stream().forEach(part::add);
      part.add(calls.summary());
    }

    GoLiveReport report = read(written(part)).report();

    assertThat(report.calls().countable()).isGreaterThan(20);
    assertThat(report.verdict()).isEqualTo(Verdict.NO_VERDICT);
    assertThat(report.reasons().get(0).message().toString()).contains("cut.ndjson.gz");
  }

  @Property(tries = 300)
  void damagedBytesAreRefused(
      @ForAll("logs") List<ApiCall> log,
      @ForAll int at,
      @ForAll @IntRange(min = 1, max = 255) int bits) {
    CallAccumulator part = CHECK.accumulator();
    log.forEach(part::add);
    byte[] bytes = written(part);
    byte[] damaged = bytes.clone();
    int index = Math.floorMod(at, bytes.length);
    damaged[index] ^= (byte) bits;

    assertThatThrownBy(() -> CHECK.accumulator().read(input(damaged)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> CHECK.accumulator().read(input(Arrays.copyOf(bytes, index))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aCallTakesFewBytes() {
    CallAccumulator part = CHECK.accumulator();
    for (int i = 0; i < 20_000; i++) {
      part.add(
          ApiCall.builder(
                  Instant.parse("2026-11-20T10:00:00Z").plusSeconds(i),
                  "GET",
                  "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes/"
                      + new java.util.UUID(1, i % 500),
                  200)
              .traceToken(new java.util.UUID(i, i).toString())
              .source("calls.ndjson:" + (i + 1))
              .build());
    }

    assertThat(written(part).length / 20_000.0).isLessThan(40);
    assertThat(part.bytes() / 20_000).isBetween(44L, 100L);
  }

  private static List<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(log|ndjson|json|har|csv|zip|txt)"))
          .sorted()
          .toList();
    }
  }

  private static byte[] written(CallAccumulator part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      part.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static CallAccumulator read(byte[] part) {
    CallAccumulator read = CHECK.accumulator();
    readInto(read, part);
    return read;
  }

  private static void readInto(CallAccumulator target, byte[] part) {
    try {
      target.read(input(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataInputStream input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}

package org.golivecheck.log.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls of the same instant keep their order in the log, in every format but the request log, whose
 * entries are a file each.
 */
class OrderContractTest {
  /** Refused and repeated with success: the order decides whether the newest call is the error. */
  private static final List<ScenarioCall> RETRIES = retries(13);

  private static List<ScenarioCall> retries(int pairs) {
    ScenarioCall sent =
        Scenario.calls().stream().filter(call -> call.status() == 201).findFirst().orElseThrow();
    ScenarioCall refused =
        Scenario.calls().stream().filter(call -> call.status() == 400).findFirst().orElseThrow();
    List<ScenarioCall> calls = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      // Irregular, so that no other order looks the same.
      calls.add(numbered(refused, calls.size() + 1));
      for (int j = 0; j <= i % 3; j++) {
        calls.add(numbered(sent, calls.size() + 1));
      }
    }
    return calls;
  }

  private static ScenarioCall numbered(ScenarioCall call, int number) {
    Map<String, String> headers = new LinkedHashMap<>(call.responseHeaders());
    // Trace tokens that go the other way.
    headers.put(
        "X-DocuSign-TraceToken", String.format("%08d-0000-4000-8000-000000000000", 999 - number));
    return new ScenarioCall(
        number,
        Instant.parse("2026-11-23T15:00:00Z"),
        250,
        call.method(),
        call.host(),
        call.path(),
        call.requestHeaders(),
        call.requestBody(),
        call.status(),
        headers,
        call.responseBody(),
        call.operation());
  }

  static Stream<Arguments> renderings() {
    return Renderings.ALL.stream()
        .filter(rendering -> !rendering.format().equals("request-log"))
        .filter(rendering -> rendering.shows().contains(LogField.URL))
        .filter(rendering -> RETRIES.stream().allMatch(rendering::holds))
        .map(rendering -> Arguments.of(rendering.format(), rendering.variant(), rendering));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("renderings")
  void callsOfOneInstantKeepTheirPlaces(String format, String variant, Rendering rendering)
      throws IOException {
    byte[] log = rendering.render(RETRIES);
    List<Integer> expected = newest(RETRIES);

    assertThat(statuses(review(rendering, 1, log))).isEqualTo(expected);
    assertThat(statuses(review(rendering, 2, gzip(log)))).isEqualTo(expected);
    if (!format.equals("saz")) {
      assertThat(statuses(review(rendering, 2, zip(log)))).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("renderings")
  void theOrderInWhichFilesAreGivenDoesNotMatter(
      String format, String variant, Rendering rendering) {
    byte[] first = rendering.render(RETRIES.subList(0, 7));
    byte[] second = rendering.render(RETRIES.subList(7, RETRIES.size()));
    List<LogSource> sources = new ArrayList<>(List.of(source("a", first), source("b", second)));
    GoLiveReport review = review(rendering, 1, sources);
    sources = new ArrayList<>(List.of(source("a", first), source("b", second)));
    Collections.reverse(sources);

    assertThat(review(rendering, 2, sources)).isEqualTo(review);
    assertThat(review.calls().total() + review.calls().duplicates()).isEqualTo(RETRIES.size());
  }

  private static List<Integer> newest(List<ScenarioCall> calls) {
    return calls.subList(calls.size() - 20, calls.size()).stream()
        .map(ScenarioCall::status)
        .toList();
  }

  private static List<Integer> statuses(GoLiveReport review) {
    return review.window().calls().stream().map(call -> call.status()).toList();
  }

  private static GoLiveReport review(Rendering rendering, int threads, byte[] log) {
    return review(rendering, threads, List.of(source("log", log)));
  }

  private static GoLiveReport review(Rendering rendering, int threads, List<LogSource> sources) {
    try (LogCalls logs = Logs.open(sources, ReadLimits.DEFAULT, threads, rendering.options())) {
      return logs.stream().collect(GoLiveCheck.withDefaults().collector());
    }
  }

  private static LogSource source(String name, byte[] log) {
    return LogSource.of(name, new ByteArrayInputStream(log));
  }

  private static byte[] gzip(byte[] log) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(log);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[] log) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("logs/entry.log"));
      out.write(log);
      out.closeEntry();
    }
    return bytes.toByteArray();
  }
}

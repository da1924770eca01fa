package org.golivecheck.log.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page on the format says, case by case. The cases are data beside this class. */
class RequestLogSpecTest {

  static Stream<Fixture> cases() {
    return Stream.of("layouts", "status-line", "prologue", "headers", "bodies")
        .flatMap(file -> Fixture.load("spec/" + file + ".txt").stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void entryIsReadAsExpected(Fixture fixture) {
    Reading reading = read(fixture, fixture.entry().length + 1);

    assertThat(shown(reading, fixture.expected())).isEqualTo(fixture.expected());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void entryIsReadTheSameInPartsOfAnySize(Fixture fixture) {
    for (int size = 1; size < 80; size++) {
      assertThat(shown(read(fixture, size), fixture.expected()))
          .as("parts of %d bytes", size)
          .isEqualTo(fixture.expected());
    }
  }

  @Test
  void entriesAreReadOneAfterAnotherAsEachAlone() throws IOException {
    List<ApiCall> calls = new ArrayList<>();
    List<LogProblem> problems = new ArrayList<>();
    ReadSession session =
        new RequestLogReader(Reading::textOf)
            .open(new ReadContext(ReadLimits.DEFAULT, FormatOptions.NONE, problems::add));
    for (Fixture fixture : cases().toList()) {
      calls.clear();
      problems.clear();
      session.read(
          fixture.expected().getOrDefault("source", Reading.SOURCE),
          new ByteArrayInputStream(fixture.entry()),
          calls::add);
      Reading alone = read(fixture, fixture.entry().length + 1);

      assertThat(problems).isEqualTo(alone.problems());
      assertThat(calls.stream().map(RequestLogSpecTest::shown).toList())
          .as(fixture.name())
          .isEqualTo(alone.calls().stream().map(RequestLogSpecTest::shown).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void entryCutAnywhereIsACallOrAProblem(Fixture fixture) {
    byte[] entry = fixture.entry();
    for (int length = 0; length < entry.length; length++) {
      Reading reading = Reading.of(Reading.SOURCE, Arrays.copyOf(entry, length));

      assertThat(reading.calls().size() + reading.problems().size())
          .as("cut to %d bytes", length)
          .isEqualTo(1);
    }
  }

  private static Reading read(Fixture fixture, int size) {
    String source = fixture.expected().getOrDefault("source", Reading.SOURCE);
    return Reading.of(source, Reading.inParts(fixture.entry(), size), ReadLimits.DEFAULT);
  }

  /** Shows what was read, as far as the case names it; problems always. */
  private static Map<String, String> shown(Reading reading, Map<String, String> expected) {
    Map<String, String> all = new LinkedHashMap<>();
    reading.calls().forEach(call -> all.putAll(shown(call)));
    Map<String, String> shown = new LinkedHashMap<>();
    for (String key : expected.keySet()) {
      shown.put(key, key.equals("source") ? expected.get(key) : all.getOrDefault(key, "nothing"));
    }
    for (LogProblem problem : reading.problems()) {
      shown.put("problem", problem.code() + " in line " + problem.line());
    }
    return shown;
  }

  private static Map<String, String> shown(ApiCall call) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("timestamp", call.timestamp().toString());
    shown.put("method", call.method());
    shown.put("url", call.url().toString());
    shown.put("status", String.valueOf(call.status()));
    shown.put("traceToken", String.valueOf(call.traceToken()));
    shown.put("operation", String.valueOf(call.loggedOperation()));
    shown.put("userAgent", String.valueOf(call.client().userAgent()));
    shown.put("sdk", String.valueOf(call.client().sdk()));
    shown.put("referer", String.valueOf(call.client().referer()));
    shown.put("origin", String.valueOf(call.client().origin()));
    shown.put("actsOnBehalfOf", String.valueOf(call.client().actsOnBehalfOf()));
    shown.put("legacyAuthentication", String.valueOf(call.legacyAuthentication()));
    shown.put("requestBytes", String.valueOf(call.requestBytes()));
    shown.put("duration", String.valueOf(call.duration()));
    shown.put("answeredByDocuSign", String.valueOf(call.answeredByDocuSign()));
    shown.put(
        "limits",
        Stream.of(
                call.limits().hourlyLimit(),
                call.limits().hourlyRemaining(),
                call.limits().hourlyReset(),
                call.limits().burstLimit(),
                call.limits().burstRemaining())
            .map(Objects::toString)
            .collect(Collectors.joining(" ")));
    shown.put(
        "itemErrors",
        call.itemErrors().stream()
            .map(error -> error.code() + " (" + error.message() + ")")
            .collect(Collectors.joining(", ")));
    if (call.error() != null) {
      shown.put("error", call.error().text().replace("\r\n", "⏎"));
      shown.put("contentType", String.valueOf(call.error().message()));
    }
    return shown;
  }
}

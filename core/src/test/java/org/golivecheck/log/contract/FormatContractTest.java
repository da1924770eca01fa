package org.golivecheck.log.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Identity;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same calls are judged alike in every format, less what the format cannot carry. */
class FormatContractTest {
  private static final List<ScenarioCall> SCENARIO = Scenario.calls();

  private record Read(List<ApiCall> calls, ReadingSummary summary) {

    static Read of(byte[] log, FormatOptions options) {
      LogSource source = LogSource.of("log", new ByteArrayInputStream(log));
      try (LogCalls logs = Logs.open(List.of(source), ReadLimits.DEFAULT, 1, options)) {
        List<ApiCall> calls = logs.stream().toList();
        return new Read(calls, logs.summary());
      }
    }
  }

  static Stream<Arguments> renderings() {
    return Renderings.ALL.stream()
        .map(rendering -> Arguments.of(rendering.format(), rendering.variant(), rendering));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("renderings")
  void aLogIsRecognisedAndReadToItsEnd(String format, String variant, Rendering rendering) {
    Read read = Read.of(rendering.render(SCENARIO), rendering.options());

    assertThat(read.summary().problems()).isEmpty();
    assertThat(read.summary().inputs())
        .singleElement()
        .satisfies(input -> assertThat(input.format()).isEqualTo(format));
    assertThat(read.calls()).hasSameSizeAs(ExpectedCalls.of(SCENARIO, rendering));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("renderings")
  void aLogIsJudgedAsTheSameCallsInAnyOther(String format, String variant, Rendering rendering) {
    List<ApiCall> read = Read.of(rendering.render(SCENARIO), rendering.options()).calls();
    List<ApiCall> expected = ExpectedCalls.of(SCENARIO, rendering);

    for (Profile profile : Profile.values()) {
      assertThat(Judged.of(read, profile))
          .as(profile.name())
          .isEqualTo(Judged.of(expected, profile));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("renderings")
  void aLogCarriesWhatItsFormatSaysAndNothingElse(
      String format, String variant, Rendering rendering) {
    List<ApiCall> calls = Read.of(rendering.render(SCENARIO), rendering.options()).calls();

    assertThat(calls.stream().anyMatch(call -> call.traceToken() != null))
        .as("trace token")
        .isEqualTo(rendering.shows().contains(LogField.TRACE_TOKEN));
    assertThat(calls.stream().anyMatch(call -> call.duration() != null))
        .as("duration")
        .isEqualTo(rendering.shows().contains(LogField.DURATION));
    assertThat(calls.stream().anyMatch(call -> call.client().userAgent() != null))
        .as("client")
        .isEqualTo(rendering.shows().contains(LogField.CLIENT));
    assertThat(calls.stream().anyMatch(call -> call.requestBytes() > 0))
        .as("size")
        .isEqualTo(rendering.shows().contains(LogField.SIZE));
    assertThat(calls.stream().anyMatch(call -> call.limits().hourlyLimit() > 0))
        .as("limits")
        .isEqualTo(rendering.shows().contains(LogField.LIMITS));
    assertThat(calls.stream().map(ApiCall::identity).map(Identity::integrationKey))
        .as("key")
        .filteredOn(Objects::nonNull)
        .allMatch(Scenario.KEY::equals)
        .matches(keys -> keys.isEmpty() != rendering.shows().contains(LogField.KEY));
  }

  @Test
  void everyFormatHasARendering() {
    assertThat(Renderings.ALL.stream().map(Rendering::format).distinct())
        .containsExactlyInAnyOrderElementsOf(Logs.formats().stream().map(LogFormat::name).toList());
  }

  @Test
  void theScenarioIsWorthIt() {
    List<ApiCall> calls = ExpectedCalls.of(SCENARIO, new RequestLogRendering());
    Judged judged = Judged.of(calls, Profile.CLASSIC);

    assertThat(SCENARIO).hasSize(25);
    assertThat(judged.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judged.countable()).isEqualTo(22);
    assertThat(judged.reasons()).containsExactlyInAnyOrder("GL-002", "PL-001");
    assertThat(judged.findings().stream().map(line -> line.substring(0, line.indexOf(' '))))
        .contains("PL-001", "GL-006", "RL-005", "ER-user-permission");
  }
}

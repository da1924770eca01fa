package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every log is known as what it is, whoever else is asked. */
class ClientRecognitionTest {
  static Stream<Arguments> fixtures() {
    return ClientFixtures.ALL.stream()
        .map(fixture -> Arguments.of(fixture.file(), fixture.format()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void aLogIsKnownByItsContent(String file, String format) {
    FormatOptions utc = new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
    ReadLog log = ReadLog.of(ReadLog.bytes(file), utc, ReadLimits.DEFAULT);

    assertThat(log.format()).isEqualTo(format);
    assertThat(log.calls()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void theLogOfAnApplicationShowsTheSameCalls(String file, String format) {
    assumeThat(format).isNotIn("curl", "http-text", "devtools-text");
    FormatOptions alone = new FormatOptions(format, ZoneOffset.UTC, Map.of(), null);
    FormatOptions amongOthers = new FormatOptions("app-log", ZoneOffset.UTC, Map.of(), null);

    ReadLog log = ReadLog.of(ReadLog.bytes(file), amongOthers, ReadLimits.DEFAULT);

    assertThat(log.calls())
        .usingRecursiveComparison()
        .isEqualTo(ReadLog.of(ReadLog.bytes(file), alone, ReadLimits.DEFAULT).calls());
  }
}

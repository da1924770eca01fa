package org.golivecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtcTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:15:30Z, 2026-11-23T10:15:30Z",
    "2026-11-23T10:15:30.5Z, 2026-11-23T10:15:30.500Z",
    "2026-11-23T10:15:30.123456Z, 2026-11-23T10:15:30.123456Z",
    "2026-11-23T10:15:30.1234567Z, 2026-11-23T10:15:30.1234567Z",
    "2026-11-23T10:15:30.0000001Z, 2026-11-23T10:15:30.0000001Z",
    "2026-11-23T10:15:30.123456789Z, 2026-11-23T10:15:30.123456789Z",
    "2026-11-23T10:15:30.123456710Z, 2026-11-23T10:15:30.123456710Z",
  })
  void isoHasTheDigitsThatTheTimeNeeds(Instant time, String expected) {
    assertThat(UtcTime.iso(time)).isEqualTo(expected);
    assertThat(Instant.parse(UtcTime.iso(time))).isEqualTo(time);
  }

  @Test
  void thePlaceInALogWithoutTimesIsNoTime() {
    Instant place = Instant.EPOCH.plusMillis(7);

    assertThat(UtcTime.isKnown(place)).isFalse();
    assertThat(UtcTime.seconds(place)).isEqualTo("time not in the log").hasSize(19);
    assertThat(UtcTime.isKnown(Instant.parse("2003-01-01T00:00:00Z"))).isTrue();
  }

  @Test
  void timeForPeopleIsCutToTheSecondInUtc() {
    assertThat(UtcTime.seconds(Instant.parse("2026-11-23T10:15:30.999Z")))
        .isEqualTo("2026-11-23 10:15:30");
  }
}

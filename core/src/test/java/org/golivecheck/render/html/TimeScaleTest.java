package org.golivecheck.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {
  private static final Instant START = Instant.parse("2026-11-23T22:58:30Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PT0S    | 22:58:30",
        "PT4S    | 22:58:30 22:58:31 22:58:32 22:58:33 22:58:34",
        "PT5M    | 22:59 23:00 23:01 23:02 23:03",
        "PT6H    | 23:00 11-24 01:00 02:00 03:00 04:00",
        "P2D     | 11-24 12:00 11-25 12:00",
        "P20D    | 11-26 12-03 12-10",
        "P400D   | 2026-12-03 2027-03-03 2027-06-01 2027-08-30 2027-11-28",
      })
  void ticksAreWhatAClockOrACalendarShows(Duration span, String labels) {
    TimeScale scale = TimeScale.of(List.of(START.plus(span), START));

    assertThat(scale.ticks()).extracting(scale::label).containsExactly(labels.split(" "));
  }

  @Property
  void theAxisIsNeitherEmptyNorCrowdedAndTicksLieOnIt(
      @ForAll @LongRange(min = -60_000_000_000L, max = 250_000_000_000L) long from,
      @ForAll @LongRange(min = 0, max = 3_000_000_000L) long span) {
    Instant first = Instant.ofEpochSecond(from);
    TimeScale scale = TimeScale.of(List.of(first, first.plusSeconds(span)));

    assertThat(scale.ticks())
        .hasSizeBetween(1, 9)
        .allSatisfy(tick -> assertThat(scale.percent(tick)).isBetween(0.0, 100.0))
        .allSatisfy(tick -> assertThat(scale.label(tick)).isNotBlank());
  }

  @Test
  void oneTimeLiesInTheMiddle() {
    assertThat(TimeScale.of(List.of(START)).percent(START)).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1.5,1.5", "12.3456,12.35", "99.999,100", "7.004,7", "7.05,7.05"})
  void positionsAreShort(double percent, String text) {
    assertThat(TimeScale.position(percent)).isEqualTo(text);
  }
}

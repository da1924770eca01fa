package org.golivecheck.log.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.ReadContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nothing is guessed, and what is lost is reported once. */
class LogClockTest {
  private final List<LogProblem> problems = new ArrayList<>();

  private LogClock clock(@Nullable ZoneId zone) {
    LogClock clock =
        new LogClock(
            new ReadContext(
                ReadLimits.DEFAULT, new FormatOptions(null, zone, Map.of(), null), problems::add));
    clock.start("app.log");
    return clock;
  }

  private static LogTime time(String text) {
    LogTime time = LogTimes.value(text);
    assertThat(time).isNotNull();
    return time;
  }

  @Test
  void theZoneGivenGoesBeforeTheDateHeader() {
    LogTime time = time("2026-11-23 21:01:50");

    assertThat(clock(ZoneId.of("Asia/Tokyo")).instant(time, "Mon, 23 Nov 2026 21:01:50 GMT"))
        .isEqualTo(Instant.parse("2026-11-23T12:01:50Z"));
    assertThat(clock(null).instant(time, "Mon, 23 Nov 2026 20:01:51 GMT"))
        .isEqualTo(Instant.parse("2026-11-23T20:01:50Z"));
    assertThat(clock(null).instant(null, "Mon, 23 Nov 2026 20:01:51 GMT"))
        .isEqualTo(Instant.parse("2026-11-23T20:01:51Z"));
    assertThat(clock(null).instant(time, null)).isNull();
    assertThat(clock(null).instant(time, "yesterday")).isNull();
    assertThat(clock(null).instant(null, null)).isNull();
  }

  @Test
  void lostCallsAreOneProblemOfTheirKind() {
    LogClock clock = clock(null);
    clock.lose(time("2026-11-23 21:01:50"), 7);
    clock.lose(time("2026-11-23 21:01:51"), 9);
    clock.lose(time("03/04/2026 21:01:51"), 11);
    clock.lose(time("21:01:50.290"), 13);

    clock.end();

    assertThat(problems)
        .extracting(problem -> problem.line() + " " + problem.message())
        .containsExactly(
            "7 2 calls are left out: their times name no time zone. Say which one it is, such as"
                + " --zone Europe/Berlin or --zone UTC.",
            "13 1 call is left out: its time has no date. Write the day of the log before each time,"
                + " such as 2026-11-23 10:00:00.290, and name its time zone with --zone.",
            "11 1 call is left out: its date such as 03/04/2026 may be of March or of April. Write"
                + " dates as 2026-04-03.");
    clock.start("b.log");
    clock.end();
    assertThat(problems).hasSize(3);
  }
}

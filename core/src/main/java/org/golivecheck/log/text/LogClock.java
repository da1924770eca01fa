package org.golivecheck.log.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.format.ProblemSink;
import org.golivecheck.log.format.ReadContext;
import org.jspecify.annotations.Nullable;

/**
 * Determines the times of a log without guessing. A time without a zone takes the given zone, or
 * that of the {@code Date} header of the response. Without both, the call is lost; such calls are
 * counted and reported once per text. Not thread-safe.
 */
public final class LogClock {
  private final @Nullable ZoneId zone;
  private final ProblemSink problems;
  private String source = "";
  private long zoneless;
  private long firstZoneless;
  private long ambiguous;
  private long firstAmbiguous;
  private long dateless;
  private long firstDateless;

  /** Creates a clock for texts that are read one after another. */
  public LogClock(ReadContext context) {
    zone = context.options().zone();
    problems = context.problems();
  }

  /** Begins a text. */
  public void start(String newSource) {
    source = newSource;
    zoneless = 0;
    ambiguous = 0;
    dateless = 0;
  }

  /** Returns the instant of a time, or null if it needs a zone or a date that is not known. */
  public @Nullable Instant instant(LogTime time) {
    return time.instant(zone);
  }

  /**
   * Returns when a response came, or null if it is unknown.
   *
   * @param time the time in the log, or null
   * @param date the {@code Date} header of the response, which is in UTC; null if there is none
   */
  public @Nullable Instant instant(@Nullable LogTime time, @Nullable String date) {
    Instant own = time == null ? null : instant(time);
    if (own != null) {
      return own;
    }
    Instant header = date == null ? null : ofHeader(date);
    return header == null || time == null ? header : time.near(header);
  }

  /** Returns the time of a {@code Date} header, or null if it has none. */
  public static @Nullable Instant ofHeader(String date) {
    byte[] bytes = date.strip().getBytes(StandardCharsets.ISO_8859_1);
    LogTime time = LogTimes.at(bytes, 0, bytes.length);
    return time == null ? null : time.instant(null);
  }

  /**
   * Counts a call that is lost because its time is incomplete or ambiguous.
   *
   * @param time what the log has
   * @param line where
   */
  public void lose(LogTime time, long line) {
    if (time.form() == LogTime.Form.AMBIGUOUS) {
      firstAmbiguous = ambiguous == 0 ? line : firstAmbiguous;
      ambiguous++;
    } else if (time.form() == LogTime.Form.NO_DATE) {
      firstDateless = dateless == 0 ? line : firstDateless;
      dateless++;
    } else {
      firstZoneless = zoneless == 0 ? line : firstZoneless;
      zoneless++;
    }
  }

  /** Ends the text and reports what was lost. */
  public void end() {
    if (zoneless > 0) {
      report(
          firstZoneless,
          zoneless
              + (zoneless == 1
                  ? " call is left out: its time names"
                  : " calls are left out: their times name")
              + " no time zone. Say which one it is, such as --zone Europe/Berlin or --zone UTC.");
    }
    if (dateless > 0) {
      report(
          firstDateless,
          dateless
              + (dateless == 1
                  ? " call is left out: its time has"
                  : " calls are left out: their times have")
              + " no date. Write the day of the log before each time, such as 2026-11-23"
              + " 10:00:00.290"
              + (zone == null ? ", and name its time zone with --zone." : "."));
    }
    if (ambiguous > 0) {
      report(
          firstAmbiguous,
          ambiguous
              + (ambiguous == 1
                  ? " call is left out: its date"
                  : " calls are left out: their dates")
              + " such as 03/04/2026 may be of March or of April. Write dates as 2026-04-03.");
    }
  }

  private void report(long line, String message) {
    problems.report(new LogProblem(ProblemCode.BAD_RECORD, source, line, -1, message));
  }
}

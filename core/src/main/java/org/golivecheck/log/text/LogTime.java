package org.golivecheck.log.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time as a log writes it, which may lack its zone or its date.
 *
 * @param form what the text contains
 * @param seconds seconds since 1970: in UTC for {@link Form#INSTANT}; otherwise what the clock
 *     showed, as if it were UTC; the second of the day for {@link Form#NO_DATE}; 0 for {@link
 *     Form#AMBIGUOUS}
 * @param nanos the nanoseconds of the second
 * @param from where it begins in what was read
 * @param end where it ends in what was read
 */
public record LogTime(Form form, long seconds, int nanos, int from, int end) {
  private static final int QUARTER = 900;
  private static final int DAY = 86_400;
  private static final int MAX_OFFSET = 18 * 3_600;

  /** If clocks differ by more than this, no zone is derived from them. */
  private static final int MAX_SKEW = 300;

  /** The parts of a time that a text contains. */
  public enum Form {
    /** All of it. */
    INSTANT,
    /** Date and time of some zone. */
    NO_ZONE,
    /** The time of a day. */
    NO_DATE,
    /** A date whose day and month cannot be distinguished, such as {@code 03/04/2026}. */
    AMBIGUOUS
  }

  /** Returns the instant, or null if the text and the zone are not sufficient. */
  public @Nullable Instant instant(@Nullable ZoneId zone) {
    if (form == Form.INSTANT) {
      return Instant.ofEpochSecond(seconds, nanos);
    }
    if (form == Form.NO_ZONE && zone != null) {
      return LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC).atZone(zone).toInstant();
    }
    return null;
  }

  /**
   * Returns the instant, given another clock's time for the same moment, such as that of the {@code
   * Date} header of the response: that clock gives the zone and the date, and this one the
   * fraction.
   *
   * @param other what the other clock showed, in whole seconds or better
   */
  public Instant near(Instant other) {
    if (form == Form.INSTANT) {
      return Instant.ofEpochSecond(seconds, nanos);
    }
    long difference = other.getEpochSecond() - seconds;
    long whole = Math.floorDiv(difference + QUARTER / 2, (long) QUARTER) * QUARTER;
    boolean zone = form == Form.NO_DATE || Math.abs(whole) <= MAX_OFFSET;
    boolean comparable = form != Form.AMBIGUOUS && zone && Math.abs(difference - whole) <= MAX_SKEW;
    return comparable ? Instant.ofEpochSecond(seconds + whole, nanos) : other;
  }

  /**
   * Returns how many nanoseconds passed since an earlier time of the same log, or -1 if they cannot
   * be compared.
   */
  public long nanosSince(LogTime earlier) {
    if (form != earlier.form || form == Form.AMBIGUOUS) {
      return -1;
    }
    long passed = seconds - earlier.seconds;
    if (form == Form.NO_DATE && passed < 0) {
      passed += DAY;
    }
    long bounded = Math.min(Math.max(passed, -DAY), DAY);
    return Math.max(-1, bounded * 1_000_000_000L + (nanos - earlier.nanos));
  }
}

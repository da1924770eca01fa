package org.golivecheck.rule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a simulated review uses. The defaults are what DocuSign documents; a report made
 * with others says so, since the verdict then is not the review's.
 *
 * @param windowSize how many of the newest countable calls are examined, at least 1
 * @param pollingInterval a GET of the same resource sooner than this after the previous one is a
 *     breach; whole seconds, from 1 second to 1 day
 * @param callsPerHour how many calls an account may make in a clock hour, if no header of its
 *     responses says so
 * @param callsPerBurst how many calls an account may make in 30 seconds, or 0 for what DocuSign
 *     documents: 500 in production, 200 in demo
 */
public record Thresholds(
    int windowSize, Duration pollingInterval, int callsPerHour, int callsPerBurst) {

  /** The largest window. */
  public static final int MAX_WINDOW_SIZE = 10_000;

  /** The longest polling interval. */
  public static final Duration MAX_POLLING_INTERVAL = Duration.ofDays(1);

  private static final long MINUTE = 60;

  /** What DocuSign documents. */
  public static final Thresholds DEFAULT = new Thresholds(20, Duration.ofMinutes(15), 3_000, 0);

  /**
   * Refuses what cannot be.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Thresholds {
    if (windowSize < 1 || windowSize > MAX_WINDOW_SIZE) {
      throw new IllegalArgumentException("no size of a window: " + windowSize);
    }
    if (pollingInterval.toSeconds() < 1
        || !pollingInterval.equals(Duration.ofSeconds(pollingInterval.toSeconds()))
        || pollingInterval.compareTo(MAX_POLLING_INTERVAL) > 0) {
      throw new IllegalArgumentException("no polling interval: " + pollingInterval);
    }
    if (callsPerHour < 1 || callsPerBurst < 0) {
      throw new IllegalArgumentException("no limit: " + callsPerHour + ", " + callsPerBurst);
    }
  }

  /** Returns the same thresholds with another window. */
  public Thresholds withWindowSize(int other) {
    return new Thresholds(other, pollingInterval, callsPerHour, callsPerBurst);
  }

  /** Returns the same thresholds with another polling interval. */
  public Thresholds withPollingInterval(Duration other) {
    return new Thresholds(windowSize, other, callsPerHour, callsPerBurst);
  }

  /** Returns the same thresholds with another limit of calls in an hour. */
  public Thresholds withCallsPerHour(int other) {
    return new Thresholds(windowSize, pollingInterval, other, callsPerBurst);
  }

  /** Returns the same thresholds with another limit of calls in 30 seconds. */
  public Thresholds withCallsPerBurst(int other) {
    return new Thresholds(windowSize, pollingInterval, callsPerHour, other);
  }

  /** Returns the polling interval in words, such as {@code 15 minutes}. */
  public String pollingIntervalInWords() {
    return words(pollingInterval.toSeconds());
  }

  /**
   * Returns the interval that keeps a safe distance from the polling interval: by DocuSign's advice
   * a third longer.
   */
  public Duration safeInterval() {
    return pollingInterval.plus(pollingInterval.dividedBy(3));
  }

  /** Returns what is no breach but lacks a safe distance, such as {@code 15 to 20 minutes}. */
  public String marginInWords() {
    long from = pollingInterval.toSeconds();
    long to = safeInterval().toSeconds();
    return from % MINUTE == 0 && to % MINUTE == 0
        ? from / MINUTE + " to " + to / MINUTE + " minutes"
        : from + " to " + to + " seconds";
  }

  private static String words(long seconds) {
    boolean minutes = seconds % MINUTE == 0;
    long count = minutes ? seconds / MINUTE : seconds;
    return count + (minutes ? " minute" : " second") + (count == 1 ? "" : "s");
  }

  // Spelled out: what a record has by itself is made at its first use, at the start of every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Thresholds that
        && windowSize == that.windowSize
        && pollingInterval.equals(that.pollingInterval)
        && callsPerHour == that.callsPerHour
        && callsPerBurst == that.callsPerBurst;
  }

  @Override
  public int hashCode() {
    int hash = 31 * windowSize + pollingInterval.hashCode();
    return 31 * (31 * hash + callsPerHour) + callsPerBurst;
  }
}

package org.golivecheck.rule.check;

import org.golivecheck.rule.timeline.Timeline;

/**
 * How many eSignature calls an account may make, by DocuSign's page on resource limits; spans in
 * units of 100 nanoseconds where not said otherwise.
 */
public final class CallLimits {
  /** A clock hour, in seconds. */
  public static final int HOUR_SECONDS = 3_600;

  /** What bursts are counted over, in seconds. */
  public static final int BURST_SECONDS = 30;

  /** A clock hour. */
  public static final long HOUR = HOUR_SECONDS * Timeline.TICKS_PER_SECOND;

  /** What bursts are counted over. */
  public static final long BURST = BURST_SECONDS * Timeline.TICKS_PER_SECOND;

  /** What an account may call in an hour where no header tells. */
  public static final long HOURLY_DEFAULT = 3_000;

  private static final int BURST_DEMO = 200;
  private static final int BURST_PRODUCTION = 500;

  private CallLimits() {}

  /** Returns how many calls an account may make in 30 seconds. */
  public static int burst(boolean demo) {
    return demo ? BURST_DEMO : BURST_PRODUCTION;
  }
}

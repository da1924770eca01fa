package org.golivecheck.rule.check;

import org.golivecheck.rule.Thresholds;
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

  private static final int BURST_DEMO = 200;
  private static final int BURST_PRODUCTION = 500;

  private CallLimits() {}

  /** Returns how many calls an account may make in 30 seconds. */
  public static int burst(Thresholds thresholds, boolean demo) {
    if (thresholds.callsPerBurst() > 0) {
      return thresholds.callsPerBurst();
    }
    return demo ? BURST_DEMO : BURST_PRODUCTION;
  }
}

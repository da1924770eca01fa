package org.golivecheck.rule.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How DocuSign says that an account made too many calls. */
enum LimitError {
  /** The limit of the clock hour, by its code. */
  HOURLY,
  /** The limit of 30 seconds, by its code. */
  BURST,
  /** Status 429 without a code. */
  TOO_MANY_REQUESTS,
  /** Status 444 without a code: blocked by traffic management. */
  BLOCKED;

  /** Returns what a failed call says of limits, or null where it says nothing. */
  static @Nullable LimitError of(TimedCall call) {
    String code = call.detail().errorCode();
    if (code == null || code.isBlank()) {
      return switch (call.kind().status()) {
        case 429 -> TOO_MANY_REQUESTS;
        case 444 -> BLOCKED;
        default -> null;
      };
    }
    return switch (code.toUpperCase(Locale.ROOT)) {
      case "HOURLY_APIINVOCATION_LIMIT_EXCEEDED" -> HOURLY;
      case "BURST_APIINVOCATION_LIMIT_EXCEEDED" -> BURST;
      default -> null;
    };
  }

  /**
   * Returns when the window ends in which the limit was hit: with the clock hour, or 30 seconds
   * later. A status without a code is taken for the shorter.
   *
   * @param ticks when the call failed
   */
  long windowEnd(long ticks) {
    return this == HOURLY
        ? (Math.floorDiv(ticks, CallLimits.HOUR) + 1) * CallLimits.HOUR
        : ticks + CallLimits.BURST;
  }
}

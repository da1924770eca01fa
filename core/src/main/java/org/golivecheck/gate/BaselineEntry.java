package org.golivecheck.gate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Findings that a team knows.
 *
 * @param fingerprint the fingerprint of the findings
 * @param maxCount the number of known calls, over all findings with the fingerprint
 * @param reason why they are excused, or null if no reason is given yet; a blank one becomes null
 * @param created the day on which the entry was created, or null
 * @param until the last day on which they are excused, or null for no end
 */
public record BaselineEntry(
    String fingerprint,
    long maxCount,
    @Nullable String reason,
    @Nullable LocalDate created,
    @Nullable LocalDate until) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the fingerprint is blank or the count is not positive
   */
  public BaselineEntry {
    if (fingerprint.isBlank() || maxCount < 1) {
      throw new IllegalArgumentException(
          "not a baseline entry: fingerprint '" + fingerprint + "', maxCount " + maxCount);
    }
    reason = reason == null || reason.isBlank() ? null : reason;
  }

  /** Returns whether the last day is over. */
  public boolean expired(LocalDate today) {
    return until != null && today.isAfter(until);
  }

  BaselineEntry allowing(long count) {
    return new BaselineEntry(fingerprint, count, reason, created, until);
  }
}

package org.golivecheck.gate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Findings that a team knows.
 *
 * @param fingerprint which: that of the findings
 * @param maxCount how many calls of them are known, all findings of the fingerprint together
 * @param reason why they are excused, or null where nobody said so yet
 * @param created the day that the entry was made, or null
 * @param until the last day that they are excused, or null for no end
 */
public record BaselineEntry(
    String fingerprint,
    long maxCount,
    @Nullable String reason,
    @Nullable LocalDate created,
    @Nullable LocalDate until) {

  /**
   * Refuses what cannot be.
   *
   * @throws IllegalArgumentException if the fingerprint is blank or the count is not positive
   */
  public BaselineEntry {
    if (fingerprint.isBlank() || maxCount < 1) {
      throw new IllegalArgumentException("no entry of a baseline: " + fingerprint + " " + maxCount);
    }
  }

  /** Returns whether its last day is over. */
  public boolean expired(LocalDate today) {
    return until != null && today.isAfter(until);
  }

  BaselineEntry allowing(long count) {
    return new BaselineEntry(fingerprint, count, reason, created, until);
  }
}

package org.golivecheck.log;

import java.util.Map;

/**
 * What was redacted, and what was not.
 *
 * @param entries how many entries were written
 * @param removed how much of each kind was removed; kinds that did not occur are missing
 * @param reading what was read; its problems tell which entries were left out
 */
public record RedactionSummary(
    long entries, Map<RemovedKind, Long> removed, ReadingSummary reading) {

  /** Copies the map. */
  public RedactionSummary {
    removed = Map.copyOf(removed);
  }
}

package org.golivecheck.log;

import java.util.List;
import java.util.Map;

/**
 * What was redacted, and what was not.
 *
 * @param entries how many entries were written
 * @param written how each input with calls was written, in order
 * @param removed how much of each kind was removed; kinds that did not occur are missing
 * @param reading what was read; its problems show which entries were left out
 */
public record RedactionSummary(
    long entries,
    List<WrittenLog> written,
    Map<RemovedKind, Long> removed,
    ReadingSummary reading) {

  /** Copies the list and the map. */
  public RedactionSummary {
    written = List.copyOf(written);
    removed = Map.copyOf(removed);
  }
}

package org.golivecheck.log.redact;

import java.util.EnumMap;
import java.util.Map;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.redaction.find.SensitiveKind;

/** Counts what was removed. Not thread-safe. */
public final class Removals {
  private final Map<RemovedKind, Long> counts = new EnumMap<>(RemovedKind.class);

  void add(RemovedKind kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  void add(SensitiveKind kind) {
    add(RemovedKind.valueOf(kind.name()));
  }

  /** Adds what others counted. */
  public void addAll(Removals other) {
    other.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
  }

  /** Returns the counts of the kinds that occurred. */
  public Map<RemovedKind, Long> counts() {
    return Map.copyOf(counts);
  }
}

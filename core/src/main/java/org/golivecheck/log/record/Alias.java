package org.golivecheck.log.record;

/**
 * A name under which a field of a call is known.
 *
 * @param field what the value says
 * @param rank which of several values of one field counts: the one with the lowest
 * @param unit what a number without a unit counts
 */
public record Alias(RecordField field, int rank, Unit unit) {

  /** What a duration, or a size, is counted in. */
  public enum Unit {
    NANOS(1),
    MICROS(1_000),
    MILLIS(1_000_000),
    SECONDS(1_000_000_000);

    private final long nanos;

    Unit(long nanos) {
      this.nanos = nanos;
    }

    /** Returns how many nanoseconds it has. */
    long nanos() {
      return nanos;
    }
  }
}

package org.golivecheck.report;

import java.time.LocalDate;
import java.util.Objects;
import org.golivecheck.redaction.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * Whether a finding is open, or excused by whom and until when.
 *
 * @param kind whether it is excused, and by what
 * @param known how many calls of its fingerprint the baseline allows, also where that is too few or
 *     expired; 0 where the baseline does not have it
 * @param reason why it is excused, or null where nobody said so
 * @param until the last day that it is excused, or null for no end
 * @param expired whether that day is over, so that the finding is open although it is known
 */
public record FindingState(
    Kind kind, long known, @Nullable SafeText reason, @Nullable LocalDate until, boolean expired) {

  /** Open, and in no baseline. */
  public static final FindingState OPEN = new FindingState(Kind.OPEN, 0, null, null, false);

  /** What becomes of a finding. */
  public enum Kind {
    /** It counts for the gate. */
    OPEN("open"),
    /** The baseline has it, and there is not more of it than the baseline allows. */
    BASELINED("baselined"),
    /** A suppression of the configuration matches it. */
    SUPPRESSED("suppressed");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** Returns the name used in reports. */
    public String id() {
      return id;
    }
  }

  /** Returns whether the finding does not count for the gate. */
  public boolean excused() {
    return kind != Kind.OPEN;
  }

  // Spelled out: what a record has by itself is made at its first use, at the start of every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FindingState that
        && kind == that.kind
        && known == that.known
        && Objects.equals(reason, that.reason)
        && Objects.equals(until, that.until)
        && expired == that.expired;
  }

  @Override
  public int hashCode() {
    return 31 * kind.id.hashCode() + Long.hashCode(known);
  }
}

package org.golivecheck.report;

import java.time.LocalDate;
import java.util.Objects;
import org.golivecheck.redaction.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * Whether a finding is open, or why and until when it is excused.
 *
 * @param kind whether it is excused, and by what
 * @param known how many calls of its fingerprint the baseline allows, even if those are too few or
 *     the entry has expired; 0 if the baseline does not contain it
 * @param reason why it is excused, or null if no reason is given
 * @param until the last day that it is excused, or null for no end
 * @param expired whether that day is over, so that the finding is open again
 */
public record FindingState(
    Kind kind, long known, @Nullable SafeText reason, @Nullable LocalDate until, boolean expired) {

  /** Open, and in no baseline. */
  public static final FindingState OPEN = new FindingState(Kind.OPEN, 0, null, null, false);

  /** Whether a finding counts. */
  public enum Kind {
    /** It counts for the gate. */
    OPEN("open"),
    /** The baseline contains it, with at least as many calls. */
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

  // Written out because the methods that Java generates for a record slow down the start of a run.

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

package org.golivecheck.report;

import java.time.LocalDate;
import java.util.List;
import org.golivecheck.redaction.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * What a build decides by, besides the findings of a report and the {@link FindingState} of each.
 * {@link GateDecision} is the decision.
 *
 * @param failOn from which severity on an open finding fails the build
 * @param allowEmpty whether inputs without any entry are excused
 * @param baseline how the baseline was used, or null without a baseline
 * @param suppressions how each suppression was used, in the order of the configuration
 */
public record Gate(
    FailOn failOn,
    boolean allowEmpty,
    @Nullable BaselineUse baseline,
    List<SuppressionUse> suppressions) {

  /** Errors fail, nothing is excused. */
  public static final Gate DEFAULT = new Gate(FailOn.ERROR, false, null, List.of());

  /** Copies the list. */
  public Gate {
    suppressions = List.copyOf(suppressions);
  }

  /** Returns the same with another level. */
  public Gate withFailOn(FailOn other) {
    return new Gate(other, allowEmpty, baseline, suppressions);
  }

  /**
   * How a baseline was used.
   *
   * @param file its name
   * @param entries how many entries it has
   * @param stale the entries whose findings no longer occur
   * @param expired the entries whose last day is over, seen or not
   */
  public record BaselineUse(
      SafeText file, int entries, List<EntryUse> stale, List<EntryUse> expired) {
    /** Copies the lists. */
    public BaselineUse {
      stale = List.copyOf(stale);
      expired = List.copyOf(expired);
    }
  }

  /**
   * An entry of a baseline.
   *
   * @param fingerprint which findings it knows
   * @param maxCount how many calls of them it allows
   * @param seen how many there are
   * @param reason why it is excused, or null if no reason is given
   * @param until its last day, or null for no end
   */
  public record EntryUse(
      SafeText fingerprint,
      long maxCount,
      long seen,
      @Nullable SafeText reason,
      @Nullable LocalDate until) {}

  /** How a suppression was used. */
  public interface SuppressionUse {
    /** Returns the rule that it names, or null for any. */
    @Nullable String rule();

    /** Returns the error code that it names, or null for any. */
    @Nullable SafeText errorCode();

    /** Returns the pattern of resources, or null for any. */
    @Nullable SafeText resource();

    /** Returns the pattern of operations, or null for any. */
    @Nullable SafeText operation();

    /** Returns why the findings are suppressed. */
    SafeText reason();

    /** Returns its last day, or null for no end. */
    @Nullable LocalDate until();

    /** Returns whether that day is over, so that it no longer suppresses anything. */
    boolean expired();

    /** Returns the number of findings that it matches, suppressed or not. */
    long findings();
  }
}

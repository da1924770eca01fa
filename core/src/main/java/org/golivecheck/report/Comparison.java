package org.golivecheck.report;

import java.util.List;
import java.util.Locale;
import org.golivecheck.redaction.SafeText;

/**
 * What has changed since an earlier report. Decides nothing.
 *
 * @param name the earlier report
 * @param profile its rule set
 * @param verdict its verdict
 * @param changes the findings whose counts differ, sorted by kind and fingerprint
 */
public record Comparison(SafeText name, Profile profile, Verdict verdict, List<Change> changes) {
  /** Copies the list. */
  public Comparison {
    changes = List.copyOf(changes);
  }

  /** How a finding has changed. */
  public enum Kind {
    /** The earlier report does not have it. */
    NEW,
    /** The later report does not have it. */
    GONE,
    /** It has more calls than before. */
    MORE,
    /** It has fewer calls than before. */
    FEWER;

    /** Returns its name in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A finding that has changed.
   *
   * @param rule the id of its rule
   * @param title the title of its rule
   * @param fingerprint its fingerprint
   * @param before how many calls it had, 0 if it is new
   * @param now how many calls it has, 0 if it is gone
   */
  public record Change(String rule, String title, SafeText fingerprint, long before, long now) {
    /** Returns how it has changed. */
    public Kind kind() {
      return before == 0 ? Kind.NEW : now == 0 ? Kind.GONE : now > before ? Kind.MORE : Kind.FEWER;
    }
  }

  /** Returns how many changes are of a kind. */
  public long count(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }
}

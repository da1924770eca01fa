package org.golivecheck.gate;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.GoLiveReport;
import org.jspecify.annotations.Nullable;

/**
 * The findings that a team knows but has not fixed yet. With a baseline, a build fails only on new
 * ones.
 *
 * <p>The file is JSON, described by {@code golive-baseline.schema.json} next to this class. It is
 * easy to review: sorted by fingerprint, with one value per line, and with the same bytes for the
 * same entries. Immutable.
 */
public final class Baseline {
  /** A baseline without entries. */
  public static final Baseline EMPTY = new Baseline(new TreeMap<>());

  private final SortedMap<String, BaselineEntry> entries;

  private Baseline(SortedMap<String, BaselineEntry> entries) {
    this.entries = Collections.unmodifiableSortedMap(entries);
  }

  /**
   * Returns a baseline with entries.
   *
   * @throws IllegalArgumentException if two have the same fingerprint
   */
  public static Baseline of(Collection<BaselineEntry> entries) {
    SortedMap<String, BaselineEntry> sorted = new TreeMap<>();
    for (BaselineEntry entry : entries) {
      if (sorted.put(entry.fingerprint(), entry) != null) {
        throw new IllegalArgumentException(
            "two entries have the fingerprint " + entry.fingerprint());
      }
    }
    return new Baseline(sorted);
  }

  /**
   * Reads the text of a file.
   *
   * @throws BaselineFormatException if it is not a baseline; the message names the line
   */
  public static Baseline parse(String text) throws BaselineFormatException {
    return BaselineFile.read(text);
  }

  /** Writes the text of a file. */
  public void write(Appendable out) throws IOException {
    BaselineFile.write(this, out);
  }

  /** Returns the entries, sorted by fingerprint. */
  public Collection<BaselineEntry> entries() {
    return entries.values();
  }

  /** Returns the entry of a fingerprint, or null. */
  @Nullable BaselineEntry entry(String fingerprint) {
    return entries.get(fingerprint);
  }

  /**
   * Returns the baseline for a report. It contains the findings of the report with their counts,
   * without suppressed ones, and nothing else. Known entries keep reason, day of creation and last
   * day, even one that is over: no finding is excused for longer than a person decided.
   *
   * @param today the day of creation of new entries
   */
  public Baseline updated(GoLiveReport report, LocalDate today) {
    SortedMap<String, BaselineEntry> updated = new TreeMap<>();
    for (Map.Entry<String, Long> seen :
        Occurrences.of(report, finding -> finding.state().kind() != FindingState.Kind.SUPPRESSED)
            .entrySet()) {
      String fingerprint = seen.getKey();
      BaselineEntry known = entries.get(fingerprint);
      updated.put(
          fingerprint,
          known == null
              ? new BaselineEntry(fingerprint, seen.getValue(), null, today, null)
              : known.allowing(seen.getValue()));
    }
    return new Baseline(updated);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Baseline that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entries);
  }

  @Override
  public String toString() {
    return entries.values().toString();
  }
}

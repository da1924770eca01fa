package org.golivecheck.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.Comparison;
import org.golivecheck.report.Comparison.Change;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;

/** Compares the findings of two reports, by fingerprint. */
public final class Comparisons {
  private Comparisons() {}

  /**
   * Returns a report with what has changed since an earlier one.
   *
   * @param name what the earlier report is called
   * @param before the earlier report
   * @param now the report to add the comparison to
   */
  public static GoLiveReport compare(SafeText name, GoLiveReport before, GoLiveReport now) {
    Map<String, Long> earlier = occurrences(before, finding -> true);
    Map<String, Long> later = occurrences(now, finding -> true);
    Map<String, Finding> findings = new TreeMap<>();
    before.findings().forEach(finding -> findings.put(finding.fingerprint().toString(), finding));
    now.findings().forEach(finding -> findings.put(finding.fingerprint().toString(), finding));
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, Finding> entry : findings.entrySet()) {
      String fingerprint = entry.getKey();
      long old = earlier.getOrDefault(fingerprint, 0L);
      long current = later.getOrDefault(fingerprint, 0L);
      if (old != current) {
        Finding finding = entry.getValue();
        changes.add(
            new Change(finding.rule(), finding.title(), finding.fingerprint(), old, current));
      }
    }
    changes.sort(Comparator.comparing(Change::kind));
    return now.toBuilder()
        .comparison(new Comparison(name, before.profile(), before.verdict(), changes))
        .build();
  }

  /** Returns how often findings occur, by fingerprint. Counts of equal fingerprints are added. */
  static SortedMap<String, Long> occurrences(GoLiveReport report, Predicate<Finding> counted) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Finding finding : report.findings()) {
      if (counted.test(finding)) {
        counts.merge(finding.fingerprint().toString(), count(finding), Math::addExact);
      }
    }
    return counts;
  }

  /**
   * Too few calls count as one occurrence. The count of that finding is the number of calls, and
   * fewer calls do not make it better.
   */
  private static long count(Finding finding) {
    return finding.rule().equals("GL-001") ? 1 : Math.max(1, finding.count());
  }
}

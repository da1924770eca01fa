package org.golivecheck.gate;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;

/** How often findings occur, by fingerprint. The counts of equal fingerprints are added. */
final class Occurrences {
  private Occurrences() {}

  static SortedMap<String, Long> of(GoLiveReport report, Predicate<Finding> counted) {
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

package org.golivecheck.gate;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;

/** How often findings occur, by fingerprint: the counts of equal ones add up. */
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
   * Too few calls is one fact, whose count is the calls that there are: fewer of them are not less
   * of it.
   */
  private static long count(Finding finding) {
    return finding.rule().equals("GL-001") ? 1 : Math.max(1, finding.count());
  }
}

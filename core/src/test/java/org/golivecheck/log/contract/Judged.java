package org.golivecheck.log.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.ReviewSettings;

/**
 * What a review says of some calls, without the places where they were read.
 *
 * @param verdict the verdict
 * @param cleanCallsNeeded how many clean calls are needed
 * @param total all calls
 * @param countable those that count
 * @param failed those that failed
 * @param excluded those that do not count, by reason
 * @param reasons the ids of the rules that give the reasons
 * @param window the calls of the window with their outcomes
 * @param findings a line each
 */
record Judged(
    Verdict verdict,
    int cleanCallsNeeded,
    long total,
    long countable,
    long failed,
    Map<String, Long> excluded,
    List<String> reasons,
    List<String> window,
    List<String> findings) {

  /** Judges calls by a profile. */
  static Judged of(List<ApiCall> calls, Profile profile) {
    GoLiveReport review =
        calls.stream()
            .collect(
                GoLiveCheck.withDefaults().withSettings(ReviewSettings.of(profile)).collector());
    List<String> window = new ArrayList<>();
    for (GoLiveReport.WindowCall call : review.window().calls()) {
      window.add(
          call.method()
              + " "
              + call.resource()
              + " "
              + call.status()
              + " "
              + call.errorCode()
              + " "
              + call.outcome());
    }
    return new Judged(
        review.verdict(),
        review.window().cleanCallsNeeded(),
        review.calls().total(),
        review.calls().countable(),
        review.calls().failed(),
        review.calls().excluded(),
        review.reasons().stream().map(GoLiveReport.Reason::rule).toList(),
        window,
        review.findings().stream().map(Judged::line).sorted().toList());
  }

  private static String line(Finding finding) {
    return finding.fingerprint()
        + " "
        + finding.severity().id()
        + " "
        + finding.method()
        + " "
        + finding.resource()
        + " x"
        + finding.count()
        + ": "
        + finding.message();
  }
}

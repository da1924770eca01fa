package org.golivecheck.samples;

import java.util.List;
import java.util.Map;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;

/**
 * A sample log, and what golive-check has to say about it.
 *
 * @param id the name of the sample, and of its zip without the extension
 * @param text what happened, in one sentence
 * @param calls the calls in the order in which the log numbers them
 * @param forecasts what each profile predicts
 * @param findings the findings on the review, on polling and on errors; a report may hold hints
 *     besides
 */
record Story(
    String id,
    String text,
    List<LoggedCall> calls,
    Map<Profile, Forecast> forecasts,
    List<ExpectedFinding> findings) {

  Story {
    calls = List.copyOf(calls);
    forecasts = Map.copyOf(forecasts);
    findings = List.copyOf(findings);
  }

  /** What a profile predicts, and how many further clean calls make the window pass. */
  record Forecast(Verdict verdict, int cleanCallsNeeded) {}

  /**
   * A finding that the report has to hold.
   *
   * @param rule the id of the rule
   * @param errorCode the error code, empty for none
   * @param count how many calls it stands for, 0 for a finding that is not about single calls
   */
  record ExpectedFinding(String rule, String errorCode, long count) {}
}

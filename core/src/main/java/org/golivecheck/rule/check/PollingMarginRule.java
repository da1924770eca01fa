package org.golivecheck.rule.check;

import java.time.Duration;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.text.Words;

/**
 * PL-002: a resource was asked again after 15 minutes but before the 20 that DocuSign advises to
 * design for. One finding for each resource.
 */
final class PollingMarginRule extends Check {
  PollingMarginRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  void finish(FindingSink out) {
    PollingPairs pairs = timeline.pairs();
    ResourcePairs.each(
        pairs,
        pair -> !pairs.near(pair) && !pairs.page(pair),
        close -> out.add(Severity.WARNING, close.size(), () -> finding(close)));
  }

  private Finding finding(ResourcePairs close) {
    int newest = close.newestCall();
    Duration gap = close.medianGap();
    String message =
        "GET "
            + context.resource(newest)
            + " came "
            + Words.times(close.size())
            + " "
            + context.thresholds().marginInWords()
            + " after the call before ("
            + close.inWords(gap)
            + "): no breach, but close to one.";
    return draft().resource(newest).medianGap(gap).build(message, close.laterCalls());
  }
}

package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.text.Words;

/**
 * PL-002: a resource was asked again after 15 minutes but before the 20 that DocuSign advises to
 * design for. One finding for each resource.
 */
public final class PollingMarginRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "PL-002",
          "Polling interval without a safe margin",
          "polling",
          "integration-developer",
          Severity.WARNING,
          "https://developers.docusign.com/docs/esign-rest-api/esign101/rules-and-limits/",
          "Set the interval to 20 minutes: a timer of 15 minutes breaks the rule as soon as one"
              + " call is a little late and the next one is not. A Connect webhook needs no"
              + " interval.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Check start(ReviewContext context) {
    PollingPairs pairs = context.timeline().pairs();
    return new EndCheck() {
      @Override
      public void finish(FindingSink out) {
        ResourcePairs.each(
            pairs,
            pair -> pairs.gap(pair) >= pairs.breachGap() && !pairs.page(pair),
            close -> out.add(Severity.WARNING, close.size(), () -> finding(close)));
      }

      private Finding finding(ResourcePairs close) {
        int newest = close.newestCall();
        String message =
            "GET "
                + context.resource(newest)
                + " came "
                + Words.times(close.size())
                + " "
                + context.thresholds().marginInWords()
                + " after the call before ("
                + close.gapInWords()
                + "): no breach, but close to one.";
        return new FindingDraft(context, INFO).resource(newest).build(message, close.laterCalls());
      }
    };
  }
}

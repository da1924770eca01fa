package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.text.Words;

/**
 * PL-004: the pages of one envelope listing were fetched in less than 15 minutes. The letter of the
 * polling rule forbids it, its purpose does not; DocuSign does not say.
 */
final class ListPagesRule extends Check {
  ListPagesRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  void finish(FindingSink out) {
    PollingPairs pairs = timeline.pairs();
    ResourcePairs.each(
        pairs,
        pair -> pairs.page(pair) && pairs.near(pair),
        pages -> out.add(Severity.WARNING, pages.size(), () -> finding(pages)));
  }

  private Finding finding(ResourcePairs pages) {
    int newest = pages.newestCall();
    String message =
        Words.count(pages.size(), "further page", "further pages")
            + " of GET "
            + context.resource(newest)
            + " followed less than "
            + context.thresholds().pollingIntervalInWords()
            + " after the page before ("
            + pages.inWords(pages.medianGap())
            + "). It is not counted as a breach; DocuSign does not document how it counts pages.";
    return draft().resource(newest).build(message, pages.laterCalls());
  }
}

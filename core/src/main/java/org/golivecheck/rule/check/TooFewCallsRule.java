package org.golivecheck.rule.check;

import java.util.Set;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;

/** GL-001: the log holds fewer countable calls than the review examines. */
public final class TooFewCallsRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GL-001",
          "Too few calls for the review",
          "go-live",
          "integration-developer",
          Severity.ERROR,
          "https://www.docusign.com/blog/developers/the-trenches-go-live-failures",
          "Make more successful eSignature REST calls with this integration key in the demo"
              + " environment. Sending the same envelope again counts; logins, OAuth calls and what"
              + " the DocuSign web app does on its own do not.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.URL);
  }

  @Override
  public boolean isOf(Profile profile) {
    return profile != Profile.CURRENT;
  }

  @Override
  public Scope scope() {
    return Scope.REVIEW;
  }

  @Override
  public Check start(ReviewContext context) {
    return new EndCheck() {
      @Override
      public void finish(FindingSink out) {
        long countable = context.countable();
        // The calls that were not read may be the missing ones.
        if (countable < context.window().required()
            && (countable > 0 || isJudged(context))
            && context.unread().isEmpty()) {
          FindingDraft draft = new FindingDraft(context, INFO);
          if (context.isProductionAlone()) {
            draft.remedy(
                "Check a log with more eSignature REST calls made with this integration key.");
          }
          out.add(draft.build(message(context), countable));
        }
      }
    };
  }

  /** Returns whether a log of which no call counts shows that: by URLs, and calls of DocuSign. */
  private static boolean isJudged(ReviewContext context) {
    return !context.shows(Exclusion.NO_URL) && !context.showsOnly(Exclusion.OTHER_HOST);
  }

  /** Returns the finding in a sentence. */
  public static String message(ReviewContext context) {
    long countable = context.countable();
    int required = context.window().required();
    String calls =
        switch ((int) countable) {
          case 0 -> "No call in this log counts";
          case 1 -> "Only 1 call in this log counts";
          default -> "Only " + countable + " calls in this log count";
        };
    if (context.isProductionAlone()) {
      return calls + "; the rules of the review ask for " + required + ".";
    }
    String newest = required == 1 ? "the newest" : "the newest " + required;
    return calls + " for the review, which examines " + newest + ".";
  }
}

package org.golivecheck.rule.check;

import java.time.Duration;
import java.time.Instant;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.Words;

/** GL-003: calls that the review would examine are older than 30 days. */
public final class OldWindowRule implements Rule {
  /** By developers' accounts of the review of 2024; no page of DocuSign's states it. */
  private static final Duration MAX_AGE = Duration.ofDays(30);

  private static final RuleInfo INFO =
      new RuleInfo(
          "GL-003",
          "Newest calls older than 30 days",
          "go-live",
          "integration-developer",
          Severity.WARNING,
          RuleInfo.HEURISTIC,
          "Run the integration again, so that its newest 20 calls fall within 30 days, and submit it"
              + " for review soon afterwards.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean isOf(Profile profile) {
    return profile != Profile.CURRENT;
  }

  @Override
  public Check start(ReviewContext context) {
    return new EndCheck() {
      @Override
      public void finish(FindingSink out) {
        if (context.isProductionAlone()) {
          // A live key has passed its review.
          return;
        }
        Instant oldest = context.asOf().minus(MAX_AGE);
        Evidence old = new Evidence();
        for (int i = 0; i < context.window().size(); i++) {
          int position = context.window().position(i);
          boolean timed = context.timeline().kind(position).timed();
          if (timed && context.timeline().time(position).isBefore(oldest)) {
            old.add(position);
          }
        }
        if (old.count() > 0) {
          out.add(new FindingDraft(context, INFO).build(message(old), old));
        }
      }

      private String message(Evidence old) {
        return old.count()
            + " of the newest "
            + Words.count(context.window().size(), "countable call", "countable calls")
            + (old.count() == 1 ? " is" : " are")
            + " more than 30 days older than "
            + Moments.words(context.asOf())
            + ", the moment of the review.";
      }
    };
  }
}

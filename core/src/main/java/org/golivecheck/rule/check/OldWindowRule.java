package org.golivecheck.rule.check;

import java.time.Duration;
import java.time.Instant;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.Words;

/** GL-003: calls that the review would examine are older than 30 days. */
final class OldWindowRule extends Check {
  /** By developers' accounts of the review of 2024; no page of DocuSign's states it. */
  private static final Duration MAX_AGE = Duration.ofDays(30);

  OldWindowRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  void finish(FindingSink out) {
    if (context.isProductionAlone()) {
      // A live key has passed its review.
      return;
    }
    Instant oldest = context.asOf().minus(MAX_AGE);
    Evidence old = new Evidence();
    for (int i = 0; i < context.window().size(); i++) {
      int position = context.window().position(i);
      boolean timed = timeline.kind(position).timed();
      if (timed && timeline.time(position).isBefore(oldest)) {
        old.add(position);
      }
    }
    if (old.count() > 0) {
      out.add(draft().build(message(old), old));
    }
  }

  private String message(Evidence old) {
    return old.count()
        + " of the newest "
        + Words.count(context.window().size(), "countable call", "countable calls")
        + (old.count() == 1 ? " is" : " are")
        + " more than 30 days older than "
        + moment(context.asOf())
        + ", the moment of the review.";
  }
}

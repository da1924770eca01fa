package org.golivecheck.rule.check;

import java.util.Set;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-014: countable calls went to demo and to production. */
public final class MixedEnvironmentsRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GL-014",
          "Demo and production in one log",
          "go-live",
          "integration-developer",
          Severity.WARNING,
          RuleInfo.HEURISTIC,
          "Check each environment by itself: with --host demo.docusign.net the calls to demo, which"
              + " are all that the review of a key sees that is not live.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.URL);
  }

  @Override
  public Scope scope() {
    return Scope.LOG;
  }

  @Override
  public Check start(ReviewContext context) {
    return new Check() {
      private final Evidence production = new Evidence();
      private boolean demo;

      @Override
      public boolean concerns(CallKind kind) {
        demo |= kind.countable() && kind.demo();
        return kind.countable() && kind.environment() == Environment.PRODUCTION;
      }

      @Override
      public void see(TimedCall call) {
        production.add(call.position());
      }

      @Override
      public void finish(FindingSink out) {
        if (demo && production.count() > 0) {
          String message =
              production.count()
                  + " of "
                  + Words.count(context.countable(), "countable call", "countable calls")
                  + " went to production, others to demo: the verdict covers both.";
          out.add(new FindingDraft(context, INFO).build(message, production));
        }
      }
    };
  }
}

package org.golivecheck.rule.check;

import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.call.Operation;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;

/** GL-007: a countable call answered neither 2xx nor 4xx nor 5xx. */
public final class UnknownStatusRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GL-007",
          "Status that is neither success nor error",
          "go-live",
          "integration-developer",
          Severity.WARNING,
          RuleInfo.HEURISTIC,
          "DocuSign documents 2xx as success and 4xx and 5xx as failure, and says nothing of other"
              + " statuses. Call the address that the redirect names, or find out what answers in"
              + " DocuSign's place.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.URL, LogField.STATUS);
  }

  @Override
  public Check start(ReviewContext context) {
    return new GroupCheck<Operation>(INFO) {
      @Override
      public boolean concerns(CallKind kind) {
        return kind.countable() && !kind.succeeded() && !kind.failed();
      }

      @Override
      Operation groupOf(TimedCall call) {
        return call.kind().operation();
      }

      @Override
      Finding finding(Operation operation, Evidence evidence) {
        return new FindingDraft(context, INFO)
            .operation(evidence.newest())
            .build(message(evidence), evidence);
      }

      private String message(Evidence evidence) {
        int status = context.timeline().kind(evidence.newest()).status();
        String answered = "answered " + status + ", which is neither success nor error.";
        return evidence.count() == 1
            ? "One call " + answered
            : evidence.count()
                + " calls answered a status that is neither success nor error, the"
                + " newest "
                + status
                + ".";
      }
    };
  }
}

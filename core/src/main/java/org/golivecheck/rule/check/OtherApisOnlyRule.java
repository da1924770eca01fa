package org.golivecheck.rule.check;

import java.util.Set;
import java.util.TreeSet;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-012: the log holds calls of other APIs, and none that the review counts. */
public final class OtherApisOnlyRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GL-012",
          "Only calls of other APIs",
          "go-live",
          "integration-developer",
          Severity.WARNING,
          RuleInfo.HEURISTIC,
          "Have the integration key make eSignature REST calls too: integrators of other APIs report"
              + " that only those were counted. If the calls did go to eSignature, but by way of"
              + " your own host and path, name that with --gateway-host.");

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
    return Scope.REVIEW;
  }

  @Override
  public Check start(ReviewContext context) {
    TreeSet<String> apis = new TreeSet<>();
    return new LogCheck() {
      @Override
      public boolean concerns(CallKind kind) {
        return context.countable() == 0 && kind.exclusion() == Exclusion.OTHER_API;
      }

      @Override
      boolean isPart(TimedCall call) {
        ApiFamily api = call.kind().operation().api();
        if (api != ApiFamily.ESIGN) {
          apis.add(api.id());
        }
        return true;
      }

      @Override
      Finding finding(Evidence evidence) {
        String message =
            "No call in this log is one of eSignature REST, which alone the review counts; "
                + Words.count(evidence.count(), "call went", "calls went")
                + " to other APIs"
                + (apis.isEmpty() ? "." : " (" + String.join(", ", apis) + ").");
        return new FindingDraft(context, INFO).build(message, evidence);
      }
    };
  }
}

package org.golivecheck.rule.check;

import java.util.Set;
import java.util.TreeSet;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-012: the log holds calls of other APIs, and none that the review counts. */
public final class OtherApisOnlyRule implements Rule {
  private static final String GATEWAY =
      "If the calls did go to eSignature, but by way of your own host and path, name that with"
          + " --gateway-host.";

  private static final RuleInfo INFO =
      new RuleInfo(
          "GL-012",
          "Only calls of other APIs",
          "go-live",
          "integration-developer",
          Severity.WARNING,
          RuleInfo.HEURISTIC,
          GATEWAY);

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
            "No call in this log is one of eSignature REST, the only ones that are judged; "
                + Words.count(evidence.count(), "call went", "calls went")
                + " to other APIs"
                + (apis.isEmpty() ? "." : " (" + String.join(", ", apis) + ").");
        return new FindingDraft(context, INFO)
            .remedy(remedy(context.profile()))
            .build(message, evidence);
      }
    };
  }

  /** The review that counted calls, until October 2025, counted those of eSignature alone. */
  private static String remedy(Profile profile) {
    return profile == Profile.CURRENT
        ? GATEWAY
        : "Until October 2025 the review asked for 20 calls of eSignature REST, as integrators of"
            + " other APIs report: for that review, have the integration key make such calls too. "
            + GATEWAY;
  }
}

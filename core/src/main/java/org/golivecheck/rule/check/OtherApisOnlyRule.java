package org.golivecheck.rule.check;

import java.util.TreeSet;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.Exclusion;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-012: the log contains calls of other APIs, and none that the review counts. */
final class OtherApisOnlyRule extends LogCheck {
  private final TreeSet<String> apis = new TreeSet<>();

  OtherApisOnlyRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
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
        "No call in this log is one of eSignature REST, which alone is judged; "
            + Words.count(evidence.count(), "call went", "calls went")
            + " to other APIs"
            + (apis.isEmpty() ? "." : " (" + String.join(", ", apis) + ").");
    return draft().remedy(remedy()).build(message, evidence);
  }

  /** The review that counted calls, until October 2025, counted those of eSignature alone. */
  private String remedy() {
    return context.profile() == Profile.CURRENT
        ? rule.remedy()
        : "Until October 2025 the review asked for 20 calls of eSignature REST, as integrators of"
            + " other APIs report: for that review, have the integration key make such calls too. "
            + rule.remedy();
  }
}

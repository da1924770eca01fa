package org.golivecheck.rule.check;

import java.util.Set;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-013: calls of an API whose way to production is a support case. */
public final class SupportCaseRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GL-013",
          "API that goes live by a support case",
          "go-live",
          "integration-developer",
          Severity.INFO,
          "https://developers.docusign.com/platform/go-live/",
          "Open a case with DocuSign Support for this API and allow three business days. For Rooms"
              + " name the production administrator, the account ids of demo and production, the"
              + " integration key and the dates of your test calls.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.URL);
  }

  @Override
  public Check start(ReviewContext context) {
    return new GroupCheck<ApiFamily>(INFO) {
      @Override
      public boolean concerns(CallKind kind) {
        return switch (kind.operation().api()) {
          case ROOMS, CLICK, WEB_FORMS -> true;
          default -> false;
        };
      }

      @Override
      ApiFamily groupOf(TimedCall call) {
        return call.kind().operation().api();
      }

      @Override
      Finding finding(ApiFamily api, Evidence evidence) {
        return new FindingDraft(context, INFO).build(message(api, evidence), evidence);
      }
    };
  }

  private static String message(ApiFamily api, Evidence evidence) {
    String name =
        switch (api) {
          case ROOMS -> "Rooms";
          case CLICK -> "Click";
          default -> "Web Forms";
        };
    return Words.count(evidence.count(), "call went", "calls went")
        + " to the "
        + name
        + " API, which no self-service review moves to production.";
  }
}

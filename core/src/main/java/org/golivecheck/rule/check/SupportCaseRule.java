package org.golivecheck.rule.check;

import org.golivecheck.call.ApiFamily;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-013: calls of an API whose way to production is a support case. */
final class SupportCaseRule extends GroupCheck<ApiFamily> {
  SupportCaseRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
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
    return draft()
        .basis("https://developers.docusign.com/docs/" + folder(api) + "/go-live")
        .remedy(rule.remedy() + remedy(api))
        .build(message(api, evidence), evidence);
  }

  private static String message(ApiFamily api, Evidence evidence) {
    return Words.count(evidence.count(), "call went", "calls went")
        + " to the "
        + name(api)
        + " API. Its documented way to production is a support case.";
  }

  private static String name(ApiFamily api) {
    return switch (api) {
      case ROOMS -> "Rooms";
      case CLICK -> "Click";
      default -> "Web Forms";
    };
  }

  /** Returns the folder of the API on DocuSign's developer site. */
  private static String folder(ApiFamily api) {
    return switch (api) {
      case ROOMS -> "rooms-api";
      case CLICK -> "click-api";
      default -> "web-forms-api";
    };
  }

  private static String remedy(ApiFamily api) {
    if (api == ApiFamily.ROOMS) {
      return " Put \"Rooms Go-Live\" into the subject, and name a production administrator, the account"
          + " ids of demo and production, the integration key and the dates of your test calls.";
    }
    return " The subject is \""
        + name(api)
        + " API Go-Live\"; describe your integration. DocuSign allows itself up to three business"
        + " days.";
  }
}

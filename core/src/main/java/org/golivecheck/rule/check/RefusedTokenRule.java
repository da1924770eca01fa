package org.golivecheck.rule.check;

import java.util.Locale;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallDetail;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** OA-003: calls were made with an access token that DocuSign refuses. */
final class RefusedTokenRule extends LogCheck {
  RefusedTokenRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.status() == 401;
  }

  @Override
  boolean isPart(TimedCall call) {
    return isRefusedToken(call.detail());
  }

  @Override
  Finding finding(Evidence evidence) {
    String message =
        Words.count(evidence.count(), "call was", "calls were")
            + " made with an access token that is expired, revoked or of another environment."
            + " A request log shows few such calls, so there may have been more.";
    return draft().build(message, evidence);
  }

  private static boolean isRefusedToken(CallDetail detail) {
    if ("AUTHORIZATION_INVALID_TOKEN".equalsIgnoreCase(detail.errorCode())) {
      return true;
    }
    String message =
        detail.errorMessage() == null ? "" : detail.errorMessage().toLowerCase(Locale.ROOT);
    return message.contains("invalid access token")
        || (message.contains("token") && message.contains("expired"));
  }
}

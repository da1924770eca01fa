package org.golivecheck.rule.check;

import java.util.Locale;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallDetail;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** OA-003: calls were made with an access token that DocuSign refuses. */
public final class RefusedTokenRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "OA-003",
          "Expired or invalid access token",
          "authentication",
          "integration-developer",
          Severity.WARNING,
          "https://www.docusign.com/blog/developers/authorization-code-grant-refresh-tokens",
          "Renew the token some minutes before expires_in runs out, not after a 401; after a 401"
              + " renew it once, and stop if that fails too. Tokens of demo do not hold in"
              + " production.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.ERROR);
  }

  @Override
  public Check start(ReviewContext context) {
    return new LogCheck() {
      @Override
      public boolean concerns(CallKind kind) {
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
        return new FindingDraft(context, INFO).build(message, evidence);
      }
    };
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

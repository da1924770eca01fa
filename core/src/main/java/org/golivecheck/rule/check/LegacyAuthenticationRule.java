package org.golivecheck.rule.check;

import java.util.Locale;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-011: calls sign in by the {@code X-DocuSign-Authentication} header. */
final class LegacyAuthenticationRule extends LogCheck {
  LegacyAuthenticationRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.legacyAuthentication();
  }

  @Override
  boolean isPart(TimedCall call) {
    return !isSoap(timeline.path(call.position()));
  }

  @Override
  Finding finding(Evidence evidence) {
    String message =
        Words.count(evidence.count(), "call signs", "calls sign")
            + " in by the X-DocuSign-Authentication header. Only OAuth 2.0 passes the review,"
            + " and DocuSign blocks this way of signing in after 2026-09-30.";
    return draft().build(message, evidence);
  }

  /** SOAP calls may still sign in by an application password. */
  private static boolean isSoap(String path) {
    return path.toLowerCase(Locale.ROOT).contains(".asmx");
  }
}

package org.golivecheck.rule.check;

import java.util.Locale;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-011: calls sign in by the {@code X-DocuSign-Authentication} header. */
final class LegacyAuthenticationRule extends LogCheck {
  private boolean decides;

  LegacyAuthenticationRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.legacyAuthentication();
  }

  @Override
  boolean isPart(TimedCall call) {
    decides |= context.legacySignInDecides(call.position());
    return !isSoap(timeline.path(call.position()));
  }

  @Override
  Finding finding(Evidence evidence) {
    String message =
        Words.count(evidence.count(), "call signs", "calls sign")
            + " in by the X-DocuSign-Authentication header. Only OAuth 2.0 passes the review,"
            + " and DocuSign ended this way of signing in on 2026-09-30.";
    return draft().severity(ReviewContext.severity(decides)).build(message, evidence);
  }

  /** SOAP calls may still sign in by an application password. */
  private static boolean isSoap(String path) {
    return path.toLowerCase(Locale.ROOT).contains(".asmx");
  }
}

package org.golivecheck.rule.check;

import java.util.Locale;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** GL-011: calls sign in by the {@code X-DocuSign-Authentication} header. */
public final class LegacyAuthenticationRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "GL-011",
          "Legacy authentication header",
          "authentication",
          "integration-developer",
          Severity.WARNING,
          "https://developers.docusign.com/platform/auth/oauth2-requirements-migration",
          "Sign in by OAuth 2.0 (Authorization Code Grant with a user at the screen, JWT Grant"
              + " without) and send Authorization: Bearer instead of X-DocuSign-Authentication.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.CLIENT);
  }

  @Override
  public Check start(ReviewContext context) {
    return new LogCheck() {
      @Override
      public boolean concerns(CallKind kind) {
        return kind.legacyAuthentication();
      }

      @Override
      boolean isPart(TimedCall call) {
        return !isSoap(context.timeline().path(call.position()));
      }

      @Override
      Finding finding(Evidence evidence) {
        String message =
            Words.count(evidence.count(), "call signs", "calls sign")
                + " in by the X-DocuSign-Authentication header. Only OAuth 2.0 passes the review,"
                + " and DocuSign blocks this way of signing in after 2026-09-30.";
        return new FindingDraft(context, INFO).build(message, evidence);
      }
    };
  }

  /** SOAP calls may still sign in by an application password. */
  private static boolean isSoap(String path) {
    return path.toLowerCase(Locale.ROOT).contains(".asmx");
  }
}

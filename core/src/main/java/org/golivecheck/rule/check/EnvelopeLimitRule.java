package org.golivecheck.rule.check;

import java.util.Locale;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * EV-001 and EV-002: DocuSign refused calls because too many went to one envelope, reads or
 * updates. One finding for each error code.
 */
final class EnvelopeLimitRule extends GroupCheck<String> {
  private final String codeEnd;
  private final String what;

  EnvelopeLimitRule(ReviewContext context, RuleInfo rule, String codeEnd, String what) {
    super(context, rule);
    this.codeEnd = codeEnd;
    this.what = what;
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.failed();
  }

  @Override
  @Nullable String groupOf(TimedCall call) {
    String logged = call.detail().errorCode();
    String code = logged == null ? "" : logged.toUpperCase(Locale.ROOT);
    return code.endsWith(codeEnd) ? code : null;
  }

  @Override
  Finding finding(String code, Evidence evidence) {
    boolean burst = code.startsWith("BURST");
    String message =
        "Too many "
            + what
            + " of one envelope within "
            + (burst ? "30 seconds" : "an hour")
            + ": DocuSign refused "
            + Words.calls(evidence.count())
            + ", the newest "
            + timeline.kind(evidence.newest()).operation().method()
            + " "
            + context.resource(evidence.newest())
            + ". The limit applies in demo and production and is not published.";
    return draft()
        .errorCode(timeline.detail(evidence.newest()).errorCode())
        .build(message, evidence);
  }
}

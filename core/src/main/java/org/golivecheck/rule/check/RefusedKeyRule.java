package org.golivecheck.rule.check;

import java.util.Locale;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** OA-004: DocuSign refused the integration key. One finding for each cause. */
final class RefusedKeyRule extends GroupCheck<RefusedKeyRule.Cause> {
  /** Why a key is refused, according to the message. */
  enum Cause {
    NO_HEADER(
        "no readable Authorization header reached DocuSign",
        "Send Authorization: Bearer with every call, also with those of other threads and after"
            + " redirects, and begin the base path with https://."),
    LEGACY_HEADER(
        "the legacy header names a key that this environment does not know: a wrong key, or one not"
            + " yet promoted",
        "Do not repair X-DocuSign-Authentication: move to OAuth 2.0, since DocuSign ends legacy"
            + " authentication."),
    UNKNOWN_KEY(
        "the integration key does not exist or is disabled in this environment, as before Go-Live"
            + " in production",
        "Check host and key; for production, finish Go-Live first."),
    WRONG_ACCOUNT(
        "the account of the path is not one of the token's user",
        "Take account_id and base_uri from userinfo; ids of demo and production differ."),
    UNTOLD(
        "the message does not say whether the header is missing, the key unknown here, or the"
            + " account another",
        null);

    final String reason;

    /** What to do, or null for what the rule says. */
    final @Nullable String remedy;

    Cause(String reason, @Nullable String remedy) {
      this.reason = reason;
      this.remedy = remedy;
    }

    static Cause of(@Nullable String message, boolean legacyHeader) {
      if (legacyHeader) {
        return LEGACY_HEADER;
      }
      String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
      if (text.contains("not found") || text.contains("disabled")) {
        return UNKNOWN_KEY;
      }
      if (text.contains("invalid account") || text.contains("specified for user")) {
        return WRONG_ACCOUNT;
      }
      return text.contains("not specified") || text.contains("pars") ? NO_HEADER : UNTOLD;
    }
  }

  RefusedKeyRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.failed();
  }

  @Override
  @Nullable Cause groupOf(TimedCall call) {
    return "PARTNER_AUTHENTICATION_FAILED".equalsIgnoreCase(call.detail().errorCode())
        ? Cause.of(call.detail().errorMessage(), call.kind().legacyAuthentication())
        : null;
  }

  @Override
  Finding finding(Cause cause, Evidence evidence) {
    int newest = evidence.newest();
    String message =
        Words.count(evidence.count(), "call was", "calls were") + " refused: " + cause.reason + ".";
    return draft()
        .remedy(cause.remedy == null ? rule.remedy() : cause.remedy)
        .errorCode(timeline.detail(newest).errorCode())
        .build(message, evidence);
  }
}

package org.golivecheck.rule.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.call.Exclusion;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** OA-001: userinfo or login_information was asked again within an hour. */
final class RepeatedLoginRule extends GroupCheck<RepeatedLoginRule.Endpoint> {
  /** A question and the host that it goes to. */
  record Endpoint(String host, String template) {

    // Spelled out for a quick start, see Operation.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Endpoint that
          && host.equals(that.host)
          && template.equals(that.template);
    }

    @Override
    public int hashCode() {
      return 31 * host.hashCode() + template.hashCode();
    }
  }

  private final Map<Endpoint, Long> last = new HashMap<>();

  // A log of the integration's own side shows tokens: with a new one a user signed in.
  private final Map<String, Integer> unusedTokens = new HashMap<>();

  RepeatedLoginRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.exclusion() == Exclusion.LOGIN
        || isUserInfo(kind)
        || (TokenPerCallRule.isTokenRequest(kind) && kind.succeeded());
  }

  @Override
  @Nullable Endpoint groupOf(TimedCall call) {
    CallKind kind = call.kind();
    if (TokenPerCallRule.isTokenRequest(kind)) {
      unusedTokens.merge(kind.host(), 1, Integer::sum);
      return null;
    }
    Endpoint endpoint = new Endpoint(kind.host(), kind.operation().template());
    Long before = last.put(endpoint, call.ticks());
    int tokens = unusedTokens.getOrDefault(kind.host(), 0);
    if (tokens > 0 && isUserInfo(kind)) {
      unusedTokens.put(kind.host(), tokens - 1);
      return null;
    }
    // An hour is our own choice: the documented unit is the session, which few logs show.
    return before != null && call.ticks() - before < CallLimits.HOUR ? endpoint : null;
  }

  @Override
  Finding finding(Endpoint endpoint, Evidence evidence) {
    String message =
        context.resource(evidence.newest())
            + " was asked "
            + Words.times(evidence.count())
            + " less than an hour after the time before.";
    return draft().operation(evidence.newest()).build(message, evidence);
  }

  private static boolean isUserInfo(CallKind kind) {
    return kind.exclusion() == Exclusion.OAUTH
        && kind.operation().template().toLowerCase(Locale.ROOT).endsWith("/userinfo");
  }
}

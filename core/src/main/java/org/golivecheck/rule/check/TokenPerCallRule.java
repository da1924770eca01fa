package org.golivecheck.rule.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.call.Exclusion;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** OA-002: about as many tokens were requested as calls made, though each lives an hour or more. */
final class TokenPerCallRule extends Check {
  /** Our own choice: fewer token requests mean nothing. */
  private static final int ENOUGH_REQUESTS = 3;

  /** Our own choice: at least one token request for so many other calls. */
  private static final int CALLS_PER_TOKEN = 2;

  private final Evidence requests = new Evidence();
  private final Map<String, Long> lastOfHost = new HashMap<>();
  private long early;

  TokenPerCallRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return isTokenRequest(kind);
  }

  @Override
  void see(TimedCall call) {
    requests.add(call.position());
    Long before = lastOfHost.put(call.kind().host(), call.ticks());
    if (before != null && call.ticks() - before < CallLimits.HOUR) {
      early++;
    }
  }

  @Override
  void finish(FindingSink out) {
    long count = requests.count();
    long others =
        context
            .timeline()
            .count(
                kind ->
                    kind.timed() && (kind.countable() || kind.exclusion() == Exclusion.OTHER_API));
    // A job that signs in once a day needs its token: most must come while another still lives.
    if (others > 0
        && count >= ENOUGH_REQUESTS
        && count * CALLS_PER_TOKEN >= others
        && early * 2 >= count) {
      String message =
          Words.number(count)
              + " token requests for "
              + Words.calls(others)
              + ", "
              + Words.number(early)
              + " of them less than an hour after the one before, when its token still held.";
      out.add(draft().build(message, requests));
    }
  }

  /** Returns whether calls ask for a token. */
  static boolean isTokenRequest(CallKind kind) {
    if (kind.exclusion() != Exclusion.OAUTH || !kind.isMethod("POST")) {
      return false;
    }
    String path = kind.operation().template().toLowerCase(Locale.ROOT);
    return path.endsWith("/oauth/token") || path.endsWith("/oauth2/token");
  }
}

package org.golivecheck.rule.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** OA-002: about as many tokens were requested as calls made, though each lives an hour or more. */
public final class TokenPerCallRule implements Rule {
  /** Our own choice: fewer token requests tell nothing. */
  private static final int ENOUGH_REQUESTS = 3;

  /** Our own choice: at least one token request for so many other calls. */
  private static final int CALLS_PER_TOKEN = 2;

  private static final RuleInfo INFO =
      new RuleInfo(
          "OA-002",
          "New token for each call",
          "authentication",
          "integration-developer",
          Severity.WARNING,
          RuleInfo.HEURISTIC,
          "Keep an access token until shortly before it expires (expires_in: 1 hour by JWT Grant, 8"
              + " hours by Authorization Code Grant) and share it among threads and servers.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.TIME, LogField.URL, LogField.OAUTH);
  }

  @Override
  public Check start(ReviewContext context) {
    return new Check() {
      private final Evidence requests = new Evidence();
      private final Map<String, Long> lastOfHost = new HashMap<>();
      private long early;
      private long others;

      @Override
      public boolean concerns(CallKind kind) {
        return kind.countable() || kind.exclusion() == Exclusion.OTHER_API || isTokenRequest(kind);
      }

      @Override
      public void see(TimedCall call) {
        if (!isTokenRequest(call.kind())) {
          others++;
          return;
        }
        requests.add(call.position());
        Long before = lastOfHost.put(call.kind().host(), call.ticks());
        if (before != null && call.ticks() - before < CallLimits.HOUR) {
          early++;
        }
      }

      @Override
      public void finish(FindingSink out) {
        long count = requests.count();
        // A job that signs in once a day needs its token: most must come while another still lives.
        if (others > 0
            && count >= ENOUGH_REQUESTS
            && count * CALLS_PER_TOKEN >= others
            && early * 2 >= count) {
          String message =
              count
                  + " token requests for "
                  + Words.calls(others)
                  + ", "
                  + early
                  + " of them less than an hour after the one before, when its token still held.";
          out.add(new FindingDraft(context, INFO).build(message, requests));
        }
      }
    };
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

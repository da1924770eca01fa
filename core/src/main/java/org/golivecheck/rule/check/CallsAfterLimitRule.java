package org.golivecheck.rule.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** RL-004: an account went on calling after a limit error, before the limit had reset. */
public final class CallsAfterLimitRule implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "RL-004",
          "Calls went on after a limit error",
          "rate-limit",
          "integration-developer",
          Severity.WARNING,
          "https://developers.docusign.com/tools/api-usage-center/factors",
          "After a limit error hold back all calls of the account until the limit resets: at the next"
              + " full hour, or 30 seconds after a burst. Retrying sooner cannot succeed.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Since when and until when a limit holds an account back, in ticks. */
  private record Block(long since, long until) {
    static final Block NONE = new Block(Long.MIN_VALUE, Long.MIN_VALUE);
  }

  @Override
  public Set<LogField> needs() {
    return Set.of(LogField.TIME, LogField.URL, LogField.ERROR);
  }

  @Override
  public Scope scope() {
    return Scope.LOG;
  }

  @Override
  public Check start(ReviewContext context) {
    Map<AccountCalls, Block> blocks = new HashMap<>();
    return new LogCheck() {
      @Override
      public boolean concerns(CallKind kind) {
        return AccountCalls.limited(kind);
      }

      @Override
      boolean isPart(TimedCall call) {
        LimitError limit = call.kind().failed() ? LimitError.of(call) : null;
        if ((limit == null && blocks.isEmpty()) || call.account() < 0) {
          return false;
        }
        AccountCalls account = AccountCalls.of(call);
        Block block = blocks.getOrDefault(account, Block.NONE);
        long now = call.ticks();
        boolean blocked = now < block.until();
        if (limit != null) {
          long until = limit.windowEnd(now);
          blocks.put(
              account,
              blocked
                  ? new Block(block.since(), Math.max(until, block.until()))
                  : new Block(now, until));
        }
        // A call that ended at the same moment was on its way already.
        return blocked && now > block.since();
      }

      @Override
      Finding finding(Evidence after) {
        String message =
            Words.count(after.count(), "call", "calls")
                + " of an account followed a limit error before the limit had reset,"
                + " the newest at "
                + Moments.words(context.timeline().ticks(after.newest()))
                + ". Blocked calls lower the efficiency score of the integration.";
        return new FindingDraft(context, INFO).build(message, after);
      }
    };
  }
}

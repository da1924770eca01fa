package org.golivecheck.rule.check;

import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;

/** RL-004: an account went on calling after a limit error, before the limit had reset. */
final class CallsAfterLimitRule extends LogCheck {
  /** When a limit blocks an account, in ticks. */
  private record Block(long since, long until) {
    static final Block NONE = new Block(Long.MIN_VALUE, Long.MIN_VALUE);
  }

  private final PerAccount<Block> blocks = new PerAccount<>();

  CallsAfterLimitRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return AccountCalls.limited(kind);
  }

  @Override
  boolean isPart(TimedCall call) {
    LimitError limit = call.kind().failed() ? LimitError.of(call) : null;
    if (call.account() < 0) {
      return false;
    }
    Block known = blocks.get(call.account(), call.demo());
    if (known == null && limit == null) {
      return false;
    }
    Block block = known == null ? Block.NONE : known;
    long now = call.ticks();
    boolean blocked = now < block.until();
    if (limit != null) {
      long until = limit.windowEnd(now);
      blocks.put(
          new AccountCalls(call.account(), call.demo()),
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
            + moment(timeline.ticks(after.newest()))
            + ". Blocked calls lower the efficiency score of the integration.";
    return draft().build(message, after);
  }
}

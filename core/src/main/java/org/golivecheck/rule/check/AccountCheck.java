package org.golivecheck.rule.check;

import java.util.function.Supplier;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;

/** A check that follows each account's calls that draw on its limits. */
abstract class AccountCheck<T> extends Check {
  private final PerAccount<T> accounts = new PerAccount<>();

  /** One for all calls, of which there may be millions. */
  private final Supplier<T> fresh = this::fresh;

  AccountCheck(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  /** Returns what is known of an account before its first call. */
  abstract T fresh();

  /** Sees the next call of an account. */
  abstract void see(T account, int position);

  /** Reports what was found of an account. */
  abstract void report(AccountCalls account, T known, FindingSink out);

  @Override
  final boolean concerns(CallKind kind) {
    return AccountCalls.limited(kind);
  }

  @Override
  final void see(TimedCall call) {
    if (call.account() >= 0) {
      see(accounts.get(call.account(), call.demo(), fresh), call.position());
    }
  }

  @Override
  final void finish(FindingSink out) {
    accounts.values().forEach((account, known) -> report(account, known, out));
  }
}

package org.golivecheck.rule.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.golivecheck.rule.timeline.CallKind;

/** A check that follows each account's calls that draw on its limits. */
abstract class AccountCheck<T> implements Rule.Check {
  private final Supplier<T> fresh;
  private final Map<AccountCalls, T> accounts = new LinkedHashMap<>();

  /**
   * Makes a check.
   *
   * @param fresh makes what is known of an account before its first call
   */
  AccountCheck(Supplier<T> fresh) {
    this.fresh = fresh;
  }

  /** Sees the next call of an account. */
  abstract void see(T account, int position);

  /** Reports what was found of an account. */
  abstract void report(AccountCalls account, T known, FindingSink out);

  @Override
  public final boolean concerns(CallKind kind) {
    return AccountCalls.limited(kind);
  }

  @Override
  public final void see(TimedCall call) {
    if (call.account() >= 0) {
      see(accounts.computeIfAbsent(AccountCalls.of(call), unseen -> fresh.get()), call.position());
    }
  }

  @Override
  public final void finish(FindingSink out) {
    accounts.forEach((account, known) -> report(account, known, out));
  }
}

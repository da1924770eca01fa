package org.golivecheck.rule.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value for each account that calls were made with, in the order in which accounts are first met.
 * Looked up without a hash, because rules look for every call.
 */
public final class PerAccount<T> {
  private final Map<AccountCalls, T> values = new LinkedHashMap<>();
  private @Nullable Object[] numbered = new Object[8];

  /** Starts without accounts. */
  public PerAccount() {}

  /** Returns the value of an account, or null if it has none. */
  @SuppressWarnings("unchecked") // contains nothing else
  public @Nullable T get(int account, boolean demo) {
    int number = AccountCalls.number(account, demo);
    return number < numbered.length ? (T) numbered[number] : null;
  }

  /** Returns the value of an account, made when the account is first met. */
  public T get(int account, boolean demo, Supplier<T> fresh) {
    T known = get(account, demo);
    if (known == null) {
      known = fresh.get();
      put(new AccountCalls(account, demo), known);
    }
    return known;
  }

  /** Gives an account a value. */
  public void put(AccountCalls account, T value) {
    int number = account.hashCode();
    if (number >= numbered.length) {
      numbered = Arrays.copyOf(numbered, Math.max(number + 1, 2 * numbered.length));
    }
    numbered[number] = value;
    values.put(account, value);
  }

  /** Returns all values. */
  public Map<AccountCalls, T> values() {
    return values;
  }
}

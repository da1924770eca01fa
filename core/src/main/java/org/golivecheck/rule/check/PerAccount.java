package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value for each account that calls were made with, in the order in which accounts are first met.
 * Looked up without a hash, because rules look for every call.
 */
public final class PerAccount<T> {
  private final Map<AccountCalls, T> values = new LinkedHashMap<>();
  private final List<@Nullable T> numbered = new ArrayList<>();

  /** Starts without accounts. */
  public PerAccount() {}

  /** Returns the value of an account, or null if it has none. */
  public @Nullable T get(int account, boolean demo) {
    int number = AccountCalls.number(account, demo);
    return number < numbered.size() ? numbered.get(number) : null;
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
    while (numbered.size() <= number) {
      numbered.add(null);
    }
    numbered.set(number, value);
    values.put(account, value);
  }

  /** Returns all values. */
  public Map<AccountCalls, T> values() {
    return values;
  }
}

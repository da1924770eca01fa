package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.golivecheck.rule.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A value for each account that calls were made with, in the order in which accounts are first met.
 * Looked up without a hash, because rules look for every call.
 */
public final class PerAccount<T> {
  private final Timeline timeline;
  private final Map<AccountCalls, T> values = new LinkedHashMap<>();
  private final List<@Nullable T> numbered = new ArrayList<>();

  /** Starts without accounts. */
  public PerAccount(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Returns the value of a call's account, which the call names; null where it has none. */
  public @Nullable T get(int position) {
    int number = number(position);
    return number < numbered.size() ? numbered.get(number) : null;
  }

  /** Returns the value of a call's account, which the call names, made when it is first met. */
  public T get(int position, Supplier<T> fresh) {
    T known = get(position);
    return known != null ? known : add(position, fresh.get());
  }

  /** Gives the account of a call a value, and returns that. */
  private T add(int position, T value) {
    put(AccountCalls.of(timeline, position), value);
    return value;
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

  private int number(int position) {
    return AccountCalls.number(timeline.account(position), timeline.isDemo(position));
  }
}

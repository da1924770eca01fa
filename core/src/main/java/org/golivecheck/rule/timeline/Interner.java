package org.golivecheck.rule.timeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Numbers equal values, so that a row can hold an int for what many calls share. */
final class Interner<T> {
  /** About what a value costs beside its own bytes. */
  private static final int OVERHEAD = 96;

  private final Map<T, Integer> ids = new HashMap<>();
  private Object[] values = new Object[16];
  private final ToLongFunction<? super T> weigher;
  private long bytes;

  /**
   * Makes an empty one.
   *
   * @param weigher returns about how many bytes a value takes
   */
  Interner(ToLongFunction<? super T> weigher) {
    this.weigher = weigher;
  }

  int id(T value) {
    Integer known = ids.get(value);
    if (known != null) {
      return known;
    }
    int id = ids.size();
    ids.put(value, id);
    if (id == values.length) {
      values = Arrays.copyOf(values, 2 * id);
    }
    values[id] = value;
    bytes += weigher.applyAsLong(value) + OVERHEAD;
    return id;
  }

  boolean knows(T value) {
    return ids.containsKey(value);
  }

  /** Returns about how much memory the values take. */
  long bytes() {
    return bytes;
  }

  @SuppressWarnings("unchecked") // contains nothing else
  T get(int id) {
    return (T) values[id];
  }

  int size() {
    return ids.size();
  }

  /** Numbers the values of another interner here: the result maps its ids to ids of this one. */
  int[] merge(Interner<T> other) {
    int[] mapping = new int[other.size()];
    for (int i = 0; i < mapping.length; i++) {
      mapping[i] = id(other.get(i));
    }
    return mapping;
  }
}

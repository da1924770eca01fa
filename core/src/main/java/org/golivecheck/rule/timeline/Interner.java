package org.golivecheck.rule.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Numbers equal values, so that a row can hold an int for what many calls share. */
final class Interner<T> {
  /** About what a value costs beside its own bytes. */
  private static final int OVERHEAD = 96;

  private final Map<T, Integer> ids = new HashMap<>();
  private final List<T> values = new ArrayList<>();
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
    int id = values.size();
    ids.put(value, id);
    values.add(value);
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

  T get(int id) {
    return values.get(id);
  }

  int size() {
    return values.size();
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

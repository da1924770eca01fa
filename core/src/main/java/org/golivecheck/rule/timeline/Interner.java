package org.golivecheck.rule.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers equal values, so that a row can hold an int for what many calls share. */
final class Interner<T> {
  private final Map<T, Integer> ids = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  int id(T value) {
    Integer known = ids.get(value);
    if (known != null) {
      return known;
    }
    int id = values.size();
    ids.put(value, id);
    values.add(value);
    return id;
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

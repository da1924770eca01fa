package org.golivecheck.rule.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Evidence in groups, ordered by the oldest call of each. */
final class EvidenceBy<K> {
  private final Map<K, Evidence> groups = new LinkedHashMap<>();

  void add(K group, int position) {
    groups.computeIfAbsent(group, unseen -> new Evidence()).add(position);
  }

  void forEach(BiConsumer<K, Evidence> action) {
    groups.forEach(action);
  }
}

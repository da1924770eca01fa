package org.golivecheck.rule.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which integration key calls were made with. Few calls show it: where all that do in a log show
 * the same, the others of that log were made with it too; where all that do in all logs show the
 * same, so were those of a log that shows none, such as a request log.
 */
final class CallKeys {
  /** Stands for several keys. */
  private static final String SEVERAL = "";

  private final CallRows rows;

  /** The only key that calls of a log show; logs that show none have no entry. */
  private final Map<Integer, String> ofLogs = new HashMap<>();

  private final @Nullable String only;

  CallKeys(CallRows rows, int[] order, int size) {
    this.rows = rows;
    boolean[] shown = new boolean[rows.kinds.size()];
    boolean any = false;
    for (int kind = 0; kind < shown.length; kind++) {
      shown[kind] = rows.kinds.get(kind).key() != null;
      any |= shown[kind];
    }
    Set<String> all = new HashSet<>();
    for (int i = 0; any && i < size; i++) {
      String key = shown[rows.kindId(order[i])] ? rows.kind(order[i]).key() : null;
      if (key != null) {
        all.add(key);
        ofLogs.merge(rows.log(order[i]), key, (a, b) -> a.equals(b) ? a : SEVERAL);
      }
    }
    only = all.size() == 1 ? all.iterator().next() : null;
  }

  /** Returns whether no call shows a key. */
  boolean unknown() {
    return ofLogs.isEmpty();
  }

  /** Returns the key of a call, or null if it is unknown. */
  @Nullable String of(int row) {
    String shown = shownOf(row);
    return shown == null ? only : shown;
  }

  /**
   * Returns whether a call was made with a key that the user names: one of a log that shows no key
   * was, because the user knows whose log that is.
   */
  boolean isOf(int row, String key) {
    String shown = shownOf(row);
    return shown == null ? !ofLogs.containsKey(rows.log(row)) : shown.equals(key);
  }

  /** Returns the key that a call shows, or all calls of its log that show one; else null. */
  @Nullable String shownOf(int row) {
    String key = rows.kind(row).key();
    String ofLog = key == null ? ofLogs.get(rows.log(row)) : key;
    return SEVERAL.equals(ofLog) ? null : ofLog;
  }
}

package org.golivecheck.rule.timeline;

import java.util.HashSet;
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

  /** The only key that calls of a log show, by the log's number; null if they show none. */
  private final @Nullable String[] ofLogs;

  private final boolean unknown;

  private final @Nullable String only;

  CallKeys(CallRows rows, int[] order, int size) {
    this.rows = rows;
    ofLogs = new String[rows.logs()];
    @Nullable String[] shown = new String[rows.kinds.size()];
    boolean any = false;
    for (int kind = 0; kind < shown.length; kind++) {
      shown[kind] = rows.kinds.get(kind).key();
      any |= shown[kind] != null;
    }
    Set<String> all = new HashSet<>();
    boolean[] seen = new boolean[shown.length];
    for (int i = 0; any && i < size; i++) {
      int kind = rows.kindId(order[i]);
      String key = shown[kind];
      if (key != null) {
        add(rows.log(order[i]), key);
        if (!seen[kind]) {
          seen[kind] = true;
          all.add(key);
        }
      }
    }
    unknown = all.isEmpty();
    only = all.size() == 1 ? all.iterator().next() : null;
  }

  private void add(int log, String key) {
    String known = ofLogs[log];
    ofLogs[log] = known == null || known.equals(key) ? key : SEVERAL;
  }

  private @Nullable String ofLog(int row) {
    return ofLogs[rows.log(row)];
  }

  /** Returns whether no call shows a key. */
  boolean unknown() {
    return unknown;
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
    return shown == null ? ofLog(row) == null : shown.equals(key);
  }

  /** Returns the key that a call shows, or all calls of its log that show one; else null. */
  @Nullable String shownOf(int row) {
    String key = rows.kind(row).key();
    String found = key == null ? ofLog(row) : key;
    return SEVERAL.equals(found) ? null : found;
  }
}

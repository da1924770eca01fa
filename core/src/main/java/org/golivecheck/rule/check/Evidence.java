package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.report.Finding;

/** Counts the calls that a finding rests on, and keeps the newest of them. */
final class Evidence {
  private static final int MAX_KEPT = 50;

  private int[] positions = new int[2];
  private long count;

  void add(int position) {
    int slot = (int) (count % MAX_KEPT);
    if (slot >= positions.length) {
      int larger = Math.min(positions.length * 3, MAX_KEPT);
      positions = java.util.Arrays.copyOf(positions, larger);
    }
    positions[slot] = position;
    count++;
  }

  long count() {
    return count;
  }

  /** Returns the position of the newest call. */
  int newest() {
    return positions[(int) ((count - 1) % MAX_KEPT)];
  }

  /** Returns the kept calls, newest first. */
  List<Finding.Evidence> calls(ReviewContext context) {
    int kept = (int) Math.min(count, MAX_KEPT);
    List<Finding.Evidence> calls = new ArrayList<>(kept);
    for (int back = 1; back <= kept; back++) {
      calls.add(context.evidence(positions[(int) ((count - back) % MAX_KEPT)]));
    }
    return calls;
  }
}

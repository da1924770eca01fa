package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.rule.Finding;
import org.golivecheck.rule.Review.CallRef;

/** Counts the calls that a finding rests on, and keeps the newest of them. */
final class Evidence {
  private int[] positions = new int[2];
  private long count;

  void add(int position) {
    int slot = (int) (count % Finding.MAX_EVIDENCE);
    if (slot >= positions.length) {
      int larger = Math.min(positions.length * 3, Finding.MAX_EVIDENCE);
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
    return positions[(int) ((count - 1) % Finding.MAX_EVIDENCE)];
  }

  /** Returns the kept calls, newest first. */
  List<CallRef> refs(ReviewContext context) {
    int kept = (int) Math.min(count, Finding.MAX_EVIDENCE);
    List<CallRef> refs = new ArrayList<>(kept);
    for (int back = 1; back <= kept; back++) {
      refs.add(context.ref(positions[(int) ((count - back) % Finding.MAX_EVIDENCE)]));
    }
    return refs;
  }
}

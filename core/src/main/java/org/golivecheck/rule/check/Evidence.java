package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.golivecheck.report.Finding;

/** Counts the calls that a finding rests on, and keeps the newest of them. */
final class Evidence {
  private static final int MAX_KEPT = 50;

  private int[] positions = new int[2];
  private int end;
  private long count;

  void add(int position) {
    if (end == MAX_KEPT) {
      end = 0;
    } else if (end == positions.length) {
      positions = Arrays.copyOf(positions, Math.min(end * 3, MAX_KEPT));
    }
    positions[end++] = position;
    count++;
  }

  long count() {
    return count;
  }

  /** Returns the position of the newest call. */
  int newest() {
    return positions[end - 1];
  }

  /** Returns the kept calls, newest first. */
  List<Finding.Evidence> calls(ReviewContext context) {
    int kept = (int) Math.min(count, MAX_KEPT);
    List<Finding.Evidence> calls = new ArrayList<>(kept);
    for (int i = end - 1; i >= end - kept; i--) {
      calls.add(context.evidence(positions[Math.floorMod(i, MAX_KEPT)]));
    }
    return calls;
  }
}

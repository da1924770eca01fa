package org.golivecheck.rule.timeline;

import java.util.Arrays;
import org.golivecheck.text.Guid;

/** Numbers GUIDs in the order in which they are first met: 24 to 32 bytes each. */
final class GuidTable {
  private long[] highs = new long[16];
  private long[] lows = new long[16];
  private int size;

  /** Open addressing: number + 1, or 0 for free. Twice as large as needed. */
  private int[] slots = new int[64];

  /** Returns the number of a GUID. */
  int id(long high, long low) {
    int slot = slot(high, low);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == highs.length) {
      highs = Arrays.copyOf(highs, size + (size >> 1));
      lows = Arrays.copyOf(lows, size + (size >> 1));
    }
    highs[size] = high;
    lows[size] = low;
    slots[slot] = ++size;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** Returns the GUID of a number, in lower case. */
  String get(int id) {
    return Guid.text(highs[id], lows[id]);
  }

  private int slot(long high, long low) {
    int slot = hash(high, low) & (slots.length - 1);
    while (slots[slot] != 0 && !matches(slots[slot] - 1, high, low)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean matches(int id, long high, long low) {
    return highs[id] == high && lows[id] == low;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int id = 0; id < size; id++) {
      slots[slot(highs[id], lows[id])] = id + 1;
    }
  }

  private static int hash(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 32);
  }
}

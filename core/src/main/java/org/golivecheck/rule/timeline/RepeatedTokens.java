package org.golivecheck.rule.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the rows whose trace tokens other rows have too, by hashing. Many rows are dealt out to
 * several tables by their tokens, which are small and may be filled by several threads.
 */
final class RepeatedTokens {
  private static final int PART_BITS = 3;

  private RepeatedTokens() {}

  static BitSet find(CallRows rows, int[] order) {
    if (!Workers.areWorth(order.length)) {
      return part(rows, order, 0, 0);
    }
    BitSet[] parts = new BitSet[1 << PART_BITS];
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      int part = i;
      tasks.add(() -> parts[part] = part(rows, order, part, PART_BITS));
    }
    Workers.all(tasks);
    BitSet repeated = new BitSet();
    for (BitSet part : parts) {
      repeated.or(part);
    }
    return repeated;
  }

  private static BitSet part(CallRows rows, int[] order, int part, int bits) {
    int[] mine = new int[(order.length >> bits) + 16];
    int count = 0;
    for (int row : order) {
      if (rows.hasToken(row) && (bits == 0 || rows.tokenKey(row) >>> (64 - bits) == part)) {
        if (count == mine.length) {
          mine = Arrays.copyOf(mine, count + (count >> 1));
        }
        mine[count++] = row;
      }
    }
    BitSet repeated = new BitSet();
    int[] slots = new int[Integer.highestOneBit(count + 1) << 2];
    for (int i = 0; i < count; i++) {
      int row = mine[i];
      int slot = (int) (rows.tokenKey(row) >>> 16) & (slots.length - 1);
      while (slots[slot] != 0 && !rows.sameToken(slots[slot] - 1, row)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      if (slots[slot] == 0) {
        slots[slot] = row + 1;
      } else {
        repeated.set(slots[slot] - 1);
        repeated.set(row);
      }
    }
    return repeated;
  }
}

package org.golivecheck.rule.timeline;

import java.util.Arrays;

/**
 * Sorts row numbers in place by an order on rows. The JDK sorts numbers by their own value only, or
 * objects at five times the memory: so the highest bits of each row's key and its place are packed
 * into one number, and only rows whose highest bits are equal are compared.
 */
final class RowSort {
  /** An order of rows. */
  interface Order {
    /**
     * Returns a number to sort rows by, compared as unsigned. Rows with one key are ordered by
     * {@link #compare}, those with different keys by the keys alone.
     */
    long key(int row);

    /** Compares two rows with the same key, as a comparator does; equal ones stay in order. */
    int compare(int a, int b);
  }

  /** So few rows, of which a request log has no more, are sorted faster where they are. */
  private static final int FEW = 64;

  private RowSort() {}

  /** Sorts the first rows, up to a number of them. */
  static void sort(int[] rows, int length, Order order) {
    // Logs mostly come in the order of time.
    int i = 1;
    for (long last = length == 0 ? 0 : order.key(rows[0]); i < length; i++) {
      long key = order.key(rows[i]);
      int byKey = Long.compareUnsigned(last, key);
      if (byKey > 0 || (byKey == 0 && order.compare(rows[i - 1], rows[i]) > 0)) {
        break;
      }
      last = key;
    }
    if (i < length && length <= FEW) {
      compare(rows, 0, length, order);
    } else if (i < length) {
      sortUnordered(rows, length, order);
    }
  }

  private static void sortUnordered(int[] rows, int length, Order order) {
    long least = -1;
    long most = 0;
    for (int i = 0; i < length; i++) {
      long key = order.key(rows[i]);
      least = Long.compareUnsigned(key, least) < 0 ? key : least;
      most = Long.compareUnsigned(key, most) > 0 ? key : most;
    }
    int placeBits = 32 - Integer.numberOfLeadingZeros(length);
    int keyBits = 64 - Long.numberOfLeadingZeros(most - least);
    int dropped = Math.max(0, keyBits + placeBits - 63);
    long[] packed = new long[length];
    for (int i = 0; i < length; i++) {
      packed[i] = ((order.key(rows[i]) - least) >>> dropped) << placeBits | i;
    }
    Arrays.parallelSort(packed);
    int[] unsorted = Arrays.copyOf(rows, length);
    int place = (1 << placeBits) - 1;
    for (int i = 0; i < length; i++) {
      rows[i] = unsorted[(int) packed[i] & place];
    }
    int from = 0;
    for (int i = 1; i <= length; i++) {
      if (i == length || packed[i] >>> placeBits != packed[from] >>> placeBits) {
        compare(rows, from, i, order);
        from = i;
      }
    }
  }

  /** Sorts rows in {@code [from, to)} by comparing them. */
  private static void compare(int[] rows, int from, int to, Order order) {
    if (to - from > FEW) {
      Integer[] compared = new Integer[to - from];
      Arrays.setAll(compared, i -> rows[from + i]);
      Arrays.sort(compared, (a, b) -> compare(a, b, order));
      for (int i = from; i < to; i++) {
        rows[i] = compared[i - from];
      }
      return;
    }
    for (int i = from + 1; i < to; i++) {
      int row = rows[i];
      int j = i - 1;
      while (j >= from && compare(row, rows[j], order) < 0) {
        rows[j + 1] = rows[j];
        j--;
      }
      rows[j + 1] = row;
    }
  }

  private static int compare(int a, int b, Order order) {
    int byKey = Long.compareUnsigned(order.key(a), order.key(b));
    return byKey != 0 ? byKey : order.compare(a, b);
  }
}

package org.golivecheck.rule.timeline;

/**
 * Sorts row numbers in place by an order on rows. The JDK sorts numbers by their own value only, or
 * objects at five times the memory.
 *
 * <p>Rows are dealt out by the bytes of a key, from the highest on, which looks at each row two or
 * three times instead of twenty; few rows, and those of one key, are sorted by comparing.
 */
final class RowSort {
  /** An order in which no two different rows are equal. */
  interface Order {
    /**
     * Returns a number to deal rows out by, compared as unsigned. Rows of one key are ordered among
     * themselves by {@link #before}, those of different keys by the keys alone.
     */
    long key(int row);

    /** Returns whether a row comes before another of the same key. */
    boolean before(int a, int b);
  }

  private static final int SMALL = 16;

  /** Fewer rows than this are not worth the 256 counters. */
  private static final int FEW = 256;

  private final int[] rows;
  private final Order order;

  private RowSort(int[] rows, Order order) {
    this.rows = rows;
    this.order = order;
  }

  static void sort(int[] rows, int length, Order order) {
    RowSort sort = new RowSort(rows, order);
    // Logs mostly come in the order of time.
    int i = 1;
    while (i < length && !sort.before(rows[i], rows[i - 1])) {
      i++;
    }
    if (i < length) {
      sort.deal(0, length, 64);
    }
  }

  private boolean before(int a, int b) {
    int byKey = Long.compareUnsigned(order.key(a), order.key(b));
    return byKey != 0 ? byKey < 0 : order.before(a, b);
  }

  /** Sorts the rows in {@code [from, to)}, whose keys differ in the lowest bits at most. */
  private void deal(int from, int to, int bits) {
    int differing = to - from < FEW ? 0 : Math.min(bits, differingBits(from, to));
    if (differing == 0) {
      compare(from, to);
      return;
    }
    int shift = Math.max(0, differing - 8);
    int[] ends = new int[256];
    for (int i = from; i < to; i++) {
      ends[digit(i, shift)]++;
    }
    int[] next = new int[256];
    int end = from;
    for (int digit = 0; digit < 256; digit++) {
      next[digit] = end;
      end += ends[digit];
      ends[digit] = end;
    }
    for (int digit = 0; digit < 256; digit++) {
      while (next[digit] < ends[digit]) {
        int home = digit(next[digit], shift);
        swap(next[digit], next[home]++);
      }
    }
    int start = from;
    for (int digit = 0; digit < 256; digit++) {
      deal(start, ends[digit], shift);
      start = ends[digit];
    }
  }

  /** Returns how many bits the part of the keys has in which they differ. */
  private int differingBits(int from, int to) {
    long first = order.key(rows[from]);
    long differing = 0;
    for (int i = from + 1; i < to; i++) {
      differing |= order.key(rows[i]) ^ first;
    }
    return 64 - Long.numberOfLeadingZeros(differing);
  }

  private int digit(int i, int shift) {
    return (int) (order.key(rows[i]) >>> shift) & 0xFF;
  }

  private void compare(int from, int to) {
    if (to - from > 1) {
      quick(from, to - 1, (64 - Long.numberOfLeadingZeros(to - from)) << 1);
    }
  }

  private void quick(int from, int to, int depth) {
    int low = from;
    int high = to;
    int left = depth;
    while (high - low > SMALL) {
      if (left-- == 0) {
        heap(low, high);
        return;
      }
      int middle = partition(low, high);
      if (middle - low < high - middle) {
        quick(low, middle, left);
        low = middle + 1;
      } else {
        quick(middle + 1, high, left);
        high = middle;
      }
    }
    insertion(low, high);
  }

  /** Hoare's partition around the median of three. */
  private int partition(int from, int to) {
    int middle = (from + to) >>> 1;
    if (before(rows[middle], rows[from])) {
      swap(middle, from);
    }
    if (before(rows[to], rows[from])) {
      swap(to, from);
    }
    if (before(rows[to], rows[middle])) {
      swap(to, middle);
    }
    int pivot = rows[middle];
    int i = from - 1;
    int j = to + 1;
    while (true) {
      do {
        i++;
      } while (before(rows[i], pivot));
      do {
        j--;
      } while (before(pivot, rows[j]));
      if (i >= j) {
        return j;
      }
      swap(i, j);
    }
  }

  private void insertion(int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      int row = rows[i];
      int j = i - 1;
      while (j >= from && before(row, rows[j])) {
        rows[j + 1] = rows[j];
        j--;
      }
      rows[j + 1] = row;
    }
  }

  private void heap(int from, int to) {
    int length = to - from + 1;
    for (int i = length / 2 - 1; i >= 0; i--) {
      sift(from, i, length);
    }
    for (int end = length - 1; end > 0; end--) {
      swap(from, from + end);
      sift(from, 0, end);
    }
  }

  private void sift(int base, int start, int length) {
    int parent = start;
    while (true) {
      int child = 2 * parent + 1;
      if (child >= length) {
        return;
      }
      if (child + 1 < length && before(rows[base + child], rows[base + child + 1])) {
        child++;
      }
      if (!before(rows[base + parent], rows[base + child])) {
        return;
      }
      swap(base + parent, base + child);
      parent = child;
    }
  }

  private void swap(int a, int b) {
    int row = rows[a];
    rows[a] = rows[b];
    rows[b] = row;
  }
}

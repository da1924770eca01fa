package org.golivecheck.rule.timeline;

/**
 * Sorts row numbers in place by an order on rows. The JDK sorts numbers by their own value only, or
 * objects at five times the memory.
 */
final class RowSort {
  /** An order in which no two different rows are equal. */
  interface Order {
    boolean before(int a, int b);
  }

  private static final int SMALL = 16;

  private final int[] rows;
  private final Order order;

  private RowSort(int[] rows, Order order) {
    this.rows = rows;
    this.order = order;
  }

  static void sort(int[] rows, int length, Order order) {
    // Logs mostly come in the order of time.
    int i = 1;
    while (i < length && !order.before(rows[i], rows[i - 1])) {
      i++;
    }
    if (i < length) {
      new RowSort(rows, order).quick(0, length - 1, (64 - Long.numberOfLeadingZeros(length)) << 1);
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
    if (order.before(rows[middle], rows[from])) {
      swap(middle, from);
    }
    if (order.before(rows[to], rows[from])) {
      swap(to, from);
    }
    if (order.before(rows[to], rows[middle])) {
      swap(to, middle);
    }
    int pivot = rows[middle];
    int i = from - 1;
    int j = to + 1;
    while (true) {
      do {
        i++;
      } while (order.before(rows[i], pivot));
      do {
        j--;
      } while (order.before(pivot, rows[j]));
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
      while (j >= from && order.before(row, rows[j])) {
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
      if (child + 1 < length && order.before(rows[base + child], rows[base + child + 1])) {
        child++;
      }
      if (!order.before(rows[base + parent], rows[base + child])) {
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

package org.golivecheck.web.jdk;

import java.util.Arrays;

/** A copy may be longer than the rest of the array. */
@MethodsOf(Arrays.class)
final class ArraysMethods {
  private ArraysMethods() {}

  public static void parallelSort(long[] numbers) {
    Arrays.sort(numbers);
  }

  public static byte[] copyOfRange(byte[] from, int start, int end) {
    byte[] copy = new byte[end - start];
    System.arraycopy(from, start, copy, 0, Math.min(end, from.length) - start);
    return copy;
  }

  public static char[] copyOfRange(char[] from, int start, int end) {
    char[] copy = new char[end - start];
    System.arraycopy(from, start, copy, 0, Math.min(end, from.length) - start);
    return copy;
  }

  public static int[] copyOfRange(int[] from, int start, int end) {
    int[] copy = new int[end - start];
    System.arraycopy(from, start, copy, 0, Math.min(end, from.length) - start);
    return copy;
  }

  public static long[] copyOfRange(long[] from, int start, int end) {
    long[] copy = new long[end - start];
    System.arraycopy(from, start, copy, 0, Math.min(end, from.length) - start);
    return copy;
  }
}

package org.golivecheck.call.body;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds out quickly that most bodies contain no error. Every name that {@link ItemErrorScanner}
 * looks for, or one next to it, contains {@code error} or {@code batchId}, unless it is written
 * with {@code \}{@code u} escapes. Looks for the rare pairs {@code rr}, {@code tc} and {@code
 * \}{@code u} in eight bytes at a time.
 */
final class ErrorWords {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long CASE_BITS = ONES * 0x20;
  private static final long R = ONES * 'r';
  private static final long T = ONES * 't';
  private static final long C = ONES * 'c';
  private static final long U = ONES * 'u';
  private static final long BACKSLASH_FOLDED = ONES * ('\\' | 0x20);

  private static final byte[] ERROR = {'e', 'r', 'r', 'o', 'r'};
  private static final byte[] BATCH = {'b', 'a', 't', 'c', 'h'};

  private ErrorWords() {}

  /** Returns false only if the bytes contain no error. */
  static boolean mayOccur(byte[] bytes, int from, int to) {
    int at = from;
    // Seven bytes per step, so that every pair lies within one word.
    for (; at <= to - Long.BYTES; at += Long.BYTES - 1) {
      if (hasPair((long) LONGS.get(bytes, at) | CASE_BITS)
          && mayBegin(bytes, from, to, at, at + Long.BYTES - 1)) {
        return true;
      }
    }
    return mayBegin(bytes, from, to, at, to - 1);
  }

  /** Returns whether a word may contain one of the pairs. True may be wrong, false never is. */
  private static boolean hasPair(long word) {
    long r = zeroBytes(word ^ R);
    long tc = zeroBytes(word ^ T) & (zeroBytes(word ^ C) >>> 8);
    long escape = zeroBytes(word ^ BACKSLASH_FOLDED) & (zeroBytes(word ^ U) >>> 8);
    return ((r & (r >>> 8)) | tc | escape) != 0;
  }

  private static long zeroBytes(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }

  /** Returns whether one of the pairs begins in {@code [first, end)} and lies within its word. */
  private static boolean mayBegin(byte[] bytes, int from, int to, int first, int end) {
    for (int i = first; i < end; i++) {
      int b = bytes[i] | 0x20;
      boolean found =
          (b == 'r' && matches(bytes, from, to, i - 1, ERROR))
              || (b == 't' && matches(bytes, from, to, i - 2, BATCH))
              || (bytes[i] == '\\' && (bytes[i + 1] | 0x20) == 'u');
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int from, int to, int at, byte[] word) {
    if (at < from || at + word.length > to) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if ((bytes[at + i] | 0x20) != word[i]) {
        return false;
      }
    }
    return true;
  }
}

package org.golivecheck.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of an array at once, as a word whose lowest byte is the first of them: most of the
 * time of reading a log is spent on looking at every byte.
 */
public final class EightBytes {
  /** A word whose bytes are all 1. Multiplied by a byte, all its bytes are that byte. */
  public static final long ONES = 0x0101_0101_0101_0101L;

  /** The highest bit of each byte. */
  public static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private EightBytes() {}

  /** Returns the word at an index. */
  public static long get(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** Writes a word at an index. */
  public static void put(byte[] bytes, int at, long word) {
    LONGS.set(bytes, at, word);
  }

  /**
   * Marks, by their highest bits, the bytes that are zero. Bytes above the first of them may be
   * marked too, none below it.
   */
  public static long zeros(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }

  /** Returns which byte is the first that is marked. */
  public static int first(long marks) {
    // The quick compiler has no instruction for the number of trailing zeros.
    return (int) (((((marks & -marks) - 1) & ONES) * ONES) >>> 56) - 1;
  }

  /** Marks, as {@link #zeros} does, what is no character of seven bits, or a control character. */
  public static long unprintable(long word) {
    return ((word - ONES * ' ') | word | (word + ONES)) & HIGH_BITS;
  }

  /** Returns whether a text is at an index of bytes that end at another. */
  public static boolean isAt(byte[] text, byte[] bytes, int from, int to) {
    int length = text.length;
    if (to - from < length) {
      return false;
    }
    int i = 0;
    for (; i <= length - Long.BYTES; i += Long.BYTES) {
      if (get(text, i) != get(bytes, from + i)) {
        return false;
      }
    }
    for (; i < length; i++) {
      if (text[i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}

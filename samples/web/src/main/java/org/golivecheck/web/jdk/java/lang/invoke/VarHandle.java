package org.golivecheck.web.jdk.java.lang.invoke;

/** A view of eight bytes of an array as a number, the lowest byte first. */
public final class VarHandle {
  /** Returns the number at an index. */
  public long get(byte[] bytes, int at) {
    return word(bytes, at) & 0xffff_ffffL | (long) word(bytes, at + Integer.BYTES) << 32;
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] & 0xff
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | bytes[at + 3] << 24;
  }

  /** Sets the number at an index. */
  public void set(byte[] bytes, int at, long word) {
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[at + i] = (byte) (word >>> (i * Byte.SIZE));
    }
  }
}

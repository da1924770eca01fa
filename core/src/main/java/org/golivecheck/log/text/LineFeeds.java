package org.golivecheck.log.text;

import org.golivecheck.text.EightBytes;

/** Finds line feeds. */
public final class LineFeeds {
  private static final long LINE_FEEDS = EightBytes.ONES * '\n';

  private static final int MOST_COUNTED = 254;
  private static final long EVEN_BYTES = 0x00FF_00FF_00FF_00FFL;
  private static final long ONE_IN_EACH_PAIR = 0x0001_0001_0001_0001L;

  private LineFeeds() {}

  /** Returns where the line after the one of an index begins, or {@code to} if there is none. */
  public static int next(byte[] bytes, int from, int to) {
    int feed = find(bytes, from, to);
    return feed < 0 ? to : feed + 1;
  }

  /** Returns the index of the first line feed in {@code [from, to)}, or -1 if there is none. */
  public static int find(byte[] bytes, int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long marks = EightBytes.zeros(EightBytes.get(bytes, at) ^ LINE_FEEDS);
      if (marks != 0) {
        return at + EightBytes.first(marks);
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /** Returns the index of the first line feed in {@code [from, to)}, or {@code to} without one. */
  public static int end(byte[] bytes, int from, int to) {
    int feed = find(bytes, from, to);
    return feed < 0 ? to : feed;
  }

  /** Counts the line feeds in {@code [from, to)}. */
  public static long count(byte[] bytes, int from, int to) {
    long count = 0;
    int at = from;
    long low = ~EightBytes.HIGH_BITS;
    while (at <= to - Long.BYTES) {
      // Each byte of this counts on its own, as far as it can.
      long counts = 0;
      int end = Math.min(to - Long.BYTES, at + MOST_COUNTED * Long.BYTES);
      for (; at <= end; at += Long.BYTES) {
        long x = EightBytes.get(bytes, at) ^ LINE_FEEDS;
        // Without a carry between bytes, which find() can afford and a count cannot.
        counts += ~(((x & low) + low) | x | low) >>> 7;
      }
      long pairs = (counts & EVEN_BYTES) + (counts >>> 8 & EVEN_BYTES);
      count += (pairs * ONE_IN_EACH_PAIR) >>> 48;
    }
    for (; at < to; at++) {
      count += bytes[at] == '\n' ? 1 : 0;
    }
    return count;
  }
}

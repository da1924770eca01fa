package org.golivecheck.log;

import java.util.List;

/**
 * How much of an input is read. The defaults are far above the size of real logs: 2 million calls
 * and 10 GB are read.
 *
 * @param maxEntries entries an archive may have
 * @param maxEntryBytes inflated bytes of one entry
 * @param maxTotalBytes inflated bytes of one input
 * @param maxRatio inflated bytes per compressed byte of an entry, checked beyond the first megabyte
 * @param maxLineBytes bytes of one header line
 * @param maxHeaders header lines of one request or response
 * @param maxDepth nesting of a JSON or XML body
 * @param maxTextBytes about how many bytes of memory the texts that differ from call to call may
 *     take while calls are judged: paths, trace tokens, names of entries, messages
 * @param maxSeconds how long reading may take
 */
public record ReadLimits(
    long maxEntries,
    long maxEntryBytes,
    long maxTotalBytes,
    int maxRatio,
    int maxLineBytes,
    int maxHeaders,
    int maxDepth,
    long maxTextBytes,
    int maxSeconds) {

  /** The default limits. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(
          5_000_000L, 1L << 30, 1L << 36, 2_000, 1 << 16, 1_000, 1_000, 1L << 29, 86_400);

  /** The names of the limits, in the order of the components. */
  private static final List<String> NAMES =
      List.of(
          "entries",
          "entry-bytes",
          "total-bytes",
          "ratio",
          "line-bytes",
          "headers",
          "depth",
          "text-bytes",
          "seconds");

  private static final List<String> SMALL =
      List.of("ratio", "line-bytes", "headers", "depth", "seconds");

  /** Checks that every limit is positive. */
  public ReadLimits {
    for (long value :
        new long[] {
          maxEntries,
          maxEntryBytes,
          maxTotalBytes,
          maxRatio,
          maxLineBytes,
          maxHeaders,
          maxDepth,
          maxTextBytes,
          maxSeconds
        }) {
      if (value < 1) {
        throw new IllegalArgumentException("every limit is at least 1, not " + value);
      }
    }
  }

  /** Returns the names of all limits, as used in options and messages. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Returns the largest value that a limit can have.
   *
   * @param name one of {@link #names()}
   */
  public static long largest(String name) {
    return SMALL.contains(name) ? Integer.MAX_VALUE : Long.MAX_VALUE;
  }

  /**
   * Returns one of the limits.
   *
   * @param name one of {@link #names()}
   * @throws IllegalArgumentException if there is no such limit
   */
  public long get(String name) {
    return switch (NAMES.indexOf(name)) {
      case 0 -> maxEntries;
      case 1 -> maxEntryBytes;
      case 2 -> maxTotalBytes;
      case 3 -> maxRatio;
      case 4 -> maxLineBytes;
      case 5 -> maxHeaders;
      case 6 -> maxDepth;
      case 7 -> maxTextBytes;
      case 8 -> maxSeconds;
      default -> throw new IllegalArgumentException("there is no limit " + name);
    };
  }

  /**
   * Returns a copy of these limits with one of them changed.
   *
   * @param name one of {@link #names()}
   * @param value its new value
   * @throws IllegalArgumentException if there is no such limit, or the value is not in its range
   */
  public ReadLimits with(String name, long value) {
    int index = NAMES.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "there is no limit " + name + "; there are " + String.join(", ", NAMES));
    }
    if (value > largest(name)) {
      throw new IllegalArgumentException(
          "the limit " + name + " is at most " + largest(name) + ", not " + value);
    }
    int small = (int) Math.min(value, Integer.MAX_VALUE);
    return new ReadLimits(
        index == 0 ? value : maxEntries,
        index == 1 ? value : maxEntryBytes,
        index == 2 ? value : maxTotalBytes,
        index == 3 ? small : maxRatio,
        index == 4 ? small : maxLineBytes,
        index == 5 ? small : maxHeaders,
        index == 6 ? small : maxDepth,
        index == 7 ? value : maxTextBytes,
        index == 8 ? small : maxSeconds);
  }
}

package org.golivecheck.log;

/**
 * How much of an input is read. The defaults are far above what real logs hold: 2 million calls and
 * 10 GB pass.
 *
 * @param maxEntries entries an archive may have
 * @param maxEntryBytes inflated bytes of one entry
 * @param maxTotalBytes inflated bytes of one input
 * @param maxRatio inflated bytes for each compressed byte of an entry, checked beyond the first
 *     megabyte
 * @param maxLineBytes bytes of one header line
 * @param maxHeaders header lines of one request or response
 * @param maxDepth nesting of a JSON or XML body
 */
public record ReadLimits(
    long maxEntries,
    long maxEntryBytes,
    long maxTotalBytes,
    int maxRatio,
    int maxLineBytes,
    int maxHeaders,
    int maxDepth) {

  /** The limits that hold where nobody sets others. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(5_000_000L, 1L << 30, 1L << 36, 2_000, 1 << 16, 1_000, 1_000);

  /** The names of the limits, as options and messages have them. */
  private static final String NAMES =
      "entries, entry-bytes, total-bytes, ratio, line-bytes, headers, depth";

  /** Checks that every limit lets something pass. */
  public ReadLimits {
    if (Math.min(Math.min(maxEntries, maxEntryBytes), maxTotalBytes) < 1
        || Math.min(Math.min(maxRatio, maxLineBytes), Math.min(maxHeaders, maxDepth)) < 1) {
      throw new IllegalArgumentException("every limit is at least 1");
    }
  }

  /**
   * Returns the same limits but for one.
   *
   * @param name its name: {@code entries}, {@code entry-bytes}, {@code total-bytes}, {@code ratio},
   *     {@code line-bytes}, {@code headers} or {@code depth}
   * @param value its new value
   * @throws IllegalArgumentException if there is no such limit, or the value is not in its range
   */
  public ReadLimits with(String name, long value) {
    return switch (name) {
      case "entries" -> with(value, maxEntryBytes, maxTotalBytes);
      case "entry-bytes" -> with(maxEntries, value, maxTotalBytes);
      case "total-bytes" -> with(maxEntries, maxEntryBytes, value);
      case "ratio" -> with(toInt(name, value), maxLineBytes, maxHeaders, maxDepth);
      case "line-bytes" -> with(maxRatio, toInt(name, value), maxHeaders, maxDepth);
      case "headers" -> with(maxRatio, maxLineBytes, toInt(name, value), maxDepth);
      case "depth" -> with(maxRatio, maxLineBytes, maxHeaders, toInt(name, value));
      default ->
          throw new IllegalArgumentException("there is no limit " + name + "; there are " + NAMES);
    };
  }

  private ReadLimits with(long entries, long entryBytes, long totalBytes) {
    return new ReadLimits(
        entries, entryBytes, totalBytes, maxRatio, maxLineBytes, maxHeaders, maxDepth);
  }

  private ReadLimits with(int ratio, int lineBytes, int headers, int depth) {
    return new ReadLimits(
        maxEntries, maxEntryBytes, maxTotalBytes, ratio, lineBytes, headers, depth);
  }

  private static int toInt(String name, long value) {
    if (value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the limit " + name + " is at most " + Integer.MAX_VALUE + ", not " + value);
    }
    return (int) value;
  }
}

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
}

package org.golivecheck.log;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of an input is read. The defaults are far above the size of real logs: 2 million calls
 * and 10 GB are read. Every limit is at least 1. Immutable.
 */
public final class ReadLimits {
  /** The default limits. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(
          5_000_000L, 1L << 30, 1L << 36, 2_000, 1 << 16, 1_000, 1_000, 1L << 29, 86_400);

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

  /** In the order of the names. */
  private final long[] values;

  private ReadLimits(long... values) {
    this.values = values;
  }

  /** Returns how many entries an archive may have. */
  public long maxEntries() {
    return values[0];
  }

  /** Returns how many inflated bytes one entry may have. */
  public long maxEntryBytes() {
    return values[1];
  }

  /** Returns how many inflated bytes one input may have. */
  public long maxTotalBytes() {
    return values[2];
  }

  /**
   * Returns how many inflated bytes a compressed byte of an entry may give, beyond the first
   * megabyte.
   */
  public int maxRatio() {
    return (int) values[3];
  }

  /** Returns how many bytes one header line may have. */
  public int maxLineBytes() {
    return (int) values[4];
  }

  /** Returns how many header lines one request or response may have. */
  public int maxHeaders() {
    return (int) values[5];
  }

  /** Returns how deep a JSON or XML body may be nested. */
  public int maxDepth() {
    return (int) values[6];
  }

  /**
   * Returns about how many bytes of memory the texts that differ from call to call may take while
   * calls are judged: paths, trace tokens, names of entries, messages.
   */
  public long maxTextBytes() {
    return values[7];
  }

  /** Returns how many seconds reading may take. */
  public int maxSeconds() {
    return (int) values[8];
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
    return values[index(name)];
  }

  /**
   * Returns a copy of these limits with one of them changed.
   *
   * @param name one of {@link #names()}
   * @param value its new value
   * @throws IllegalArgumentException if there is no such limit, or the value is not in its range
   */
  public ReadLimits with(String name, long value) {
    int index = index(name);
    if (value < 1) {
      throw new IllegalArgumentException("every limit is at least 1, not " + value);
    }
    if (value > largest(name)) {
      throw new IllegalArgumentException(
          "the limit " + name + " is at most " + largest(name) + ", not " + value);
    }
    long[] changed = values.clone();
    changed[index] = value;
    return new ReadLimits(changed);
  }

  private static int index(String name) {
    int index = NAMES.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "there is no limit " + name + "; there are " + String.join(", ", NAMES));
    }
    return index;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReadLimits that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return NAMES + " = " + Arrays.toString(values);
  }
}

package org.golivecheck.cli;

import java.util.List;
import java.util.Locale;
import org.golivecheck.log.ReadLimits;

/** The values of {@code --limit NAME=VALUE}. */
final class Limits {
  private Limits() {}

  /**
   * Returns the default limits with those changed that were given.
   *
   * @throws UsageException if a name is unknown or a value is no positive number
   */
  static ReadLimits parse(List<String> values) throws UsageException {
    ReadLimits limits = ReadLimits.DEFAULT;
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals < 0) {
        throw new UsageException(
            "--limit needs NAME=VALUE, not '" + value + "'; NAME is " + names());
      }
      limits = with(limits, value.substring(0, equals), value.substring(equals + 1));
    }
    return limits;
  }

  /** Returns the names for help. */
  static String names() {
    return String.join(", ", ReadLimits.names());
  }

  private static ReadLimits with(ReadLimits old, String name, String value) throws UsageException {
    if (!ReadLimits.names().contains(name)) {
      throw new UsageException(
          "--limit does not know '"
              + name
              + "'; it takes "
              + names()
              + "."
              + NearMiss.question(name, ReadLimits.names()));
    }
    return old.with(name, number(name, value, ReadLimits.largest(name)));
  }

  /** Reads a whole number, or one with K, M or G for 2 to the power of 10, 20 or 30. */
  private static long number(String name, String value, long max) throws UsageException {
    String text = value.toUpperCase(Locale.ROOT);
    int power = text.isEmpty() ? 0 : 10 * (1 + "KMG".indexOf(text.charAt(text.length() - 1)));
    String digits = power == 0 ? text : text.substring(0, text.length() - 1);
    try {
      long number = Math.multiplyExact(Long.parseLong(digits), 1L << power);
      if (number > 0 && number <= max) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // told below, like a number out of range
    }
    throw new UsageException(
        "--limit "
            + name
            + " needs a whole number from 1 to "
            + max
            + ", perhaps with K, M or G, not '"
            + value
            + "'");
  }
}

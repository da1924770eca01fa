package org.golivecheck.cli.option;

import java.util.List;
import org.golivecheck.cli.config.Amount;
import org.golivecheck.cli.config.Keys;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.text.NearMiss;

/** The values of {@code --limit NAME=VALUE}. */
public final class Limits {
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
    Amount amount = Keys.limit(name);
    long number = amount.number(value);
    if (number < 0) {
      throw new UsageException(
          "--limit " + name + " needs " + amount.words() + ", not '" + value + "'");
    }
    return old.with(name, number);
  }
}

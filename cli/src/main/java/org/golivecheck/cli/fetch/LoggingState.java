package org.golivecheck.cli.fetch;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Whether DocuSign logs the calls of the user, and how many more.
 *
 * @param on whether it does
 * @param maxEntries how many calls a log takes
 * @param remaining how many more it takes, where told; DocuSign also tells numbers below 0
 */
record LoggingState(boolean on, int maxEntries, OptionalInt remaining) {
  private static final int DOCUMENTED_MAXIMUM = 50;

  /** Reads the settings as DocuSign sends them: numbers and truth values are texts. */
  static LoggingState of(JsonFields settings) {
    return new LoggingState(
        "true".equalsIgnoreCase(settings.get("apiRequestLogging")),
        number(settings.get("apiRequestLogMaxEntries")).orElse(DOCUMENTED_MAXIMUM),
        number(settings.get("apiRequestLogRemainingEntries")));
  }

  /** Returns whether there may be a call in the log. */
  boolean mayHoldEntries() {
    return remaining.isEmpty() || remaining.getAsInt() < maxEntries;
  }

  /** Returns whether it takes no further call, as far as told. */
  boolean isFull() {
    return remaining.isPresent() && remaining.getAsInt() <= 0;
  }

  private static OptionalInt number(@Nullable String text) {
    try {
      return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}

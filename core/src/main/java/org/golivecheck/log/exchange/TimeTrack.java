package org.golivecheck.log.exchange;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code X-DocuSign-TimeTrack}, which a response has if the caller sent one: the caller's
 * text, then {@code NAME,instant} items between semicolons, some of them empty.
 */
public final class TimeTrack {
  /** Beyond this the clocks disagree, or the header is no DocuSign's. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private TimeTrack() {}

  /**
   * Returns how long the call took: {@code REST0_End} less {@code REST0_Start}.
   *
   * @param header the header, or null
   * @return the duration; null where an item is missing or unreadable, and where they make none
   *     between zero and a day
   */
  public static @Nullable Duration duration(@Nullable String header) {
    Instant start = item(header, "REST0_Start,");
    Instant end = item(header, "REST0_End,");
    if (start == null || end == null) {
      return null;
    }
    Duration duration = Duration.between(start, end);
    return duration.isNegative() || duration.compareTo(LONGEST) > 0 ? null : duration;
  }

  private static @Nullable Instant item(@Nullable String header, String name) {
    int from = 0;
    while (header != null && from < header.length()) {
      int semicolon = header.indexOf(';', from);
      int end = semicolon < 0 ? header.length() : semicolon;
      String item = header.substring(from, end).strip();
      if (item.regionMatches(true, 0, name, 0, name.length())) {
        return LogTimestamp.parse(item.substring(name.length()).strip());
      }
      from = end + 1;
    }
    return null;
  }
}

package org.golivecheck.log.record;

import java.time.Duration;
import org.golivecheck.log.record.Alias.Unit;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** Reads how long a call took: a number, with a point or a comma, and perhaps a unit after it. */
final class LoggedDuration {
  /** Beyond this it is no duration of a call. */
  private static final double LONGEST_NANOS = 86_400e9;

  private LoggedDuration() {}

  /**
   * Returns the duration that a text gives, or null if it gives none between zero and a day.
   *
   * @param unit what a number without a unit counts
   */
  static @Nullable Duration parse(String text, Unit unit) {
    int end = 0;
    double number = 0;
    double place = 0;
    for (; end < text.length(); end++) {
      char c = text.charAt(end);
      if (Ascii.isDigit(c)) {
        number = place == 0 ? number * 10 + (c - '0') : number + (c - '0') * place;
        place /= 10;
      } else if (place == 0 && (c == '.' || c == ',') && end > 0 && isDigit(text, end + 1)) {
        place = 0.1;
      } else {
        break;
      }
    }
    Unit given = end == 0 ? null : unit(text.substring(end).strip(), unit);
    double nanos = given == null ? -1 : number * given.nanos();
    return nanos < 0 || nanos > LONGEST_NANOS ? null : Duration.ofNanos(Math.round(nanos));
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && Ascii.isDigit(text.charAt(at));
  }

  private static @Nullable Unit unit(String text, Unit otherwise) {
    return switch (text) {
      case "ns" -> Unit.NANOS;
      case "us", "\u00B5s", "\u03BCs" -> Unit.MICROS;
      case "ms" -> Unit.MILLIS;
      case "s", "sec" -> Unit.SECONDS;
      // A proxy lists what each of several upstream servers took; the first stands for all.
      default -> text.isEmpty() || text.charAt(0) == ',' ? otherwise : null;
    };
  }
}

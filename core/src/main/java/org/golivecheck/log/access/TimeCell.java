package org.golivecheck.log.access;

import java.util.Arrays;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The time of the newest line. Of a time in the same minute as the one before, only the second is
 * read. Reused; not thread-safe.
 */
final class TimeCell {
  /** Where the parts of a time begin: {@code 01/Nov/2026:00:00:00 +0000}. */
  private static final int MINUTE = 15;

  private static final int SECOND = 18;
  private static final int ZONE = 20;
  private static final int LENGTH = 26;

  private final byte[] before = new byte[LENGTH];
  private long minute;
  private @Nullable LogTime time;

  void clear() {
    time = null;
  }

  /** Reads the time in {@code [from, to)}, if that is one. */
  void read(byte[] bytes, int from, int to) {
    if (isInMinute(bytes, from, to)) {
      time = new LogTime(LogTime.Form.INSTANT, minute + second(bytes, from), 0, from, to);
      return;
    }
    LogTime found = LogTimes.at(bytes, from, to);
    time = found != null && found.end() == to ? found : null;
    if (time != null
        && time.form() == LogTime.Form.INSTANT
        && to - from == LENGTH
        && bytes[from + MINUTE - 1] == ':'
        && bytes[from + SECOND - 1] == ':'
        && bytes[from + ZONE] == ' '
        && second(bytes, from) >= 0) {
      System.arraycopy(bytes, from, before, 0, LENGTH);
      minute = time.seconds() - second(bytes, from);
    }
  }

  private boolean isInMinute(byte[] bytes, int from, int to) {
    return to - from == LENGTH
        && before[0] > 0
        && Arrays.equals(bytes, from, from + SECOND, before, 0, SECOND)
        && Arrays.equals(bytes, from + ZONE, to, before, ZONE, LENGTH)
        && second(bytes, from) >= 0;
  }

  /** Returns the second of a time, or -1 if it has none or an intercalary one. */
  private static int second(byte[] bytes, int from) {
    byte tens = bytes[from + SECOND];
    byte ones = bytes[from + SECOND + 1];
    return tens >= '0' && tens <= '5' && Ascii.isDigit(ones) ? (tens - '0') * 10 + ones - '0' : -1;
  }

  boolean isRead() {
    return time != null;
  }

  @Nullable LogTime get() {
    return time;
  }
}

package org.golivecheck.log.access;

import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.jspecify.annotations.Nullable;

/** The time of the newest line. Reused; not thread-safe. */
final class TimeCell {
  private @Nullable LogTime time;

  void clear() {
    time = null;
  }

  /** Reads the time in {@code [from, to)}, if that is one. */
  void read(byte[] bytes, int from, int to) {
    LogTime found = LogTimes.at(bytes, from, to);
    time = found != null && found.end() == to ? found : null;
  }

  boolean isRead() {
    return time != null;
  }

  @Nullable LogTime get() {
    return time;
  }
}

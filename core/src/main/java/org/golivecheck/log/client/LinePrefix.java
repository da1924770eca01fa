package org.golivecheck.log.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/** What a logger puts before every line of one thread: the same text, but for the time in it. */
final class LinePrefix {
  private final byte[] before;
  private final boolean timed;
  private final byte[] after;

  /**
   * Sets the parts.
   *
   * @param before the text before the time, or all of it
   * @param timed whether a time follows
   * @param after the text after the time
   */
  private LinePrefix(byte[] before, boolean timed, byte[] after) {
    this.before = before;
    this.timed = timed;
    this.after = after;
  }

  /** Returns the prefix of a line that ends at an index of its bytes. */
  static LinePrefix of(TextLine line, int end) {
    LogTime time = LogTimes.in(line.bytes(), line.from(), end);
    int timeFrom = time == null ? end : time.from();
    int timeEnd = time == null ? end : time.end();
    return new LinePrefix(
        Arrays.copyOfRange(line.bytes(), line.from(), timeFrom),
        time != null,
        Arrays.copyOfRange(line.bytes(), timeEnd, end));
  }

  /** Returns whether there is a time in it. */
  boolean timed() {
    return timed;
  }

  /** Returns where a line continues after this prefix, or -1 if it has another one. */
  int end(TextLine line) {
    int at = line.from();
    if (!line.has(before, at)) {
      return -1;
    }
    at += before.length;
    if (!timed) {
      return at;
    }
    LogTime time = LogTimes.at(line.bytes(), at, line.to());
    if (time == null) {
      return -1;
    }
    int end = time.end();
    if (line.has(after, end)) {
      return end + after.length;
    }
    // After an empty message many loggers leave no blank.
    boolean empty = line.to() - end < after.length && line.to() - end >= after.length - 1;
    return empty && line.has(Arrays.copyOf(after, line.to() - end), end) ? line.to() : -1;
  }

  /** Returns a text that is the same for the same prefix. */
  String id() {
    return new String(before, UTF_8) + '\0' + new String(after, UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LinePrefix that
        && timed == that.timed
        && Arrays.equals(before, that.before)
        && Arrays.equals(after, that.after);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(before) + Arrays.hashCode(after);
  }
}

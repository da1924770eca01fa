package org.golivecheck.call.like;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.CallUrl;
import org.jspecify.annotations.Nullable;

/**
 * A call in the bytes of its record that is like an earlier call but for what nearly every call has
 * of its own: time, path, query, trace token, duration, size of the request, and line. The texts
 * among these are of ASCII. Reused; not thread-safe.
 */
public abstract class LikeCall {
  /** Where a text would begin or end that the call does not have. */
  protected static final int NONE = -1;

  protected @Nullable ApiCall like;
  protected byte[] bytes = {};
  protected long seconds;
  protected int nanos;
  protected int pathFrom;
  protected int pathTo;

  /** Where the query ends, which begins after the question mark at {@link #pathTo}. */
  protected int queryTo;

  protected int tokenFrom;
  protected int tokenTo;
  protected long size;
  protected String log = "";
  protected long line;

  /** Creates a call to be filled. */
  protected LikeCall() {}

  /** Returns how long the call took, or null if the log does not show it. */
  protected abstract @Nullable Duration duration();

  /** Makes the call. */
  public final ApiCall call() {
    ApiCall earlier = like();
    CallUrl url =
        earlier
            .url()
            .withPathAndQuery(
                text(pathFrom, pathTo), queryTo == NONE ? null : text(pathTo + 1, queryTo));
    return earlier.again(
        Instant.ofEpochSecond(seconds, nanos),
        url,
        tokenFrom == NONE ? null : text(tokenFrom, tokenTo),
        log + ':' + line,
        size,
        duration());
  }

  /** Returns a part of the record. */
  protected final String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Returns the earlier call. */
  public final ApiCall like() {
    if (like == null) {
      throw new IllegalStateException("the record is like no earlier one");
    }
    return like;
  }

  /** Returns the bytes that the record is in. */
  public final byte[] bytes() {
    return bytes;
  }

  /** Returns the time of the call, in whole seconds since 1970. */
  public final long seconds() {
    return seconds;
  }

  /** Returns the rest of the time, in nanoseconds. */
  public final int nanos() {
    return nanos;
  }

  /** Returns where path and query begin. */
  public final int urlFrom() {
    return pathFrom;
  }

  /** Returns where path and query end. */
  public final int urlTo() {
    return queryTo == NONE ? pathTo : queryTo;
  }

  /** Returns where the trace token begins, or -1 if the call has none. */
  public final int tokenFrom() {
    return tokenFrom;
  }

  /** Returns where the trace token ends. */
  public final int tokenTo() {
    return tokenTo;
  }

  /** Returns the size of the request body in bytes, or -1 if it is unknown. */
  public final long requestBytes() {
    return size;
  }

  /** Returns the name of the log whose line the record is. */
  public final String log() {
    return log;
  }

  /** Returns the number of the line, from 1 on. */
  public final long line() {
    return line;
  }

  /** Adds the lines of the log before those that were counted. */
  public final void addLines(long before) {
    line += before;
  }
}

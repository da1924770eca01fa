package org.golivecheck.rule.check;

import java.time.Instant;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.PathIds;
import org.golivecheck.rule.timeline.CallDetail;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The call that a check sees. One object serves a whole fold: keep {@link #position()}, not the
 * object.
 */
public final class TimedCall {
  private final Timeline timeline;
  private int position;
  private @Nullable PathIds ids;

  TimedCall(Timeline timeline) {
    this.timeline = timeline;
  }

  TimedCall at(int newPosition) {
    position = newPosition;
    ids = null;
    return this;
  }

  /** Returns the place on the time line, 0 for the oldest call. */
  public int position() {
    return position;
  }

  /** Returns when the call ended, in units of 100 nanoseconds since 1970. */
  public long ticks() {
    return timeline.ticks(position);
  }

  /** Returns when the call ended. */
  public Instant time() {
    return timeline.time(position);
  }

  /** Returns what the call has in common with others. */
  public CallKind kind() {
    return timeline.kind(position);
  }

  /** Returns what the call has of its own. */
  public CallDetail detail() {
    return timeline.detail(position);
  }

  /** Returns the path without its query, as logged. */
  public String path() {
    return timeline.path(position);
  }

  /** Returns the ids in the path. */
  public PathIds ids() {
    PathIds known = ids;
    if (known == null) {
      known = PathIds.of(CallUrl.parse(path()));
      ids = known;
    }
    return known;
  }
}

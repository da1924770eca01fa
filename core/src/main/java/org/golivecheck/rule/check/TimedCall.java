package org.golivecheck.rule.check;

import org.golivecheck.rule.timeline.CallDetail;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;

/**
 * The call that a check sees. One object serves a whole fold: keep {@link #position()}, not the
 * object.
 */
public final class TimedCall {
  private final Timeline timeline;
  private int position;
  private int account;

  TimedCall(Timeline timeline) {
    this.timeline = timeline;
  }

  TimedCall at(int newPosition) {
    position = newPosition;
    account = timeline.account(newPosition);
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

  /** Returns what the call has in common with others. */
  public CallKind kind() {
    return timeline.kind(position);
  }

  /** Returns what the call has of its own. */
  public CallDetail detail() {
    return timeline.detail(position);
  }

  /** Returns what the path is known by: equal for calls of one path, whatever their queries. */
  public int resource() {
    return timeline.resource(position);
  }

  /** Returns the number of the envelope that the path leads to or below, or -1. */
  public int envelope() {
    return timeline.envelope(position);
  }

  /** Returns the number of the account in the path, or -1. */
  public int account() {
    return account;
  }

  /** Returns whether the call went to the demo environment, by the host. */
  boolean demo() {
    return timeline.isDemo(position);
  }

  /** Returns the number of the archive that the call was read from, or -1 where from none. */
  public int archive() {
    return timeline.archive(position);
  }
}

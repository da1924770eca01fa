package org.golivecheck.log.source;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The limit of the bytes that one input may inflate to. Thread-safe.
 *
 * <p>Entries that the directory of an archive file lists are not counted here: their sizes are
 * known beforehand. So what is read does not depend on which thread came first.
 */
final class ByteLimit {
  private final long limit;
  private final AtomicLong used = new AtomicLong();
  private final AtomicBoolean stopped = new AtomicBoolean();

  ByteLimit(long limit) {
    this.limit = limit;
  }

  void take(int bytes) throws InputStop {
    if (used.addAndGet(bytes) > limit) {
      throw new InputStop(LimitText.reached("total-bytes", limit));
    }
  }

  /** Returns true to the first caller only: the thread that reports why reading was given up. */
  boolean stop() {
    return stopped.compareAndSet(false, true);
  }
}

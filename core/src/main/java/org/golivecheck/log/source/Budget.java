package org.golivecheck.log.source;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes that one input inflates to, against the limit. Thread-safe.
 *
 * <p>Entries that the directory of an archive file lists are not counted here: their sizes are
 * known beforehand, so that what is read does not depend on which thread came first.
 */
final class Budget {
  private final long limit;
  private final AtomicLong used = new AtomicLong();
  private final AtomicBoolean stopped = new AtomicBoolean();

  Budget(long limit) {
    this.limit = limit;
  }

  void take(int bytes) throws InputStop {
    if (used.addAndGet(bytes) > limit) {
      throw new InputStop(LimitText.reached("total-bytes", limit));
    }
  }

  /** Returns true once: to the first of the threads that have to say why the input is given up. */
  boolean stop() {
    return stopped.compareAndSet(false, true);
  }
}

package org.golivecheck.log.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the bytes that are read from files and streams, and stops reading when time is up.
 * Thread-safe.
 */
final class Meter {
  private final int maxSeconds;
  private final long start = System.nanoTime();
  private final LongAdder bytes = new LongAdder();

  Meter(int maxSeconds) {
    this.maxSeconds = maxSeconds;
  }

  /** Returns how many bytes were read. */
  long bytes() {
    return bytes.sum();
  }

  void count(long read) {
    bytes.add(Math.max(0, read));
  }

  /** Checks that there is time left. */
  void check() throws InputStop {
    if (System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(maxSeconds)) {
      throw new InputStop("seconds", maxSeconds);
    }
  }

  /** Returns the bytes of a stream, counted as they are read. */
  InputStream over(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        check();
        int read = in.read(into, offset, length);
        count(read);
        return read;
      }
    };
  }
}

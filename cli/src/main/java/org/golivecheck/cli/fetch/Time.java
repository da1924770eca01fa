package org.golivecheck.cli.fetch;

import java.time.Duration;
import java.time.Instant;

/** The clock, and waiting by it; the seam at which tests let time fly. */
interface Time {
  /** The real one. */
  Time SYSTEM =
      new Time() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          Thread.sleep(duration.toMillis());
        }
      };

  /** Returns the moment. */
  Instant now();

  /**
   * Waits.
   *
   * @throws InterruptedException if the run is to end
   */
  void sleep(Duration duration) throws InterruptedException;
}

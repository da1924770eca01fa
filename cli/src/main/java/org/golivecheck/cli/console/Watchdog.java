package org.golivecheck.cli.console;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import org.golivecheck.log.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run that is over its time by more than reading needs to notice: because it waits for a
 * pipe without a writer. Only if the user set a time.
 */
public final class Watchdog extends TimerTask implements AutoCloseable {
  private static final int GRACE_SECONDS = 3;

  private final int seconds;
  private final Messages messages;
  private @Nullable Timer timer;

  public Watchdog(ReadLimits limits, Messages messages) {
    this.seconds = limits.maxSeconds();
    this.messages = messages;
  }

  /** Begins to watch, if a time was set. */
  public void start() {
    if (seconds < ReadLimits.DEFAULT.maxSeconds()) {
      timer = new Timer("watchdog", true);
      timer.schedule(this, TimeUnit.SECONDS.toMillis(seconds + GRACE_SECONDS));
    }
  }

  /** Ends the run. */
  @Override
  public void run() {
    messages.error(
        "the limit seconds="
            + seconds
            + " is reached while waiting for more of the input; there is no report");
    System.exit(ExitCode.NO_VERDICT.code());
  }

  /** Ends the watch. */
  @Override
  public void close() {
    if (timer != null) {
      timer.cancel();
    }
  }
}

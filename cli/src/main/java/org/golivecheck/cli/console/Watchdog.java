package org.golivecheck.cli.console;

import java.util.concurrent.TimeUnit;
import org.golivecheck.log.ReadLimits;

/**
 * Ends a run that is over its time by more than reading needs to notice: because it waits for a
 * pipe without a writer. Only if the user set a time.
 */
public final class Watchdog implements AutoCloseable {
  private static final int GRACE_SECONDS = 3;

  private final boolean wanted;
  private final int seconds;
  private final Runnable bite;
  private final Object lock = new Object();
  private boolean closed;

  public Watchdog(boolean wanted, int seconds, Runnable bite) {
    this.wanted = wanted;
    this.seconds = seconds;
    this.bite = bite;
  }

  public static Watchdog of(ReadLimits limits, Messages messages) {
    int seconds = limits.maxSeconds();
    boolean wanted = seconds < ReadLimits.DEFAULT.maxSeconds();
    return new Watchdog(wanted, seconds + GRACE_SECONDS, () -> end(seconds, messages));
  }

  private static void end(int seconds, Messages messages) {
    messages.error(
        "the limit seconds="
            + seconds
            + " is reached while waiting for more of the input; there is no report");
    System.exit(ExitCode.NO_VERDICT.code());
  }

  /** Begins to watch, if a time was set. */
  public void start() {
    if (wanted) {
      Thread thread = new Thread(this::watch, "watchdog");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void watch() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    synchronized (lock) {
      while (!closed) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          break;
        }
        try {
          lock.wait(left);
        } catch (InterruptedException e) {
          return;
        }
      }
      if (closed) {
        return;
      }
    }
    bite.run();
  }

  /** Ends the watch. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
  }
}

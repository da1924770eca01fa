package org.golivecheck.cli.console;

import java.time.Duration;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.ReadingProgress;
import org.jspecify.annotations.Nullable;

/**
 * Shows on a terminal how far long reading has come: one line on standard error that is overwritten
 * and, at the end, wiped out. Without a terminal it does nothing.
 */
public final class Progress extends TimerTask implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration PACE = Duration.ofMillis(250);
  private static final double MEGABYTE = 1 << 20;

  private final LogCalls logs;
  private final Messages messages;
  private final int width;
  private final Duration patience;
  private final boolean wanted;
  private @Nullable Timer timer;
  private long start;
  private int shown;

  public Progress(LogCalls logs, Session session, Duration patience) {
    this.logs = logs;
    this.messages = session.messages();
    this.width = session.environment().width();
    this.patience = patience;
    this.wanted = session.environment().showsProgress() && messages.level() != Messages.Level.QUIET;
  }

  public static Progress of(LogCalls logs, Session session) {
    return new Progress(logs, session, PATIENCE);
  }

  /** Begins to show it, if the user can see it. */
  public void start() {
    if (wanted) {
      start = System.nanoTime();
      timer = new Timer("progress", true);
      timer.schedule(this, patience.toMillis(), PACE.toMillis());
    }
  }

  /** Shows the line. */
  @Override
  public void run() {
    show(line(logs.progress(), System.nanoTime() - start));
  }

  private synchronized void show(String line) {
    if (timer != null) {
      String fitting = line.length() < width ? line : line.substring(0, width - 1);
      messages.progress(fitting + " ".repeat(Math.max(0, shown - fitting.length())));
      shown = fitting.length();
    }
  }

  /** Words how far reading has come after so many nanoseconds. */
  static String line(ReadingProgress progress, long nanos) {
    double seconds = Math.max(nanos, 1) / 1e9;
    double read = progress.bytesRead();
    String line =
        progress.bytesTotal() < 0
            ? String.format(
                Locale.ROOT, "%,d entries, %,.0f MB", progress.entries(), read / MEGABYTE)
            : String.format(
                Locale.ROOT,
                "%,d entries, %,.0f of %,.0f MB",
                progress.entries(),
                read / MEGABYTE,
                progress.bytesTotal() / MEGABYTE);
    line += String.format(Locale.ROOT, ", %,.0f MB/s", read / MEGABYTE / seconds);
    if (progress.bytesTotal() < 0 || progress.bytesRead() == 0) {
      return line;
    }
    double left = (progress.bytesTotal() - read) / (read / seconds);
    return line + String.format(Locale.ROOT, ", %,.0f s left", Math.ceil(left));
  }

  /** Wipes the line out. */
  @Override
  public synchronized void close() {
    if (timer != null) {
      timer.cancel();
      if (shown > 0) {
        show("");
        messages.progress("");
      }
      timer = null;
    }
  }
}

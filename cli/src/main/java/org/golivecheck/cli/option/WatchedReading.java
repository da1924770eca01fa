package org.golivecheck.cli.option;

import java.util.function.Function;
import org.golivecheck.cli.console.Progress;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.console.Watchdog;
import org.golivecheck.log.LogCalls;

/** Reads logs while the time that may pass is watched and the progress is told. */
public final class WatchedReading {
  private WatchedReading() {}

  /**
   * Opens the logs that a request names, hands them to a reader, and returns what it makes of them.
   */
  public static <T> T read(
      Engine engine, LogRequest request, Session session, Function<LogCalls, T> reader) {
    return read(request, session, engine::open, reader);
  }

  /** Opens logs as the opener does, hands them to a reader, and returns what it makes of them. */
  public static <T> T read(
      LogRequest request,
      Session session,
      Function<LogRequest, LogCalls> opener,
      Function<LogCalls, T> reader) {
    try (Watchdog watchdog = Watchdog.of(request.limits(), session.messages());
        LogCalls logs = opener.apply(request);
        Progress progress = Progress.of(logs, session)) {
      watchdog.start();
      progress.start();
      return reader.apply(logs);
    }
  }
}

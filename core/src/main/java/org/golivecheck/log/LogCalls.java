package org.golivecheck.log;

import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;

/**
 * The calls of some logs, read while they are asked for.
 *
 * <p>The stream can be consumed once, sequentially or in parallel. It never throws for what a log
 * holds: unreadable entries become problems in {@link #summary()}. Close it to release files.
 */
public interface LogCalls extends AutoCloseable {

  /**
   * Returns the calls, in no particular order.
   *
   * @throws IllegalStateException if asked for twice
   */
  Stream<ApiCall> stream();

  /** Returns what was read and what was not; complete when the stream has been consumed. */
  ReadingSummary summary();

  /** Returns how far reading has come; may be asked by any thread while the stream is consumed. */
  ReadingProgress progress();

  /** Releases the files. Does nothing when called again. */
  @Override
  void close();
}

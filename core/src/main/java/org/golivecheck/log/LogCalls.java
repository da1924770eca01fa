package org.golivecheck.log;

import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;

/**
 * The calls of some logs, read while the stream is consumed.
 *
 * <p>The stream can be consumed once, sequentially or in parallel. It never throws because of the
 * contents of a log: unreadable entries become problems in {@link #summary()}. Close it to release
 * files.
 */
public interface LogCalls extends AutoCloseable {

  /**
   * Returns the calls, in no particular order.
   *
   * @throws IllegalStateException if called twice
   */
  Stream<ApiCall> stream();

  /**
   * The calls of one input.
   *
   * @param name the input's name
   * @param calls its calls, in no particular order
   */
  record OfInput(String name, Stream<ApiCall> calls) {}

  /**
   * Returns the calls of each input, in the order given, instead of {@link #stream()}.
   *
   * @throws IllegalStateException if the calls were asked for before
   */
  List<OfInput> byInput();

  /** Returns what was read and what was not; complete when the stream has been consumed. */
  ReadingSummary summary();

  /** Returns the progress of reading. May be called by any thread while the stream is consumed. */
  ReadingProgress progress();

  /** Releases the files. Does nothing when called again. */
  @Override
  void close();
}

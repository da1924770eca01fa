package org.golivecheck.log.source;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collector;
import java.util.stream.Stream;

/** Runs a parallel stream in as many threads as were asked for. */
public final class ReadingPool {
  private ReadingPool() {}

  /**
   * Collects a stream: in this thread if it is sequential, otherwise in a pool of its own.
   *
   * @param threads how many threads, or 0 for as many as there are processors
   */
  public static <T, R> R collect(Stream<T> stream, Collector<? super T, ?, R> into, int threads) {
    if (!stream.isParallel()) {
      return stream.collect(into);
    }
    ForkJoinPool pool =
        new ForkJoinPool(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
    try {
      return pool.submit(() -> stream.collect(into)).join();
    } finally {
      pool.shutdown();
    }
  }
}

package org.golivecheck.log.source;

import java.util.concurrent.Callable;
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
    return run(() -> stream.collect(into), threads);
  }

  /** Returns how many threads a pool has for which a number, or 0, was asked. */
  public static int size(int threads) {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }

  /**
   * Runs a task, and the parallel streams in it, in a pool of its own.
   *
   * @param threads how many threads, or 0 for as many as there are processors
   */
  public static <R> R run(Callable<R> task, int threads) {
    ForkJoinPool pool = new ForkJoinPool(size(threads));
    try {
      return pool.submit(task).join();
    } finally {
      pool.shutdown();
    }
  }
}

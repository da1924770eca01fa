package org.golivecheck.log.source;

import java.util.Spliterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.like.CallSink;

/** Collects calls in as many threads as were asked for. */
public final class ReadingPool {
  /** Parts that a thread may get, so that none waits long for another. */
  private static final int PARTS_PER_THREAD = 4;

  private ReadingPool() {}

  /**
   * Collects a stream as it does itself, but hands over calls that are like others without making
   * objects of them, if what is collected into is a {@link CallSink}. It is done in this thread if
   * the stream is sequential, otherwise in a pool of its own.
   *
   * @param threads how many threads, or 0 for as many as there are processors
   */
  public static <A, R> R collect(
      Stream<ApiCall> stream, Collector<? super ApiCall, A, R> into, int threads) {
    boolean parallel = stream.isParallel();
    Spliterator<ApiCall> calls = stream.spliterator();
    A all;
    if (parallel) {
      long least = calls.estimateSize() / size(threads) / PARTS_PER_THREAD;
      all = run(() -> new Part<>(calls, into, least).invoke(), threads);
    } else {
      all = collect(calls, into);
    }
    return into.finisher().apply(all);
  }

  private static <A> A collect(Spliterator<ApiCall> calls, Collector<? super ApiCall, A, ?> into) {
    A target = into.supplier().get();
    calls.forEachRemaining(sink(into, target));
    return target;
  }

  /** Returns what takes calls for a collector. */
  static <A> CallSink sink(Collector<? super ApiCall, A, ?> into, A target) {
    return target instanceof CallSink sink
        ? sink
        : CallSink.of(call -> into.accumulator().accept(target, call));
  }

  /** Returns how many threads a pool has: the number asked for, or for 0 one per processor. */
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

  /** Collects some of the calls, and divides them first if they are more than enough. */
  private static final class Part<A> extends RecursiveTask<A> {
    private static final long serialVersionUID = 1;

    private final transient Spliterator<ApiCall> calls;
    private final transient Collector<? super ApiCall, A, ?> into;
    private final long least;

    Part(Spliterator<ApiCall> calls, Collector<? super ApiCall, A, ?> into, long least) {
      this.calls = calls;
      this.into = into;
      this.least = least;
    }

    @Override
    protected A compute() {
      Spliterator<ApiCall> first = calls.estimateSize() > least ? calls.trySplit() : null;
      if (first == null) {
        return collect(calls, into);
      }
      Part<A> other = new Part<>(calls, into, least);
      other.fork();
      A ofFirst = new Part<>(first, into, least).compute();
      return into.combiner().apply(ofFirst, other.join());
    }
  }
}

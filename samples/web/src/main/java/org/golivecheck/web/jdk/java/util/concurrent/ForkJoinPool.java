package org.golivecheck.web.jdk.java.util.concurrent;

import java.util.concurrent.Callable;

/** A pool whose tasks run at once, since a worker of a browser has one thread. */
public final class ForkJoinPool {
  /** Creates the pool. */
  public ForkJoinPool(int parallelism) {}

  /** Runs a task. */
  public <T> ForkJoinTask<T> submit(Callable<T> task) {
    ForkJoinTask<T> run = ForkJoinTask.adapt(task);
    run.invoke();
    return run;
  }

  /** Does nothing. */
  public void shutdown() {}
}

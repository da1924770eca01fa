package org.golivecheck.web.jdk.java.util.concurrent;

/** A task with a result. */
public abstract class RecursiveTask<V> extends ForkJoinTask<V> {
  /** Computes the result. */
  protected abstract V compute();

  @Override
  protected final V run() {
    return compute();
  }
}

package org.golivecheck.web.jdk.java.util.concurrent;

import java.util.Collection;
import java.util.concurrent.Callable;

/** A task that is run where it is asked for its result. */
public abstract class ForkJoinTask<V> {
  private boolean done;
  private V result;

  /** Runs the task. */
  protected abstract V run();

  /** Returns a task of an action. */
  public static ForkJoinTask<?> adapt(Runnable action) {
    return adapt(
        () -> {
          action.run();
          return null;
        });
  }

  /** Returns a task of a function. */
  public static <T> ForkJoinTask<T> adapt(Callable<? extends T> function) {
    return new ForkJoinTask<>() {
      @Override
      protected T run() {
        try {
          return function.call();
        } catch (RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  /** Returns false: there are no other threads. */
  public static boolean inForkJoinPool() {
    return false;
  }

  /** Runs tasks. */
  public static <T extends ForkJoinTask<?>> Collection<T> invokeAll(Collection<T> tasks) {
    tasks.forEach(ForkJoinTask::invoke);
    return tasks;
  }

  /** Does nothing until the result is asked for. */
  public final ForkJoinTask<V> fork() {
    return this;
  }

  /** Returns the result. */
  public final V invoke() {
    if (!done) {
      result = run();
      done = true;
    }
    return result;
  }

  /** Returns the result. */
  public final V join() {
    return invoke();
  }
}

package org.golivecheck.rule.timeline;

import java.util.List;
import java.util.concurrent.ForkJoinTask;

/** Does the parts of a long work at the same time, where several threads read the logs. */
public final class Workers {
  /** With fewer calls, what a second thread costs is more than it gains. */
  private static final int MANY = 1 << 16;

  private Workers() {}

  /** Returns whether work on so many calls is worth several threads, and this one has others. */
  public static boolean areWorth(int calls) {
    return calls >= MANY && ForkJoinTask.inForkJoinPool();
  }

  /** Does tasks, at the same time if {@link #areWorth}, and returns when all are done. */
  public static void all(int calls, List<Runnable> tasks) {
    if (areWorth(calls)) {
      ForkJoinTask.invokeAll(tasks.stream().map(ForkJoinTask::adapt).toList());
    } else {
      tasks.forEach(Runnable::run);
    }
  }
}

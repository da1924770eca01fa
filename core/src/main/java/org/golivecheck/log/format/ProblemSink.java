package org.golivecheck.log.format;

import org.golivecheck.log.LogProblem;

/** Takes what is no call, from any thread. */
@FunctionalInterface
public interface ProblemSink {

  /** Keeps a problem, or counts it where enough of its kind are kept. */
  void report(LogProblem problem);

  /** Counts records that describe no call and so are no problem: an application's other lines. */
  default void passedOver(long records) {}
}

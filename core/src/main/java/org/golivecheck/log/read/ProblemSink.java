package org.golivecheck.log.read;

import org.golivecheck.log.LogProblem;

/** Takes problems from any thread. */
@FunctionalInterface
public interface ProblemSink {

  /** Keeps a problem, or counts it where enough of its kind are kept. */
  void report(LogProblem problem);
}

package org.golivecheck.log.format;

import org.golivecheck.call.Unanswered;
import org.golivecheck.log.LogProblem;

/** Takes what is not a call, from any thread. */
@FunctionalInterface
public interface ProblemSink {

  /** Keeps a problem, or counts it if enough of its kind are kept. */
  void report(LogProblem problem);

  /**
   * Counts records that do not describe a call and so are not a problem, such as other lines of an
   * application.
   */
  default void passedOver(long records) {}

  /** Takes a request that got no response. It is neither a call nor a problem. */
  default void unanswered(Unanswered request) {}
}

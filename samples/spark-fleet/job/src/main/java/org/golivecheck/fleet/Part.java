package org.golivecheck.fleet;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** What a task says of the logs that it reads. */
sealed interface Part extends Serializable {

  /** Returns the number of the log. */
  int log();

  /**
   * Calls of one owner in one log.
   *
   * @param log the number of the log
   * @param key the integration key that the calls show, or null
   * @param account the account id that the calls show, or null
   * @param calls an accumulator of them, written
   */
  record Calls(int log, String key, String account, byte[] calls) implements Part {}

  /**
   * What is known of a log after reading a piece of it.
   *
   * @param log the number of the log
   * @param byLine whether each line of a range was one call with a time; if not, the log must be
   *     read whole. Always true of a whole log
   * @param incomplete whether calls may be missing
   * @param keys the integration keys that its calls show
   * @param problems what could not be read
   */
  record End(int log, boolean byLine, boolean incomplete, Set<String> keys, List<Problem> problems)
      implements Part {}

  /**
   * Something that could not be read, without secrets and personal data.
   *
   * @param code what kind of defect it is
   * @param source where it was found
   * @param line the line, or 0
   * @param message what is wrong
   * @param count how many problems the row stands for
   * @param incomplete whether calls may be missing
   */
  record Problem(
      String code, String source, long line, String message, long count, boolean incomplete)
      implements Serializable {}
}

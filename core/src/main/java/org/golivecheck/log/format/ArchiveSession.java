package org.golivecheck.log.format;

import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;

/**
 * Reads parts of calls, in any order: a call is handed on when the last of its parts was read, and
 * a part that cannot be read to its end is ignored.
 */
public interface ArchiveSession extends ReadSession {

  /**
   * Ends an input: what still waits for other parts becomes a call or a problem.
   *
   * @param calls takes the calls
   */
  void end(Consumer<? super ApiCall> calls);
}

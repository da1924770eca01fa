package org.golivecheck.log.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;

/** Reads entries of one format, one after another. Not thread-safe: every thread has its own. */
public interface ReadSession {

  /**
   * Reads one entry to its end, passes on its calls, and reports everything else as a problem.
   *
   * @param source the name of the entry for calls and problems, such as {@code logs.zip!07_OK.txt}
   * @param in the bytes of the entry
   * @param calls takes the calls
   * @throws IOException if {@code in} throws it; what was read before has been handed on
   */
  void read(String source, InputStream in, Consumer<? super ApiCall> calls) throws IOException;

  /**
   * Ends an input: parts that still wait for others become a call or a problem.
   *
   * @param calls takes the calls
   */
  default void end(Consumer<? super ApiCall> calls) {}
}

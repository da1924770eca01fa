package org.golivecheck.log.source;

import java.io.IOException;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;

/** Reads entries step by step, so that a caller may stop between any two. Not thread-safe. */
interface Cursor {

  /** A cursor without entries. */
  Cursor EMPTY = calls -> false;

  /**
   * Reads the next entry, whether or not it contains calls.
   *
   * @param calls takes the calls of the entry
   * @return whether there may be more entries
   * @throws IOException if the bytes around the entries cannot be read further
   */
  boolean advance(Consumer<? super ApiCall> calls) throws IOException;
}

package org.golivecheck.cli;

import java.io.IOException;

/** Something that can be printed. */
@FunctionalInterface
interface Printing {

  /**
   * Prints it.
   *
   * @param out where to; neither flushed nor closed
   * @throws IOException if {@code out} throws it
   */
  void printTo(Appendable out) throws IOException;
}

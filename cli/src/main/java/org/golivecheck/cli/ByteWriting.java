package org.golivecheck.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Something that is written as bytes. */
@FunctionalInterface
interface ByteWriting {

  /**
   * Writes it.
   *
   * @param out where to; neither flushed nor closed
   * @throws IOException if {@code out} throws it
   */
  void writeTo(OutputStream out) throws IOException;
}

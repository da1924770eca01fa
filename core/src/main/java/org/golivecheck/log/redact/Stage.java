package org.golivecheck.log.redact;

import java.io.IOException;

/** Rewrites bytes that are pushed in, in parts of any size, to as many bytes. */
interface Stage {

  /** Takes the next bytes, and writes what can be written. */
  void write(byte[] bytes, int from, int to) throws IOException;

  /** Writes the rest. */
  void end() throws IOException;
}

package org.golivecheck.log.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Rewrites logs of one form without secrets and personal data. Not thread-safe. */
@FunctionalInterface
public interface Rewriter {

  /**
   * Rewrites a log.
   *
   * @param in the log
   * @param out takes it; neither is closed
   * @return whether the log could be rewritten in its own format
   * @throws IOException if one of them throws it
   */
  boolean rewrite(InputStream in, OutputStream out) throws IOException;
}

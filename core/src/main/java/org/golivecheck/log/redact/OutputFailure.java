package org.golivecheck.log.redact;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Says that what was redacted could not be written, which is no failure of an input. */
public final class OutputFailure extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  /** Wraps the failure. */
  public OutputFailure(IOException cause) {
    super(cause);
  }
}

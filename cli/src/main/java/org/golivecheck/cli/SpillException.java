package org.golivecheck.cli;

import java.io.IOException;

/** A temporary file that could not be used. */
final class SpillException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SpillException(IOException cause) {
    super(
        "cannot use a temporary file in "
            + System.getProperty("java.io.tmpdir")
            + " ("
            + cause.getMessage()
            + "); choose another folder by GOLIVE_CHECK_OPTS=-Djava.io.tmpdir=FOLDER",
        cause);
  }
}

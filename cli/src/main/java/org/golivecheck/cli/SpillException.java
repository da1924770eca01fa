package org.golivecheck.cli;

import java.io.IOException;

/** A temporary file that could not be used. */
final class SpillException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;

  SpillException(IOException cause) {
    super(cause);
    message =
        "cannot use a temporary file in "
            + System.getProperty("java.io.tmpdir")
            + " ("
            + cause.getMessage()
            + "); choose another folder by GOLIVE_CHECK_OPTS=-Djava.io.tmpdir=FOLDER";
  }

  @Override
  public String getMessage() {
    return message;
  }
}

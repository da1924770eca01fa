package org.golivecheck.cli.option;

import java.util.Objects;

/** A mistake on the command line. The message says what is wrong and what to write. */
public sealed class UsageException extends Exception permits ConfigurationException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}

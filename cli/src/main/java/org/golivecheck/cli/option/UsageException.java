package org.golivecheck.cli.option;

/** A mistake on the command line. The message says what is wrong and what to write. */
public sealed class UsageException extends Exception permits ConfigurationException {
  private static final long serialVersionUID = 1L;

  private final String message;

  public UsageException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}

package org.golivecheck.config;

/** A value that does not fit. The message follows the name of the key, option or variable. */
public final class UnfitValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;

  UnfitValueException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}

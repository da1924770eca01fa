package org.golivecheck.config;

/** A value that a key does not take. The message goes on after the name of the key. */
final class UnfitValueException extends Exception {
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

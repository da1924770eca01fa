package org.golivecheck.config;

/** A configuration that cannot be obeyed. The message says where, and what to write. */
public final class ConfigurationFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;

  ConfigurationFormatException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}

package org.golivecheck.config;

/** A mistake in the configuration. The message says where it is, and what to write. */
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

package org.golivecheck.cli.option;

/** A file that says how to run and cannot be obeyed. The message names file and line. */
public final class ConfigurationException extends UsageException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }
}

package org.golivecheck.cli;

/** A file that says how to run and cannot be obeyed. The message names file and line. */
final class ConfigurationException extends UsageException {
  private static final long serialVersionUID = 1L;

  ConfigurationException(String message) {
    super(message);
  }
}

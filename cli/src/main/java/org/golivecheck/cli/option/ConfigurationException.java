package org.golivecheck.cli.option;

/** A mistake in a file that a run depends on. The message names the file and the line. */
public final class ConfigurationException extends UsageException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }
}

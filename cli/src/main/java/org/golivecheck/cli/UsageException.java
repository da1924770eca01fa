package org.golivecheck.cli;

/** A command line that cannot be obeyed. The message says what is wrong and what to write. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}

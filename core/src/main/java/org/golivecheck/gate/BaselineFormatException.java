package org.golivecheck.gate;

/**
 * Thrown if a file is not a baseline. The message names the line and says what is expected there.
 */
public final class BaselineFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  BaselineFormatException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }
}

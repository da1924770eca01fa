package org.golivecheck.render;

/**
 * Thrown when a file is not a saved report. The message names the place in the file and says what
 * is expected there.
 */
public final class ReportFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  ReportFormatException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }
}

package org.golivecheck.render;

/**
 * A file that is no saved report. The message names the place in it and says what belongs there.
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

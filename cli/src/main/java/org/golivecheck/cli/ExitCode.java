package org.golivecheck.cli;

/** How a run ended. Scripts rely on the numbers; a higher number wins over a lower one. */
enum ExitCode {
  /** The verdict is PASS and nothing was found at or above {@code --fail-on}. */
  PASS(0, "PASS, and nothing found at or above --fail-on"),
  /** The verdict is FAIL, or something was found at or above {@code --fail-on}. */
  FAIL(1, "FAIL, or findings at or above --fail-on"),
  /** The command line is wrong; nothing was read. */
  USAGE(2, "usage error"),
  /**
   * No verdict: an input is missing or unreadable, nothing was read, a report could not be written,
   * or golive-check itself failed.
   */
  NO_VERDICT(3, "no verdict: input missing or unreadable, nothing read, report not written");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Returns the number that the process exits with. */
  int code() {
    return code;
  }

  /** Returns what the code means, for {@code --help}. */
  String meaning() {
    return meaning;
  }

  /** Returns the worse of two. */
  ExitCode or(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

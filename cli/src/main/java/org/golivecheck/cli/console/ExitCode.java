package org.golivecheck.cli.console;

import org.golivecheck.report.GateDecision;

/** How a run ended. Scripts rely on the numbers; a higher number wins over a lower one. */
public enum ExitCode {
  /**
   * The verdict is PASS, or a FAIL all of whose findings are baselined or suppressed, and nothing
   * else was found at or above {@code --fail-on}.
   */
  PASS(0, "PASS or known findings only, and nothing else at or above --fail-on", "done"),
  /** The verdict is FAIL, or something was found at or above {@code --fail-on}. */
  FAIL(1, "FAIL, or findings at or above --fail-on", ""),
  /** The command line or a file that configures the run is wrong; nothing was read. */
  USAGE(2, "usage or configuration error", "usage error"),
  /**
   * No verdict, or one over a part of the calls: an input is missing, unreadable or cut, nothing
   * was read, a report could not be written, or golive-check itself failed.
   */
  NO_VERDICT(
      3,
      "no verdict: input missing or unreadable, nothing read, report not written",
      "input missing or unreadable, nothing read, output not written");

  private final int code;
  private final String meaning;
  private final String meaningWithoutVerdict;

  ExitCode(int code, String meaning, String meaningWithoutVerdict) {
    this.code = code;
    this.meaning = meaning;
    this.meaningWithoutVerdict = meaningWithoutVerdict;
  }

  /** Returns how a run ends whose gate decided so. */
  public static ExitCode of(GateDecision decision) {
    return switch (decision.result()) {
      case PASSED -> PASS;
      case FAILED -> FAIL;
      case UNDECIDED -> NO_VERDICT;
    };
  }

  /** Returns the number that the process exits with. */
  public int code() {
    return code;
  }

  /**
   * Returns what the code means, for {@code --help}.
   *
   * @param judges whether the command reaches a verdict
   * @return the meaning; empty for a code that the command never exits with
   */
  public String meaning(boolean judges) {
    return judges ? meaning : meaningWithoutVerdict;
  }

  /** Returns the worse of two. */
  public ExitCode or(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

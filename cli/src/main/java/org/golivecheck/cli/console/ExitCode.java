package org.golivecheck.cli.console;

import java.util.List;
import org.golivecheck.report.GateDecision;

/**
 * How a run ended. Scripts rely on the numbers; a higher number wins over a lower one, and every
 * one but 0 over that of a program that gate ran.
 *
 * @param code the number that the process exits with
 * @param meaning what it means, for {@code --help}, where a command reaches a verdict
 * @param meaningWithoutVerdict what it means elsewhere; empty for a code that does not occur there
 */
public record ExitCode(int code, String meaning, String meaningWithoutVerdict) {
  /**
   * The verdict is PASS, or a FAIL all of whose findings are baselined or suppressed, and nothing
   * else was found at or above {@code --fail-on}.
   */
  public static final ExitCode PASS =
      new ExitCode(
          0, "PASS or known findings only, and nothing else at or above --fail-on", "done");

  /** The verdict is FAIL, or something was found at or above {@code --fail-on}. */
  public static final ExitCode FAIL =
      new ExitCode(1, "FAIL, or findings at or above --fail-on", "");

  /** The command line or a file that configures the run is wrong; nothing was read. */
  public static final ExitCode USAGE =
      new ExitCode(2, "usage or configuration error", "usage error");

  /**
   * No verdict, or one over a part of the calls: an input is missing, unreadable or cut, nothing
   * was read, a report could not be written, or golive-check itself failed.
   */
  public static final ExitCode NO_VERDICT =
      new ExitCode(
          3,
          "no verdict: input missing or unreadable, nothing read, report not written",
          "input missing or unreadable, nothing read, output not written");

  /** All but those of programs. */
  public static final List<ExitCode> ALL = List.of(PASS, FAIL, USAGE, NO_VERDICT);

  /** Returns how a run ends that passes, in which a program ended so. */
  public static ExitCode ofProgram(int code) {
    return code == 0 ? PASS : new ExitCode(code, "", "");
  }

  /** Returns how a run ends whose gate decided so. */
  public static ExitCode of(GateDecision decision) {
    return switch (decision.result()) {
      case PASSED -> PASS;
      case FAILED -> FAIL;
      case UNDECIDED -> NO_VERDICT;
    };
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
    return rank() >= other.rank() ? this : other;
  }

  private int rank() {
    return ALL.contains(this) ? 2 * code : 1;
  }
}

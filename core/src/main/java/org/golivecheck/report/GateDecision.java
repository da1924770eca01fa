package org.golivecheck.report;

import java.util.List;
import org.golivecheck.report.FindingState.Kind;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;

/**
 * What a build makes of a report; the one place that decides it, for a run and for a saved report
 * alike.
 *
 * @param result whether the build passes
 * @param excused whether the verdict is FAIL, but all that decides it is baselined or suppressed
 * @param open how many findings are neither
 * @param baselined how many findings are baselined
 * @param suppressed how many findings are suppressed
 */
public record GateDecision(
    Result result, boolean excused, long open, long baselined, long suppressed) {
  private static final String NO_VERDICT = "GL-000";

  /** Whether a build passes. */
  public enum Result {
    /** PASS or an excused FAIL, and no open finding that matters. */
    PASSED("passed"),
    /** FAIL, or an open finding that matters. */
    FAILED("failed"),
    /** There is no verdict, or not everything could be read. Nothing excuses that. */
    UNDECIDED("undecided");

    private final String id;

    Result(String id) {
      this.id = id;
    }

    /** Returns the name used in reports. */
    public String id() {
      return id;
    }
  }

  static GateDecision of(GoLiveReport report) {
    boolean excused = report.verdict() == Verdict.FAIL && decidersAreExcused(report);
    return new GateDecision(
        result(report, excused),
        excused,
        count(report, Kind.OPEN),
        count(report, Kind.BASELINED),
        count(report, Kind.SUPPRESSED));
  }

  private static long count(GoLiveReport report, Kind kind) {
    return report.findings().stream().filter(finding -> finding.state().kind() == kind).count();
  }

  /** Returns how many findings are excused. */
  public long known() {
    return baselined + suppressed;
  }

  private static Result result(GoLiveReport report, boolean excused) {
    Gate gate = report.gate();
    if (report.verdict() == Verdict.NO_VERDICT) {
      return gate.allowEmpty() && hasNoEntries(report) ? Result.PASSED : Result.UNDECIDED;
    }
    if (isIncomplete(report)) {
      // It fails by what was read; what was not read leaves the gate open all the same.
      return Result.UNDECIDED;
    }
    if (gate.failOn() == FailOn.NEVER) {
      return Result.PASSED;
    }
    boolean fails = report.verdict() == Verdict.FAIL && !excused;
    for (Finding finding : report.findings()) {
      fails |= !finding.state().excused() && gate.failOn().includes(finding.severity());
    }
    return fails ? Result.FAILED : Result.PASSED;
  }

  /**
   * Findings of severity error decide the verdict. A reason without such a finding is not excused.
   */
  private static boolean decidersAreExcused(GoLiveReport report) {
    for (Finding finding : report.findings()) {
      if (decides(finding) && !finding.state().excused()) {
        return false;
      }
    }
    for (Reason reason : report.reasons()) {
      if (!reason.rule().equals(NO_VERDICT) && !isCarried(reason, report.findings())) {
        return false;
      }
    }
    return !report.reasons().isEmpty();
  }

  private static boolean isCarried(Reason reason, List<Finding> findings) {
    for (Finding finding : findings) {
      if (decides(finding) && carries(finding.rule(), reason.rule())) {
        return true;
      }
    }
    return false;
  }

  /** An error in the window, GL-002, is reported by the finding of its class. */
  private static boolean carries(String rule, String reason) {
    return reason.equals("GL-002") ? rule.startsWith("ER-") : rule.equals(reason);
  }

  private static boolean decides(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }

  private static boolean isIncomplete(GoLiveReport report) {
    boolean said = hasIncompleteInput(report);
    for (Reason reason : report.reasons()) {
      said |= reason.rule().equals(NO_VERDICT);
    }
    return said;
  }

  private static boolean hasIncompleteInput(GoLiveReport report) {
    for (Problem problem : report.problems()) {
      if (problem.isIncomplete()) {
        return true;
      }
    }
    return false;
  }

  /** Nothing was there, rather than nothing readable. */
  private static boolean hasNoEntries(GoLiveReport report) {
    boolean none = !hasIncompleteInput(report);
    for (Input input : report.inputs()) {
      none &= input.entries() == 0;
    }
    return none;
  }
}

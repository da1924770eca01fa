package org.golivecheck.rule.check;

import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.Words;

/**
 * Takes the findings of one rule and keeps the most important of them, so that a log of a million
 * polled envelopes makes no report of a million findings. The others are summed in one.
 */
public final class FindingSink {
  /** How many findings of one rule are reported one by one. */
  public static final int MAX_FINDINGS = 1_000;

  /**
   * A finding that may be made.
   *
   * @param turn its place among the findings of the rule: the earlier of two equal ones stays
   */
  private record Candidate(Severity severity, long count, long turn, Supplier<Finding> finding)
      implements Comparable<Candidate> {

    /** Orders the least important first. */
    @Override
    public int compareTo(Candidate other) {
      int order = severity.compareTo(other.severity);
      order = order != 0 ? order : Long.compare(count, other.count);
      return order != 0 ? order : Long.compare(other.turn, turn);
    }
  }

  private final ReviewContext context;
  private final RuleInfo rule;
  private final PriorityQueue<Candidate> kept = new PriorityQueue<>();
  private Severity severityOfRest = Severity.INFO;
  private long callsOfRest;
  private long turns;

  FindingSink(ReviewContext context, RuleInfo rule) {
    this.context = context;
    this.rule = rule;
  }

  /** Takes one finding. */
  void add(Finding finding) {
    add(finding.severity(), finding.count(), () -> finding);
  }

  /**
   * Takes one finding of many, made only if it is kept.
   *
   * @param severity its severity
   * @param count how many calls it stands for
   * @param finding makes it
   */
  void add(Severity severity, long count, Supplier<Finding> finding) {
    kept.add(new Candidate(severity, count, turns++, finding));
    if (kept.size() > MAX_FINDINGS) {
      Candidate least = kept.remove();
      callsOfRest += least.count();
      if (least.severity().compareTo(severityOfRest) > 0) {
        severityOfRest = least.severity();
      }
    }
  }

  /** Hands on what was kept, in no particular order. */
  void handOn(Consumer<Finding> out) {
    long more = turns - kept.size();
    for (Candidate candidate : kept) {
      out.accept(candidate.finding().get());
    }
    if (more > 0) {
      String message =
          "And "
              + Words.number(more)
              + " more of the kind, counting "
              + Words.calls(callsOfRest)
              + " in all.";
      out.accept(
          new FindingDraft(context, rule).severity(severityOfRest).build(message, callsOfRest));
    }
  }
}

package org.golivecheck.render.words;

import static org.golivecheck.text.Words.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.golivecheck.report.Finding;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.Gate.BaselineUse;
import org.golivecheck.report.Gate.EntryUse;
import org.golivecheck.report.Gate.SuppressionUse;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** What reports for people say about the baseline and suppressions, if there are any. */
public final class GateText {
  private static final int MAX_ENTRIES = 10;

  private GateText() {}

  /** Returns whether anything can be excused at all. */
  public static boolean speak(GoLiveReport report) {
    return report.gate().baseline() != null || !report.gate().suppressions().isEmpty();
  }

  /** Returns the decision of the gate as a sentence. */
  public static String headline(GoLiveReport report) {
    GateDecision decision = report.decision();
    String known = known(decision);
    if (decision.excused()) {
      return "All that fails the review is known ("
          + known
          + ")"
          + switch (decision.result()) {
            case PASSED -> ": the gate passes, the verdict stays FAIL.";
            case FAILED ->
                ", but there are open findings at or above " + report.gate().failOn().id() + ".";
            case UNDECIDED -> ", but not everything could be read.";
          };
    }
    String result =
        switch (decision.result()) {
          case PASSED -> "The gate passes: ";
          case FAILED -> "The gate fails: ";
          case UNDECIDED -> "The gate cannot decide: ";
        };
    return result
        + count(decision.open(), "open finding", "open findings")
        + (known.isEmpty() ? ", none known." : ", " + known + ".");
  }

  /** Returns how many findings are excused, such as {@code 2 baselined, 1 suppressed}. */
  public static String known(GateDecision decision) {
    List<String> parts = new ArrayList<>(2);
    if (decision.baselined() > 0) {
      parts.add(Words.number(decision.baselined()) + " baselined");
    }
    if (decision.suppressed() > 0) {
      parts.add(Words.number(decision.suppressed()) + " suppressed");
    }
    return String.join(", ", parts);
  }

  /**
   * Returns the use of baseline and suppressions, one per line. Long lists are cut, with a count.
   */
  public static List<String> details(GoLiveReport report) {
    List<String> lines = new ArrayList<>();
    BaselineUse baseline = report.gate().baseline();
    if (baseline != null) {
      lines.add(
          "Baseline "
              + baseline.file()
              + ": "
              + count(baseline.entries(), "entry", "entries")
              + ", "
              + baseline.stale().size()
              + " stale, "
              + baseline.expired().size()
              + " expired.");
      addEntries(lines, baseline.expired(), "Expired");
      addEntries(lines, baseline.stale(), "Stale");
    }
    for (SuppressionUse suppression : report.gate().suppressions()) {
      lines.add(suppression(suppression));
    }
    return lines;
  }

  private static void addEntries(List<String> lines, List<EntryUse> entries, String kind) {
    int shown = Math.min(entries.size(), MAX_ENTRIES);
    for (EntryUse entry : entries.subList(0, shown)) {
      String what =
          kind.equals("Stale")
              ? "not seen any more; --update-baseline drops it"
              : "last day " + entry.until() + ", seen " + entry.seen() + " of " + entry.maxCount();
      lines.add(kind + ": " + entry.fingerprint() + ", " + what + reason(entry.reason()));
    }
    if (shown < entries.size()) {
      lines.add("... and " + (entries.size() - shown) + " more " + kind.toLowerCase(Locale.ROOT));
    }
  }

  private static String suppression(SuppressionUse use) {
    List<String> asked = new ArrayList<>(4);
    addIfPresent(asked, "rule ", use.rule());
    addIfPresent(asked, "code ", use.errorCode());
    addIfPresent(asked, "resource ", use.resource());
    addIfPresent(asked, "operation ", use.operation());
    String findings = count(use.findings(), "finding", "findings");
    String state =
        use.expired()
            ? "expired on " + use.until() + ", would match " + findings
            : use.findings() == 0 ? "matches nothing" : findings + until(use.until());
    return "Suppression of " + String.join(", ", asked) + ": " + state + reason(use.reason());
  }

  private static void addIfPresent(List<String> asked, String name, @Nullable CharSequence value) {
    if (value != null) {
      asked.add(name + value);
    }
  }

  /**
   * Returns by what a finding is excused, or why the baseline does not excuse it. Empty if there is
   * nothing to say.
   */
  public static String remark(Finding finding) {
    FindingState state = finding.state();
    if (state.excused()) {
      return state.kind().id() + until(state.until()) + reason(state.reason());
    }
    if (state.expired()) {
      return "expired in the baseline on " + state.until() + reason(state.reason());
    }
    return state.known() == 0
        ? ""
        : "more than the " + state.known() + " of the baseline" + reason(state.reason());
  }

  private static String until(@Nullable LocalDate day) {
    return day == null ? "" : " until " + day;
  }

  private static String reason(@Nullable CharSequence reason) {
    return reason == null ? "" : ": " + reason;
  }

  /** Returns the findings that are open, or those that are excused, in their order. */
  public static List<Finding> findings(GoLiveReport report, boolean excused) {
    return report.findings().stream()
        .filter(finding -> finding.state().excused() == excused)
        .toList();
  }
}

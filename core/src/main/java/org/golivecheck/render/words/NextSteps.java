package org.golivecheck.render.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.golivecheck.call.Exclusion;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.NextStep;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** Says who must do what, in order, so that the calls pass. */
public final class NextSteps {
  /** Whoever runs the integration. */
  private static final String DEVELOPER = "integration-developer";

  private static final int MOST = 10;

  /** A first sentence of so many characters says enough. */
  private static final int LONG = 100;

  private NextSteps() {}

  /** Returns the steps, the first one first; empty if there is nothing to do. */
  public static List<NextStep> of(GoLiveReport report) {
    if (report.passes()) {
      return report.next();
    }
    if (report.verdict() == Verdict.NO_VERDICT) {
      return unanswered(report).orElseGet(() -> List.of(developer(wayToVerdict(report))));
    }
    List<NextStep> steps = fixes(report);
    if (steps.size() > MOST) {
      int more = steps.size() - MOST;
      steps = new ArrayList<>(steps.subList(0, MOST));
      steps.add(
          developer("See the findings for " + Words.count(more, "more step", "more steps") + "."));
    }
    String last = wayToPass(report, !steps.isEmpty());
    if (!last.isEmpty()) {
      steps.add(developer(last));
    }
    return steps;
  }

  /** Returns the first step for a part of the run, or null if it passes. */
  public static @Nullable NextStep first(GoLiveReport report, PartVerdict part) {
    List<Finding> own =
        report.findings().stream()
            .filter(finding -> part.name().equals(finding.part()))
            .map(finding -> finding.toBuilder().part(null).build())
            .toList();
    return of(
            report.toBuilder()
                .verdict(part.verdict())
                .findings(own)
                .parts(null, List.of())
                .next(List.of())
                .build())
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** Returns who mends what keeps requests from getting a response, if that is all there is. */
  private static Optional<List<NextStep>> unanswered(GoLiveReport report) {
    Calls calls = report.calls();
    boolean alone = calls.total() == 0 && calls.unanswered() > 0 && report.problems().isEmpty();
    List<NextStep> steps =
        report.findings().stream()
            .filter(finding -> alone && finding.rule().equals("NR-001"))
            .map(finding -> new NextStep(finding.actor(), step(report, finding)))
            .distinct()
            .limit(MOST)
            .toList();
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps);
  }

  private static NextStep developer(String text) {
    return new NextStep(DEVELOPER, text);
  }

  /** Returns what each person has to mend; the developer, who makes the calls again, comes last. */
  private static List<NextStep> fixes(GoLiveReport report) {
    Map<NextStep, Boolean> steps = new LinkedHashMap<>();
    for (boolean developer : new boolean[] {false, true}) {
      for (List<Finding> group : Audience.groups(report.findings())) {
        for (Finding finding : group) {
          if (finding.actor().equals(DEVELOPER) == developer && isToMend(finding)) {
            steps.put(new NextStep(finding.actor(), step(report, finding)), true);
          }
        }
      }
    }
    return new ArrayList<>(steps.keySet());
  }

  private static boolean isToMend(Finding finding) {
    return finding.severity() == Severity.ERROR
        && !finding.state().excused()
        && !finding.rule().equals("GL-001");
  }

  /** Returns the beginning of the remedy, with the part and the error code that it is for. */
  private static String step(GoLiveReport report, Finding finding) {
    String remedy = finding.remedy();
    int first = remedy.indexOf(". ");
    int end = first < 0 || first > LONG ? first : remedy.indexOf(". ", first + 1);
    String text = end < 0 ? remedy : remedy.substring(0, end + 1);
    if (finding.errorCode() != null) {
      text += " (" + finding.errorCode() + ")";
    }
    return finding.part() == null ? text : kind(report) + " " + finding.part() + ": " + text;
  }

  private static String kind(GoLiveReport report) {
    PartKind each = report.each();
    return each == null || each == PartKind.KEY ? "Integration key" : Words.capitalised(each.id());
  }

  private static String wayToVerdict(GoLiveReport report) {
    Calls calls = report.calls();
    if (calls.total() > 0 && calls.countable() == 0) {
      String log = "Give a log that contains eSignature REST calls of the integration.";
      return calls.excluded().getOrDefault(Exclusion.OTHER_HOST.id(), 0L) == 0
          ? log
          : log + " If they go through your own gateway, name its host: --gateway-host HOST.";
    }
    if (calls.total() == 0 && calls.filtered() > 0) {
      return "The filters leave no call; widen them.";
    }
    return report.problems().isEmpty()
        ? "Give a log that contains API calls, such as DocuSign's request log."
        : "See what was not read and why; then check the log again, in full.";
  }

  /** Returns what to do once everything is mended. */
  private static String wayToPass(GoLiveReport report, boolean mended) {
    int needed = report.window().cleanCallsNeeded();
    if (report.calls().countableEnvironments().isProductionAlone()) {
      return mended
          ? "Check a log that begins later, once this is mended."
          : "Check a log with more calls.";
    }
    if (report.profile() == Profile.STRICT && (needed == 0 || mended)) {
      return "Check a log that begins later, once this is mended. More clean calls do not help: the"
          + " strict profile fails on any error or breach, however old, for as long as it is in the"
          + " log.";
    }
    if (report.profile() == Profile.CURRENT) {
      return "Check a log that begins later, once this is mended. The current profile fails on any"
          + " polling breach, however old, for as long as it is in the log.";
    }
    if (needed == 0) {
      return mended ? "Check a new log, once this is mended." : "";
    }
    return (mended ? "Once this is mended, make " : "Make ")
        + Words.count(needed, "more clean call", "more clean calls")
        + (mended ? ", and check again" : ", then submit")
        + ". A clean call succeeds, counts for the review and polls nothing.";
  }
}

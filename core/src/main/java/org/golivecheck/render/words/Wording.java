package org.golivecheck.render.words;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.golivecheck.call.Exclusion;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.Words;

/** The sentences that the reports for people share. */
public final class Wording {
  /** The note that accompanies every verdict. */
  public static final String DISCLAIMER = "Predicted from the calls in the log; DocuSign decides.";

  private Wording() {}

  /** Returns the prediction as a sentence that names the profile. */
  public static String prediction(GoLiveReport report) {
    Profile profile = report.profile();
    Verdict verdict = report.verdict();
    if (verdict == Verdict.NO_VERDICT) {
      return profile.id() + " profile: the log allows no prediction.";
    }
    if (report.calls().countableEnvironments().isProductionAlone()) {
      return profile.id()
          + " profile: all countable calls went to production; they "
          + (verdict == Verdict.PASS ? "keep" : "do not keep")
          + " the rules.";
    }
    String result = verdict == Verdict.PASS ? "pass" : "fail";
    return profile == Profile.STRICT
        ? "strict profile, the whole log must be clean: these calls would likely " + result + "."
        : profile.id() + " profile: these calls would likely " + result + " the Go-Live review.";
  }

  /** Returns what to do next, one paragraph per step. */
  public static List<String> nextSteps(GoLiveReport report) {
    if (report.verdict() == Verdict.NO_VERDICT) {
      return List.of(wayToVerdict(report));
    }
    return report.passes() ? report.next() : waysToPass(report);
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

  private static List<String> waysToPass(GoLiveReport report) {
    int needed = report.window().cleanCallsNeeded();
    if (report.calls().countableEnvironments().isProductionAlone()) {
      return List.of(
          lastingErrors(report)
              ? "Fix what the findings of severity error name, then check a log that begins later."
              : "Check a log with more calls.");
    }
    if (report.profile() == Profile.STRICT && (needed == 0 || lastingErrors(report))) {
      return List.of(
          "More clean calls do not help: the strict profile fails on any error or breach, however"
              + " old, for as long as it is in the log. Once it is fixed, check a log that begins"
              + " later.");
    }
    if (report.profile() == Profile.CURRENT) {
      return List.of(
          "The current profile fails on any polling breach, however old, for as long as it is in"
              + " the log. Once it is fixed, check a log that begins later.");
    }
    return needed == 0
        ? List.of()
        : List.of(
            "Make "
                + Words.count(needed, "more clean call", "more clean calls")
                + ", then submit. A clean call succeeds, counts for the review and polls"
                + " nothing.");
  }

  /** Returns whether the log fails for another reason than too few calls. */
  private static boolean lastingErrors(GoLiveReport report) {
    return report.findings().stream()
        .anyMatch(
            finding -> finding.severity() == Severity.ERROR && !finding.rule().equals("GL-001"));
  }

  /**
   * Returns the verdicts of integration keys to report. Empty if the overall verdict is sufficient.
   */
  public static List<KeyVerdict> keys(GoLiveReport report) {
    return report.keys().size() > 1 && report.each() == null ? report.keys() : List.of();
  }

  /** Returns the name of an integration key for people. */
  public static CharSequence name(KeyVerdict key) {
    return key.key() == null ? "no key shown" : key.key();
  }

  /** Returns sentences on the calls of a key and why it does not pass. */
  public static String key(KeyVerdict key, GoLiveReport report) {
    StringBuilder text = new StringBuilder();
    text.append(Words.count(key.countable(), "countable call", "countable calls")).append('.');
    for (Reason reason : key.reasons()) {
      text.append(' ').append(reason.message());
    }
    int needed = key.window().cleanCallsNeeded();
    boolean reviewed = !report.calls().countableEnvironments().isProductionAlone();
    if (reviewed && key.verdict() == Verdict.FAIL && needed > 0) {
      text.append(" Needs ").append(Words.count(needed, "more clean call.", "more clean calls."));
    }
    return text.toString();
  }

  /** Returns the verdicts of the parts of the run, the worst first. */
  public static List<PartVerdict> parts(GoLiveReport report) {
    List<PartVerdict> parts = new ArrayList<>(report.parts());
    parts.sort((a, b) -> Integer.compare(rank(a.verdict()), rank(b.verdict())));
    return parts;
  }

  private static int rank(Verdict verdict) {
    return verdict == Verdict.FAIL ? 0 : verdict == Verdict.NO_VERDICT ? 1 : 2;
  }

  /** Returns how many parts have each verdict, such as {@code 3 accounts: 1 FAIL, 2 PASS}. */
  public static String partsHeading(GoLiveReport report) {
    PartKind kind = requireNonNull(report.each(), "the report has no parts");
    int size = report.parts().size();
    String name =
        size == 1 ? (kind == PartKind.KEY ? "integration key" : kind.id()) : kind.plural();
    return Words.number(size) + " " + name + ": " + counts(report.parts());
  }

  /** Returns how many parts have each verdict, the worst first. */
  public static String counts(List<PartVerdict> parts) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    parts.forEach(part -> counts.merge(part.verdict(), 1L, Long::sum));
    return counts.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> rank(entry.getKey())))
        .map(entry -> Words.number(entry.getValue()) + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  /** Returns the name of a part for people. */
  public static CharSequence name(PartVerdict part) {
    return part.name().toString().equals("-") ? "standard input" : part.name();
  }

  /** Returns how many calls a part has, and its first reason. */
  public static String part(PartVerdict part) {
    return calls(part) + (part.reasons().isEmpty() ? "" : ". " + reason(part));
  }

  /** Returns how many calls of a part count. */
  public static String calls(PartVerdict part) {
    return Words.number(part.countable()) + " of " + Words.calls(part.total()) + " countable";
  }

  /** Returns the first reason of a part; empty if it passes. */
  public static String reason(PartVerdict part) {
    int more = part.reasons().size() - 1;
    return part.reasons().isEmpty()
        ? ""
        : part.reasons().get(0).message()
            + (more == 0 ? "" : " And " + Words.count(more, "more reason.", "more reasons."));
  }

  /** Returns what the window contains, such as {@code the newest 20 countable calls}. */
  public static String windowSize(Window window) {
    int size = window.calls().size();
    return size < window.required()
        ? size + " of the " + window.required() + " countable calls that a review examines"
        : "the newest " + size + " countable calls";
  }

  /** Returns how many findings there are of each severity; empty if there are none. */
  public static String summary(List<Finding> findings) {
    List<String> counts = new ArrayList<>();
    addCount(counts, count(findings, Severity.ERROR), "error", "errors");
    addCount(counts, count(findings, Severity.WARNING), "warning", "warnings");
    addCount(counts, count(findings, Severity.INFO), "hint", "hints");
    return String.join(", ", counts);
  }

  /** Returns how many polling breaches many findings add up to; empty for few. */
  public static String breaches(List<Finding> findings) {
    List<Finding> polling =
        findings.stream()
            .filter(finding -> finding.rule().equals("PL-001") || finding.rule().equals("PL-003"))
            .toList();
    if (polling.size() < 2) {
      return "";
    }
    long resources = FindingGroup.of(polling).stream().mapToLong(FindingGroup::total).sum();
    long breaches = polling.stream().mapToLong(Finding::count).sum();
    return Words.number(breaches)
        + " polling breaches on "
        + Words.count(resources, "resource", "resources")
        + " in all.";
  }

  private static void addCount(List<String> counts, long count, String one, String many) {
    if (count > 0) {
      counts.add(Words.count(count, one, many));
    }
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Returns how many calls were read, how many count and how many failed. */
  public static String calls(Calls calls) {
    return Words.number(calls.total())
        + " read, "
        + Words.number(calls.countable())
        + " countable, "
        + Words.number(calls.failed())
        + " failed";
  }

  /** Returns the number of calls per environment. Empty if there is none to production. */
  public static String environments(Calls calls) {
    EnvironmentCounts counts = calls.environments();
    if (counts.production() == 0) {
      return "";
    }
    return Words.number(counts.production())
        + " production"
        + (counts.demo() > 0 ? ", " + Words.number(counts.demo()) + " demo" : "")
        + (counts.unknown() > 0 ? ", " + Words.number(counts.unknown()) + " unknown" : "");
  }

  /** Returns how many calls do not count, by reason; empty if there are none. */
  public static String excluded(Calls calls) {
    List<String> excluded = new ArrayList<>();
    for (Exclusion reason : Exclusion.values()) {
      long count = calls.excluded().getOrDefault(reason.id(), 0L);
      if (count > 0) {
        excluded.add(Words.number(count) + " " + reason.id());
      }
    }
    return String.join(", ", excluded);
  }

  /** Returns what was read from an input, without its name. */
  public static String input(Input input) {
    return "("
        + input.format()
        + "): "
        + Words.count(input.entries(), "entry", "entries")
        + ", "
        + Words.count(input.calls(), "call", "calls")
        + (input.skipped() > 0 ? ", " + Words.number(input.skipped()) + " skipped" : "");
  }

  /** Returns the name of an input for people. */
  public static CharSequence name(Input input) {
    return input.name().toString().equals("-") ? "standard input" : input.name();
  }

  /** Returns the total number of problems. */
  public static long total(List<Problem> problems) {
    return problems.stream().mapToLong(Problem::count).sum();
  }

  /** Returns the place of a problem. */
  public static String place(Problem problem) {
    if (problem.line() > 0) {
      return problem.source() + ", line " + problem.line();
    }
    return problem.source() + (problem.offset() < 0 ? "" : ", byte " + problem.offset());
  }

  /** Returns what is wrong, and how many more problems of the kind there are. */
  public static String message(Problem problem) {
    long others = problem.count() - 1;
    return problem.message()
        + (others > 0 ? " (and " + Words.number(others) + " more of this kind)" : "");
  }
}

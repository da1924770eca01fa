package org.golivecheck.render.words;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.golivecheck.call.Exclusion;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.NextStep;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.ProfileVerdict;
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
    String by = profile.id() + " profile";
    if (verdict == Verdict.NO_VERDICT) {
      return by + ": the log allows no prediction.";
    }
    if (report.calls().countableEnvironments().isProductionAlone()) {
      return by
          + ": all calls that count went to production; they "
          + (verdict == Verdict.PASS ? "keep" : "do not keep")
          + " the rules.";
    }
    String result = ": these calls would likely " + (verdict == Verdict.PASS ? "pass" : "fail");
    return switch (profile) {
      case CLASSIC -> by + result + " the review of the newest 20 calls.";
      case CURRENT -> by + result + " by the rules since October 2025.";
      case STRICT -> by + ", the whole log must be clean" + result + ".";
    };
  }

  /** Returns the verdict by each rule set that was not chosen, as sentences; empty if unknown. */
  public static String otherProfiles(GoLiveReport report) {
    return otherProfiles(report.profiles(), report.profile());
  }

  /** Returns what follows the first reason of a part: its other verdict, and who must do what. */
  public static String partRest(GoLiveReport report, PartVerdict part) {
    NextStep step = NextSteps.first(report, part);
    String others = otherProfiles(part.profiles(), report.profile());
    return others + (step == null ? "" : (others.isEmpty() ? "" : " ") + step(step));
  }

  private static String otherProfiles(List<ProfileVerdict> verdicts, Profile chosen) {
    StringBuilder text = new StringBuilder();
    for (ProfileVerdict other : verdicts) {
      if (other.name() != chosen) {
        text.append(text.isEmpty() ? "" : " ").append(other.verdict());
        text.append(
            other.name() == Profile.CLASSIC
                ? " by the review until October 2025 (classic profile)."
                : " by the rules since October 2025, which count no calls (current profile).");
      }
    }
    return text.toString();
  }

  /** Returns a step as a sentence that begins with who does it. */
  public static String step(NextStep step) {
    return Words.capitalised(Audience.name(step.who())) + ": " + step.text();
  }

  /** Returns the prediction, and in the next line the verdicts by the other rule sets. */
  public static String head(GoLiveReport report) {
    String others = otherProfiles(report);
    return prediction(report) + (others.isEmpty() ? "" : "\n" + others);
  }

  /** Returns what to do next, one paragraph per step, numbered if there are several. */
  public static List<String> nextSteps(GoLiveReport report) {
    List<String> steps = NextSteps.of(report).stream().map(Wording::step).toList();
    return steps.size() < 2
        ? steps
        : IntStream.range(0, steps.size()).mapToObj(i -> i + 1 + ". " + steps.get(i)).toList();
  }

  /** Returns the line that leads to the recipe of a finding, or an empty text. */
  public static String how(Finding finding) {
    return finding.recipe() == null ? "" : "golive-check explain " + finding.recipe();
  }

  /** Returns when to repeat a call, in words. */
  public static String retry(String value) {
    return value.replace('-', ' ');
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

  /** Returns how many requests got no response. */
  public static String unanswered(Calls calls) {
    return Words.count(calls.unanswered(), "request", "requests") + ", not calls";
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

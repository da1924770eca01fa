package org.golivecheck.rule.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.KeyWindow;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.RuleInfo.Scope;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.check.Checks;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The reviews of a log that shows integration keys: the review looks at one key at a time, so calls
 * of one key neither fill the window of another nor poll for it.
 */
final class PartReviews {
  /** No key is known. */
  static final PartReviews NONE = new PartReviews(List.of(), List.of(), null);

  /** Sorts calls whose key is not known last. */
  private static final Comparator<String> BY_KEY =
      Comparator.nullsLast(Comparator.<String>naturalOrder());

  /** The calls of one key, or of none. */
  private record Part(@Nullable String key, ReviewContext context, Judgement judgement) {

    static Part of(@Nullable String key, ReviewContext context) {
      return new Part(key, context, Judgement.of(context));
    }

    boolean judged() {
      return context.countable() > 0;
    }

    KeyVerdict verdict(Verdict verdict, List<Reason> reasons) {
      return new KeyVerdict(
          context.redactor().redactNullable(key),
          verdict,
          reasons,
          new KeyWindow(context.required(), context.window().size(), context.cleanCallsNeeded()),
          context.countable(),
          context.timeline().size());
    }

    Reason reason(String rule, String message) {
      return new Reason(rule, context.redactor().redact(message));
    }
  }

  private final List<Part> parts;
  private final List<Finding> findings;
  private final @Nullable Part worst;

  private PartReviews(List<Part> parts, List<Finding> findings, @Nullable Part worst) {
    this.parts = parts;
    this.findings = findings;
    this.worst = worst;
  }

  /** Judges the calls of the key that the user chose. */
  static PartReviews ofChosen(String key, ReviewContext context) {
    return new PartReviews(
        List.of(Part.of(key.toLowerCase(Locale.ROOT), context)), List.of(), null);
  }

  /**
   * Judges each key by itself.
   *
   * @param timeline calls of which some show a key
   * @param contexts makes what rules ask of a part of them, given the part and what ends the
   *     messages of its findings
   */
  static PartReviews of(Timeline timeline, BiFunction<Timeline, String, ReviewContext> contexts) {
    Map<String, Integer> keys = new TreeMap<>(BY_KEY);
    for (int i = 0; i < timeline.size(); i++) {
      keys.merge(timeline.key(i), 1, Integer::sum);
    }
    if (keys.size() == 1) {
      return new PartReviews(
          List.of(Part.of(keys.keySet().iterator().next(), contexts.apply(timeline, ""))),
          List.of(),
          null);
    }
    List<Part> parts = new ArrayList<>();
    for (String key : keys.keySet()) {
      Timeline part = timeline.part(i -> Objects.equals(timeline.key(i), key));
      parts.add(Part.of(key, contexts.apply(part, " (Calls " + words(key) + ".)")));
    }
    List<Part> judged = parts.stream().filter(Part::judged).toList();
    if (judged.size() < 2) {
      return new PartReviews(parts, List.of(), null);
    }
    List<Finding> findings = new ArrayList<>();
    for (Part part : parts) {
      List<Scope> scopes =
          part.judged() ? List.of(Scope.INTEGRATION, Scope.REVIEW) : List.of(Scope.INTEGRATION);
      for (Scope scope : scopes) {
        Checks.run(Rules.of(scope), part.context(), findings::add);
      }
    }
    return new PartReviews(parts, findings, worst(judged));
  }

  private static String words(@Nullable String key) {
    return key == null
        ? "without an integration key"
        : "of integration key " + key.substring(0, Math.min(8, key.length()));
  }

  /** Returns the part that stands most against passing; among equals that of the first key. */
  private static Part worst(List<Part> parts) {
    Part worst = parts.get(0);
    for (Part part : parts) {
      if (rank(part) > rank(worst)) {
        worst = part;
      }
    }
    return worst;
  }

  private static int rank(Part part) {
    int needed = part.context().cleanCallsNeeded();
    int weight = Thresholds.MAX_WINDOW_SIZE + 1;
    return switch (part.judgement().verdict()) {
      case FAIL -> 2 * weight + needed;
      case NO_VERDICT -> weight + needed;
      case PASS -> needed;
    };
  }

  /** Returns whether calls of several keys count, so that each is judged by itself. */
  boolean several() {
    return worst != null;
  }

  /** Returns what the verdict of the run rests on, where there are several keys. */
  ReviewContext worst() {
    return Objects.requireNonNull(worst, "there are not several keys").context();
  }

  /** Returns why that key does not pass. */
  List<Reason> worstReasons() {
    Part part = Objects.requireNonNull(worst, "there are not several keys");
    String calls = "Calls " + words(part.key()) + ": ";
    return part.judgement().reasons().stream()
        .map(reason -> part.reason(reason.rule(), calls + reason.message()))
        .toList();
  }

  /** Returns what the rules find that judge an integration, of each key. */
  List<Finding> findings() {
    return findings;
  }

  /**
   * Returns a verdict for each key, those of no known key last.
   *
   * @param run what is said of the run
   */
  List<KeyVerdict> list(Judgement run) {
    List<KeyVerdict> list = new ArrayList<>();
    boolean any = parts.stream().anyMatch(Part::judged);
    for (Part part : parts) {
      if (part.judged()) {
        // One key alone answers for calls that show none and do not count.
        Judgement own = several() ? part.judgement() : run;
        list.add(part.verdict(own.verdict(), own.reasons()));
      } else if (part.key() != null) {
        list.add(
            any
                ? part.verdict(
                    Verdict.NO_VERDICT,
                    List.of(part.reason("GL-000", "No call made with it counts for the review.")))
                : part.verdict(run.verdict(), run.reasons()));
      }
    }
    return list;
  }
}

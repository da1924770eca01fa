package org.golivecheck.rule.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.KeyWindow;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.RuleInfo.Scope;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.check.Checks;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The reviews of calls that show integration keys: the review looks at one key at a time, so calls
 * of one key neither fill the window of another nor poll for it.
 */
final class KeyReviews {
  /** No key is known. */
  static final KeyReviews NONE = new KeyReviews(List.of(), null);

  /** Sorts calls whose key is not known last. */
  private static final Comparator<String> BY_KEY =
      Comparator.nullsLast(Comparator.<String>naturalOrder());

  /** The calls of one key, or of none. */
  private record Part(@Nullable String key, ReviewContext context, Judgement judgement) {

    static Part of(@Nullable String key, ReviewContext context) {
      return new Part(key, context, Judgement.of(context));
    }

    Part by(Profile profile) {
      return profile == context.profile() ? this : of(key, context.by(profile));
    }

    int rank() {
      return judgement.rank(context.cleanCallsNeeded());
    }

    boolean judged() {
      return context.countable() > 0;
    }

    KeyVerdict verdict(Verdict verdict, List<Reason> reasons) {
      return new ReportData.KeyVerdict(
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
  private final @Nullable Part worst;

  private KeyReviews(List<Part> parts, @Nullable Part worst) {
    this.parts = parts;
    this.worst = worst;
  }

  /** Judges the calls of the key that the user chose. */
  static KeyReviews ofChosen(String key, ReviewContext context) {
    return new KeyReviews(List.of(Part.of(key.toLowerCase(Locale.ROOT), context)), null);
  }

  /**
   * Judges each key by itself.
   *
   * @param whole calls, some of which show a key
   * @param contexts makes what rules ask of a part of them, given the part and the key of its calls
   */
  static KeyReviews of(
      ReviewContext whole, BiFunction<Timeline, @Nullable String, ReviewContext> contexts) {
    Timeline timeline = whole.timeline();
    Map<String, IntStream.Builder> keys = new TreeMap<>(BY_KEY);
    for (int i = 0; i < timeline.size(); i++) {
      keys.computeIfAbsent(timeline.key(i), key -> IntStream.builder()).add(i);
    }
    if (keys.size() == 1) {
      return new KeyReviews(List.of(Part.of(keys.keySet().iterator().next(), whole)), null);
    }
    List<Part> parts = new ArrayList<>();
    keys.forEach(
        (key, positions) -> {
          Timeline part = timeline.part(positions.build().toArray());
          parts.add(Part.of(key, contexts.apply(part, key)));
        });
    List<Part> judged = parts.stream().filter(Part::judged).toList();
    if (judged.size() < 2) {
      return new KeyReviews(parts, null);
    }
    return new KeyReviews(parts, worst(judged));
  }

  /** Returns words that follow {@code Calls}. */
  static String words(@Nullable String key) {
    return key == null
        ? " without an integration key"
        : " of integration key " + key.substring(0, Math.min(8, key.length()));
  }

  /** Returns the part that stands most against passing; among equals that of the first key. */
  private static Part worst(List<Part> parts) {
    Part worst = parts.get(0);
    for (Part part : parts) {
      if (part.rank() > worst.rank()) {
        worst = part;
      }
    }
    return worst;
  }

  /** Returns whether calls of several keys count, so that each is judged by itself. */
  boolean several() {
    return worst != null;
  }

  /** Returns what the verdict of the run rests on, where there are several keys. */
  ReviewContext worst() {
    return Objects.requireNonNull(worst, "there are not several keys").context();
  }

  /** Returns the judgement of the worst key by a rule set, with reasons that name the key. */
  Judgement judgement(Profile profile) {
    Part part =
        worst(parts.stream().filter(Part::judged).map(judged -> judged.by(profile)).toList());
    return part.judgement().about("Calls" + words(part.key()), part.context());
  }

  /** Hands on what the rules find in the calls of each key that judge an integration. */
  void find(Consumer<Finding> out) {
    for (Part part : parts) {
      List<RuleInfo> rules = new ArrayList<>(Rules.of(Scope.INTEGRATION));
      if (part.judged()) {
        rules.addAll(Rules.of(Scope.REVIEW));
      }
      Checks.run(rules, part.context(), out);
    }
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
        // A single key owns calls that show none and do not count.
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

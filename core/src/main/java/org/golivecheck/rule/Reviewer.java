package org.golivecheck.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.DocuSignHosts;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.Exclusion;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.rule.Review.Counts;
import org.golivecheck.rule.Review.WindowCall;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.check.Rule.Scope;
import org.golivecheck.rule.check.RuleFold;
import org.golivecheck.rule.check.Window;
import org.golivecheck.rule.series.SeriesFold;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.rule.timeline.TimelineBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Simulates the review over any stream of calls.
 *
 * <p>The answer depends neither on the order of the calls, nor on how the stream is cut into parts,
 * nor on calls that occur twice.
 */
public final class Reviewer {
  private final ReviewSettings settings;
  private final long maxTextBytes;
  private final @Nullable Redactor seriesRedactor;
  private final Supplier<List<String>> unread;

  /** Sets up a review of logs of any size. */
  public Reviewer(ReviewSettings settings) {
    this(settings, Long.MAX_VALUE);
  }

  /**
   * Sets up a review.
   *
   * @param maxTextBytes about how much memory the texts may take that differ from call to call; a
   *     call that would need more is left out, and the review is incomplete then. Which calls those
   *     are depends on the order in which they come
   */
  public Reviewer(ReviewSettings settings, long maxTextBytes) {
    this(settings, maxTextBytes, null, List::of);
  }

  private Reviewer(
      ReviewSettings settings,
      long maxTextBytes,
      @Nullable Redactor seriesRedactor,
      Supplier<List<String>> unread) {
    this.settings = settings;
    this.maxTextBytes = maxTextBytes;
    this.seriesRedactor = seriesRedactor;
    this.unread = unread;
  }

  /**
   * Returns a reviewer whose reviews have {@link Review#series()} too.
   *
   * @param redactor removes secrets and personal data from them
   */
  public Reviewer withSeries(Redactor redactor) {
    return new Reviewer(settings, maxTextBytes, redactor, unread);
  }

  /**
   * Returns a reviewer of calls of which some may be missing, because not all of their logs could
   * be read. Its reviews never pass.
   *
   * @param other returns what was not read, why, and what to do; empty if all was read. Asked once
   *     all calls have been collected
   */
  public Reviewer withUnread(Supplier<List<String>> other) {
    return new Reviewer(settings, maxTextBytes, seriesRedactor, other);
  }

  /** Returns a collector of calls into a review; an unordered one, for parallel streams too. */
  public Collector<ApiCall, ?, Review> collector() {
    return Collector.of(
        () -> new TimelineBuilder(settings, maxTextBytes),
        TimelineBuilder::add,
        TimelineBuilder::join,
        this::review,
        Collector.Characteristics.UNORDERED);
  }

  private Review review(TimelineBuilder builder) {
    Timeline all = builder.build();
    String wanted = settings.traffic().integrationKey();
    Timeline timeline = wanted == null ? all : all.ofKey(wanted);
    int ofOthers = all.read() - timeline.read();
    Counts counts = counts(timeline, builder.filtered() + ofOthers);
    Instant asOf = settings.asOf();
    if (asOf == null) {
      asOf = counts.to() == null ? Instant.EPOCH : counts.to();
    }
    List<String> missing = new ArrayList<>(unread.get());
    if (builder.leftOut() > 0) {
      missing.add(Notes.leftOut(builder.leftOut(), maxTextBytes));
    }
    ReviewContext whole = context(timeline, asOf, missing);
    KeyReviews keys =
        wanted == null ? keyReviews(timeline, asOf, missing) : KeyReviews.ofChosen(wanted, whole);
    ReviewContext decisive = keys.several() ? keys.worst() : whole;
    List<Finding> findings = new ArrayList<>(keys.several() ? keys.findings() : List.of());
    RuleFold.run(keys.several() ? Rules.of(Scope.LOG) : Rules.rules(), whole, findings::add);
    findings.sort(new FindingOrder());
    Judgement judgement = Judgement.of(decisive);
    List<String> notes = Notes.of(settings.profile(), counts, timeline.joined());
    if (!builder.ofOwnSideAlone()) {
      notes.add(1, Notes.OF_REQUEST_LOGS);
    }
    if (wanted != null) {
      notes.addAll(Notes.ofSelection(wanted, all, timeline));
    }
    Review review =
        new Review(
            settings.profile(),
            judgement.verdict(),
            keys.several() ? keys.worstReasons() : judgement.reasons(),
            decisive.required(),
            decisive.cleanCallsNeeded(),
            windowCalls(decisive),
            counts,
            findings,
            notes,
            seriesRedactor == null ? null : SeriesFold.of(whole, seriesRedactor),
            builder.hidden(),
            keys.list(judgement));
    String thresholds = Notes.otherThresholds(settings.profile(), settings.thresholds());
    if (!thresholds.isEmpty()) {
      review = review.with(thresholds);
    }
    return builder.leftOut() == 0
        ? review
        : review.with(Notes.leftOut(builder.leftOut(), maxTextBytes));
  }

  private KeyReviews keyReviews(Timeline timeline, Instant asOf, List<String> missing) {
    return timeline.keysUnknown()
        ? KeyReviews.NONE
        : KeyReviews.of(timeline, part -> context(part, asOf, missing));
  }

  private ReviewContext context(Timeline timeline, Instant asOf, List<String> missing) {
    long countable = 0;
    for (int i = 0; i < timeline.size(); i++) {
      countable += timeline.kind(i).countable() ? 1 : 0;
    }
    Thresholds thresholds = settings.thresholds();
    Window window = Window.of(timeline, countable, thresholds.windowSize());
    return new ReviewContext(
        settings.profile(), timeline, window, countable, asOf, thresholds, missing);
  }

  private static List<WindowCall> windowCalls(ReviewContext context) {
    List<WindowCall> calls = new ArrayList<>();
    for (int i = 0; i < context.window().size(); i++) {
      int position = context.window().position(i);
      calls.add(new WindowCall(context.ref(position), context.window().outcome(position)));
    }
    return calls;
  }

  private static Counts counts(Timeline timeline, long filtered) {
    long[] perKind = new long[timeline.kinds()];
    CallKind[] kinds = new CallKind[timeline.kinds()];
    for (int i = 0; i < timeline.size(); i++) {
      int id = timeline.kindId(i);
      perKind[id]++;
      kinds[id] = timeline.kind(i);
    }
    long countable = 0;
    long failed = 0;
    long untimed = 0;
    Map<Exclusion, Long> excluded = new EnumMap<>(Exclusion.class);
    for (Exclusion exclusion : Exclusion.values()) {
      if (exclusion.isOfEveryLog()) {
        excluded.put(exclusion, 0L);
      }
    }
    Map<String, Long> hosts = new HashMap<>();
    Map<String, Long> countableHosts = new HashMap<>();
    for (int id = 0; id < kinds.length; id++) {
      CallKind kind = kinds[id];
      if (kind == null) {
        continue;
      }
      failed += kind.failed() ? perKind[id] : 0;
      untimed += kind.timed() ? 0 : perKind[id];
      hosts.merge(kind.host(), perKind[id], Long::sum);
      if (kind.exclusion() == null) {
        countable += perKind[id];
        countableHosts.merge(kind.host(), perKind[id], Long::sum);
      } else {
        excluded.merge(kind.exclusion(), perKind[id], Long::sum);
      }
    }
    int size = timeline.size();
    return new Counts(
        size,
        countable,
        failed,
        timeline.duplicates(),
        filtered,
        excluded,
        environments(hosts),
        environments(countableHosts),
        untimed,
        untimed == size ? null : timeline.time(timeline.firstTimed()),
        untimed == size ? null : timeline.time(size - 1));
  }

  /** Counts calls by environment, which is worked out once per host. */
  private static EnvironmentCounts environments(Map<String, Long> hosts) {
    long demo = 0;
    long production = 0;
    long unknown = 0;
    for (Map.Entry<String, Long> host : hosts.entrySet()) {
      Environment environment = DocuSignHosts.environment(host.getKey());
      if (environment == null) {
        unknown += host.getValue();
      } else if (environment == Environment.DEMO) {
        demo += host.getValue();
      } else {
        production += host.getValue();
      }
    }
    return new EnvironmentCounts(demo, production, unknown);
  }
}

package org.golivecheck.rule.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.RuleInfo.Scope;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.check.Checks;
import org.golivecheck.rule.check.ReviewContext;
import org.golivecheck.rule.check.Window;
import org.golivecheck.rule.series.SeriesFold;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.rule.timeline.TimelineBuilder;
import org.golivecheck.rule.timeline.Workers;
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
  private final Redactor redactor;
  private final boolean series;

  /**
   * Sets up a review.
   *
   * @param maxTextBytes about how much memory the texts may take that differ from call to call; a
   *     call that would need more is left out, and the review is incomplete then. Which calls those
   *     are depends on the order in which they come
   * @param redactor removes secrets and personal data from all that becomes part of a report
   * @param series whether reports have {@link GoLiveReport#series()} too
   */
  public Reviewer(ReviewSettings settings, long maxTextBytes, Redactor redactor, boolean series) {
    this.settings = settings;
    this.maxTextBytes = maxTextBytes;
    this.redactor = redactor;
    this.series = series;
  }

  /**
   * Returns a collector of calls into a report without inputs and problems; an unordered one, for
   * parallel streams too.
   *
   * @param coverage asked once all calls have been collected
   */
  public Collector<ApiCall, ?, GoLiveReport> collector(Supplier<Coverage> coverage) {
    return Collector.of(
        this::timeline,
        TimelineBuilder::add,
        TimelineBuilder::join,
        builder -> review(builder, coverage.get()),
        Collector.Characteristics.UNORDERED);
  }

  /** Returns an empty time line of the calls that this review asks for. */
  public TimelineBuilder timeline() {
    return new TimelineBuilder(settings, maxTextBytes);
  }

  /**
   * Judges calls, and returns a report without inputs and problems.
   *
   * @param builder must not be used afterwards
   */
  public GoLiveReport review(TimelineBuilder builder, Coverage coverage) {
    Timeline all = builder.build();
    String wanted = settings.traffic().integrationKey();
    Timeline timeline = wanted == null ? all : all.ofKey(wanted);
    int ofOthers = all.read() - timeline.read();
    Map<CallKind, Long> kinds = kinds(timeline);
    Calls counts = counts(timeline, kinds, builder.filtered() + ofOthers);
    Instant asOf = settings.asOf();
    if (asOf == null) {
      asOf = counts.to() == null ? Instant.EPOCH : counts.to();
    }
    List<String> unread = new ArrayList<>(coverage.unread());
    if (builder.leftOut() > 0) {
      unread.add(Notes.leftOut(builder.leftOut(), maxTextBytes));
    }
    Instant moment = asOf;
    ReviewContext whole = context(timeline, moment, unread, "");
    PartReviews keys =
        wanted != null
            ? PartReviews.ofChosen(wanted, whole)
            : timeline.keysUnknown()
                ? PartReviews.NONE
                : PartReviews.of(timeline, (part, words) -> context(part, moment, unread, words));
    ReviewContext decisive = keys.several() ? keys.worst() : whole;
    List<Finding> findings = new ArrayList<>(keys.several() ? keys.findings() : List.of());
    AtomicReference<@Nullable ReportSeries> charts = new AtomicReference<>();
    List<RuleInfo> rules = keys.several() ? Rules.of(Scope.LOG) : Rules.all();
    List<Runnable> tasks =
        List.of(
            () -> Checks.run(rules, whole, findings::add),
            () -> charts.set(series ? SeriesFold.of(whole) : null));
    if (Workers.areWorth(timeline.size())) {
      Workers.all(tasks);
    } else {
      tasks.forEach(Runnable::run);
    }
    findings.sort(new FindingOrder());
    Judgement judgement = Judgement.of(decisive);
    List<String> notes = Notes.of(settings.profile(), counts, untimed(kinds), timeline.joined());
    if (!builder.ofOwnSideAlone()) {
      notes.add(1, Notes.OF_REQUEST_LOGS);
    }
    if (wanted != null) {
      notes.addAll(Notes.ofSelection(wanted, all, timeline));
    }
    addFirst(notes, Notes.otherThresholds(settings.profile(), settings.thresholds()));
    if (builder.leftOut() > 0) {
      addFirst(notes, Notes.leftOut(builder.leftOut(), maxTextBytes));
    }
    Set<LogField> shown = EnumSet.copyOf(coverage.fields());
    shown.removeAll(builder.hidden());
    String unjudged = Notes.unjudged(settings.profile(), findings, shown);
    if (!unjudged.isEmpty()) {
      notes.add(Math.min(Notes.OF_EVERY_LOG, notes.size()), unjudged);
    }
    return GoLiveReport.builder(settings.profile(), judgement.verdict())
        .reasons(keys.several() ? keys.worstReasons() : judgement.reasons())
        .window(decisive.reportedWindow())
        .calls(counts)
        .findings(findings)
        .notes(notes)
        .series(charts.get())
        .keys(keys.list(judgement))
        .build();
  }

  private static void addFirst(List<String> notes, String note) {
    if (!note.isEmpty()) {
      notes.add(0, note);
    }
  }

  private ReviewContext context(
      Timeline timeline, Instant asOf, List<String> unread, String ofPart) {
    long countable = 0;
    for (int i = 0; i < timeline.size(); i++) {
      countable += timeline.kind(i).countable() ? 1 : 0;
    }
    Thresholds thresholds = settings.thresholds();
    Window window = Window.of(timeline, countable, thresholds.windowSize());
    return new ReviewContext(
        settings.profile(),
        timeline,
        window,
        countable,
        asOf,
        thresholds,
        unread,
        redactor,
        settings.consent(),
        ofPart);
  }

  /** Counts the calls of each kind. */
  private static Map<CallKind, Long> kinds(Timeline timeline) {
    long[] calls = new long[timeline.kinds()];
    CallKind[] kinds = new CallKind[timeline.kinds()];
    for (int i = 0; i < timeline.size(); i++) {
      int id = timeline.kindId(i);
      calls[id]++;
      kinds[id] = timeline.kind(i);
    }
    Map<CallKind, Long> counted = new HashMap<>();
    for (int id = 0; id < kinds.length; id++) {
      if (kinds[id] != null) {
        counted.merge(kinds[id], calls[id], Long::sum);
      }
    }
    return counted;
  }

  private static long untimed(Map<CallKind, Long> kinds) {
    return sum(kinds, kind -> !kind.timed());
  }

  private static long sum(Map<CallKind, Long> kinds, Predicate<CallKind> wanted) {
    long sum = 0;
    for (Map.Entry<CallKind, Long> kind : kinds.entrySet()) {
      sum += wanted.test(kind.getKey()) ? kind.getValue() : 0;
    }
    return sum;
  }

  private static Calls counts(Timeline timeline, Map<CallKind, Long> kinds, long filtered) {
    Map<String, Long> excluded = new LinkedHashMap<>();
    for (Exclusion exclusion : Exclusion.values()) {
      long calls = sum(kinds, kind -> kind.exclusion() == exclusion);
      if (calls > 0 || exclusion.isOfEveryLog()) {
        excluded.put(exclusion.id(), calls);
      }
    }
    int size = timeline.size();
    boolean timed = untimed(kinds) < size;
    return new Calls(
        size,
        sum(kinds, CallKind::countable),
        sum(kinds, CallKind::failed),
        timeline.duplicates(),
        filtered,
        excluded,
        environments(kinds, kind -> true),
        environments(kinds, CallKind::countable),
        timed ? timeline.time(timeline.firstTimed()) : null,
        timed ? timeline.time(size - 1) : null);
  }

  private static EnvironmentCounts environments(
      Map<CallKind, Long> kinds, Predicate<CallKind> wanted) {
    long demo = 0;
    long production = 0;
    long all = 0;
    for (Map.Entry<CallKind, Long> kind : kinds.entrySet()) {
      if (wanted.test(kind.getKey())) {
        Environment environment = kind.getKey().environment();
        demo += environment == Environment.DEMO ? kind.getValue() : 0;
        production += environment == Environment.PRODUCTION ? kind.getValue() : 0;
        all += kind.getValue();
      }
    }
    return new EnvironmentCounts(demo, production, all - demo - production);
  }

  /**
   * The order of findings in a report: the most severe first, and no two different ones equal.
   *
   * <p>Not a chain of {@code Comparator.comparing}: every run sorts its findings, and a chain of
   * ten links some twenty lambdas, which takes a short run longer than everything it sorts.
   */
  private static final class FindingOrder implements Comparator<Finding> {

    @Override
    public int compare(Finding a, Finding b) {
      int order = b.severity().compareTo(a.severity());
      order = order != 0 ? order : a.rule().compareTo(b.rule());
      // The sum of what is not listed one by one rests on no call of its own, and comes last.
      order = order != 0 ? order : Boolean.compare(a.evidence().isEmpty(), b.evidence().isEmpty());
      order = order != 0 ? order : Long.compare(b.count(), a.count());
      order = order != 0 ? order : compare(a.path(), b.path());
      order = order != 0 ? order : compare(a.method(), b.method());
      order = order != 0 ? order : compare(a.resource(), b.resource());
      order = order != 0 ? order : compare(a.errorCode(), b.errorCode());
      order = order != 0 ? order : a.remedy().compareTo(b.remedy());
      order = order != 0 ? order : a.message().compareTo(b.message());
      return order != 0 ? order : newest(a).compareTo(newest(b));
    }

    /** Orders what is missing as an empty text. */
    private static int compare(@Nullable SafeText a, @Nullable SafeText b) {
      return (a == null ? "" : a.toString()).compareTo(b == null ? "" : b.toString());
    }

    private static String newest(Finding finding) {
      if (finding.evidence().isEmpty()) {
        return "";
      }
      Finding.Evidence newest = finding.evidence().get(0);
      return newest.timestamp() + newest.source().toString();
    }
  }
}

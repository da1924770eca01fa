package org.golivecheck.rule.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.call.Unanswered;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.RuleInfo.Scope;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.check.Checks;
import org.golivecheck.rule.check.NoResponse;
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

  /** Returns the settings by which calls are filtered and judged. */
  public ReviewSettings settings() {
    return settings;
  }

  /** Returns a collector of calls, for a stream in any order, sequential or parallel. */
  public Collector<ApiCall, TimelineBuilder, TimelineBuilder> collector() {
    return Collector.of(
        this::timeline,
        TimelineBuilder::accept,
        TimelineBuilder::join,
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
    return review(builder, coverage, List.of());
  }

  /** Returns a taker of the calls of one input after another, which knows each input's calls. */
  public Inputs inputs() {
    return new Inputs();
  }

  /** Takes the calls of one input after another. Not thread-safe. */
  public final class Inputs {
    private final TimelineBuilder all = timeline();
    private final List<PartReview> parts = new ArrayList<>();

    private Inputs() {}

    /**
     * Takes the calls of the next input.
     *
     * @param name the input's name
     * @param calls its calls, which must not be used afterwards
     * @param unread what was not read of it, why, and what to do
     */
    public void add(String name, TimelineBuilder calls, List<String> unread) {
      if (settings.each() == PartKind.INPUT) {
        List<String> missing = new ArrayList<>(unread);
        if (calls.leftOut() > 0) {
          missing.add(Notes.leftOut(calls.leftOut(), maxTextBytes));
        }
        parts.add(part(name, chosen(calls.build()), missing));
      }
      all.append(calls);
    }

    /** Returns the report of all calls, without inputs and problems. */
    public GoLiveReport review(Coverage coverage) {
      return Reviewer.this.review(all, coverage, parts);
    }
  }

  /** Returns the calls of the key that the user chose, or all. */
  private Timeline chosen(Timeline all) {
    String wanted = settings.traffic().integrationKey();
    return wanted == null ? all : all.ofKey(wanted);
  }

  /**
   * Makes the report.
   *
   * @param ofInputs the reviews of the inputs, if each input has a verdict of its own
   */
  private GoLiveReport review(
      TimelineBuilder builder, Coverage coverage, List<PartReview> ofInputs) {
    Timeline all = builder.build();
    String wanted = settings.traffic().integrationKey();
    Timeline timeline = chosen(all);
    int ofOthers = all.read() - timeline.read();
    Calls counts = counts(timeline, builder.filtered() + ofOthers, coverage.unanswered());
    List<String> unread = new ArrayList<>(coverage.unread());
    if (builder.leftOut() > 0) {
      unread.add(Notes.leftOut(builder.leftOut(), maxTextBytes));
    }
    SeriesFold fold = series ? new SeriesFold(timeline, settings.thresholds()) : null;
    if (fold != null) {
      // Each takes long, and neither needs the other.
      Workers.all(timeline.size(), List.of(timeline::pairs, fold::measureRates));
    }
    Unit whole = unit(timeline, unread, "", null);
    Parts parts = parts(timeline, coverage, unread, ofInputs);
    List<Finding> findings = new ArrayList<>();
    AtomicReference<@Nullable ReportSeries> charts = new AtomicReference<>();
    // The window of a report with parts is that of the worst part, so no call of the run lies in
    // it.
    ReviewContext drawn =
        parts.reviews().isEmpty() ? whole.context() : whole.context().decidingNothing();
    List<Runnable> tasks =
        List.of(
            () -> find(whole, parts, findings::add),
            () -> charts.set(fold == null ? null : fold.of(drawn)));
    Workers.all(timeline.size(), tasks);
    NoResponse.find(coverage.unanswered(), whole.context(), findings::add);
    Map<Profile, Judgement> judgements = new EnumMap<>(Profile.class);
    for (Profile profile : EnumSet.of(Profile.CLASSIC, Profile.CURRENT, settings.profile())) {
      judgements.put(profile, judgement(whole, parts.reviews(), profile));
    }
    Judgement judgement = Objects.requireNonNull(judgements.get(settings.profile()), "profile");
    GoLiveReport.Window window =
        parts.reviews().isEmpty()
            ? whole.window()
            : PartReview.worst(parts.reviews(), settings.profile()).window();
    findings.sort(new FindingOrder());
    List<String> notes =
        Notes.of(counts, untimed(timeline), methodless(timeline), timeline.joined());
    if (!builder.ofOwnSideAlone()) {
      notes.add(0, Notes.OF_REQUEST_LOGS);
    }
    if (wanted != null) {
      notes.addAll(Notes.ofSelection(wanted, all, timeline));
    }
    addFirst(notes, parts.note());
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
        .reasons(judgement.reasons())
        .profiles(Judgement.verdicts(judgements))
        .window(window)
        .calls(counts)
        .findings(findings)
        .notes(notes)
        .series(charts.get())
        .keys(whole.keys())
        .parts(settings.each(), parts.reviews().stream().map(PartReview::verdict).toList())
        .build();
  }

  /** Returns what is predicted of the run by a rule set: that of its worst part. */
  private static Judgement judgement(Unit whole, List<PartReview> parts, Profile profile) {
    if (parts.isEmpty()) {
      return whole.judgement(profile);
    }
    PartReview worst = PartReview.worst(parts, profile);
    Judgement judgement = worst.judgement(profile);
    return whole.context().unread().isEmpty() || worst.incomplete()
        ? judgement
        : judgement.ofIncompleteRun(whole.context());
  }

  private static void find(Unit whole, Parts parts, Consumer<Finding> out) {
    if (parts.reviews().isEmpty()) {
      whole.findAll(out);
      return;
    }
    List<Finding> ofParts = new ArrayList<>();
    parts.reviews().forEach(part -> ofParts.addAll(part.findings()));
    if (parts.rest() != null) {
      Checks.run(Rules.of(Scope.INTEGRATION), parts.rest(), ofParts::add);
    }
    ofParts.sort(new FindingOrder());
    Checks.capped(ofParts, whole.context(), out);
    Checks.run(Rules.of(Scope.LOG), whole.context(), out);
  }

  /**
   * The reviews of the parts of a run.
   *
   * @param reviews one for each part, sorted by name; empty if the run is judged as a whole
   * @param rest the calls of no part, which decide nothing; null if there are none
   * @param note what is to be said about the division, or empty
   */
  private record Parts(List<PartReview> reviews, @Nullable ReviewContext rest, String note) {}

  private Parts parts(
      Timeline timeline, Coverage coverage, List<String> unread, List<PartReview> ofInputs) {
    PartKind each = settings.each();
    if (each == null) {
      boolean together = timeline.keysUnknown() && settings.traffic().integrationKey() == null;
      return new Parts(List.of(), null, together ? Notes.accounts(timeline) : "");
    }
    if (each == PartKind.INPUT) {
      List<PartReview> sorted =
          ofInputs.stream().sorted(Comparator.comparing(PartReview::name)).toList();
      return new Parts(sorted, null, "");
    }
    IntFunction<@Nullable String> nameOf =
        each == PartKind.KEY ? timeline::key : timeline::accountName;
    Map<String, IntStream.Builder> positions = new TreeMap<>();
    IntStream.Builder nameless = IntStream.builder();
    for (int i = 0; i < timeline.size(); i++) {
      String name = nameOf.apply(i);
      if (name == null) {
        nameless.add(i);
      } else {
        positions.computeIfAbsent(name, unseen -> IntStream.builder()).add(i);
      }
    }
    int[] rest = nameless.build().toArray();
    ReviewContext ofRest = context(timeline.alone(rest), List.of(), "", null).decidingNothing();
    List<PartReview> reviews = new ArrayList<>();
    positions.forEach(
        (name, ofPart) -> {
          int[] own = ofPart.build().toArray();
          reviews.add(part(name, timeline.alone(own), unreadOf(own, timeline, coverage, unread)));
        });
    return new Parts(reviews, ofRest, Notes.withoutPart(each, rest.length, timeline.size()));
  }

  /** Returns what was not read of the inputs that some calls are from. */
  private static List<String> unreadOf(
      int[] positions, Timeline timeline, Coverage coverage, List<String> unread) {
    if (unread.isEmpty() || coverage.unreadOf().isEmpty()) {
      return unread;
    }
    Set<String> concerned = new LinkedHashSet<>();
    IntStream.of(positions)
        .map(timeline::input)
        .distinct()
        .sorted()
        .forEach(input -> concerned.addAll(coverage.unreadOf().get(input)));
    // What was left out for lack of memory may be of any part.
    concerned.addAll(unread.subList(coverage.unread().size(), unread.size()));
    return List.copyOf(concerned);
  }

  private PartReview part(String name, Timeline timeline, List<String> unread) {
    PartKind kind = Objects.requireNonNull(settings.each(), "each");
    return PartReview.of(kind, name, unit(timeline, unread, PartReview.words(kind, name), name));
  }

  /**
   * Judges calls that have one verdict.
   *
   * @param calls which calls these are, in words; empty for all
   * @param part the name of the part whose calls they are, or null
   */
  private Unit unit(Timeline timeline, List<String> unread, String calls, @Nullable String part) {
    ReviewContext whole = context(timeline, unread, calls, part);
    String wanted = settings.traffic().integrationKey();
    KeyReviews keys =
        wanted != null
            ? KeyReviews.ofChosen(wanted, whole)
            : timeline.keysUnknown()
                ? KeyReviews.NONE
                : KeyReviews.of(
                    whole,
                    (own, key) ->
                        context(
                            own,
                            whole.asOf(),
                            unread,
                            calls + KeyReviews.words(key),
                            part == null ? key : part));
    return new Unit(whole, keys);
  }

  private static void addFirst(List<String> notes, String note) {
    if (!note.isEmpty()) {
      notes.add(0, note);
    }
  }

  private ReviewContext context(
      Timeline timeline, List<String> unread, String calls, @Nullable String part) {
    Instant asOf = settings.asOf();
    if (asOf == null) {
      int newest = timeline.size() - 1;
      asOf = timeline.firstTimed() > newest ? Instant.EPOCH : timeline.time(newest);
    }
    return context(timeline, asOf, unread, calls, part);
  }

  private ReviewContext context(
      Timeline timeline, Instant asOf, List<String> unread, String calls, @Nullable String part) {
    long countable = timeline.count(CallKind::countable);
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
        calls.isEmpty() ? "" : " (Calls" + calls + ".)",
        part);
  }

  private static long untimed(Timeline timeline) {
    return timeline.count(kind -> !kind.timed());
  }

  private static long methodless(Timeline timeline) {
    return timeline.count(
        kind -> kind.isMethod(ApiCall.NO_METHOD) && kind.exclusion() != Exclusion.NO_URL);
  }

  private static Calls counts(Timeline timeline, long filtered, List<Unanswered> unanswered) {
    Map<String, Long> excluded = new LinkedHashMap<>();
    for (Exclusion exclusion : Exclusion.values()) {
      long calls = timeline.count(kind -> kind.exclusion() == exclusion);
      if (calls > 0 || exclusion.isOfEveryLog()) {
        excluded.put(exclusion.id(), calls);
      }
    }
    int size = timeline.size();
    boolean timed = untimed(timeline) < size;
    return new ReportData.Calls(
        size,
        timeline.count(CallKind::countable),
        unanswered.stream().mapToLong(Unanswered::count).sum(),
        timeline.count(CallKind::failed),
        timeline.duplicates(),
        filtered,
        excluded,
        environments(timeline, kind -> true),
        environments(timeline, CallKind::countable),
        timed ? timeline.time(timeline.firstTimed()) : null,
        timed ? timeline.time(size - 1) : null);
  }

  private static EnvironmentCounts environments(Timeline timeline, Predicate<CallKind> wanted) {
    long demo = timeline.count(wanted.and(CallKind::demo));
    long production =
        timeline.count(wanted.and(kind -> kind.environment() == Environment.PRODUCTION));
    return new EnvironmentCounts(demo, production, timeline.count(wanted) - demo - production);
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

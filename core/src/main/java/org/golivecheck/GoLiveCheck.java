package org.golivecheck;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.listing.Listing;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogRedaction;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.log.source.FileInParts;
import org.golivecheck.log.source.ReadingPool;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.review.Reviewer;
import org.golivecheck.rule.timeline.TimelineBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The front door: reads DocuSign API logs, applies the Go-Live rules and returns a report.
 *
 * <pre>{@code
 * GoLiveReport report = GoLiveCheck.withDefaults().check(Path.of("logs.zip"));
 * if (!report.passes()) {
 *   report.reasons().forEach(reason -> System.err.println(reason.message()));
 * }
 * }</pre>
 *
 * <p>Calls that come from elsewhere are judged by the {@link #collector()}:
 *
 * <pre>{@code
 * GoLiveReport report = calls.stream().collect(GoLiveCheck.withDefaults().collector());
 * }</pre>
 *
 * <p>Immutable: every {@code with} method returns another check. Nothing in a log causes an
 * exception: what cannot be read is in {@link GoLiveReport#problems()}.
 */
public final class GoLiveCheck {
  private final ReviewSettings settings;
  private final ReadLimits limits;
  private final Redactor redactor;
  private final int threads;
  private final FormatOptions options;
  private final boolean series;

  private GoLiveCheck(
      ReviewSettings settings,
      ReadLimits limits,
      Redactor redactor,
      int threads,
      FormatOptions options,
      boolean series) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.limits = Objects.requireNonNull(limits, "limits");
    this.redactor = Objects.requireNonNull(redactor, "redactor");
    this.threads = threads;
    this.options = Objects.requireNonNull(options, "options");
    this.series = series;
  }

  /**
   * Returns a check with the classic profile, no filter, default limits, redaction on, and as many
   * threads as there are processors.
   */
  public static GoLiveCheck withDefaults() {
    return new GoLiveCheck(
        ReviewSettings.DEFAULT, ReadLimits.DEFAULT, new Redactor(), 0, FormatOptions.NONE, false);
  }

  /** Returns the same check with another profile. */
  public GoLiveCheck withProfile(Profile profile) {
    return withSettings(settings.withProfile(profile));
  }

  /** Returns the same check with other settings: profile, moment of the review, filters. */
  public GoLiveCheck withSettings(ReviewSettings other) {
    return new GoLiveCheck(other, limits, redactor, threads, options, series);
  }

  /** Returns the same check with other limits. */
  public GoLiveCheck withLimits(ReadLimits other) {
    return new GoLiveCheck(settings, other, redactor, threads, options, series);
  }

  /** Returns the same check with another redactor. */
  public GoLiveCheck withRedactor(Redactor other) {
    return new GoLiveCheck(settings, limits, other, threads, options, series);
  }

  /** Returns the same check for logs of which something is known that they cannot say. */
  public GoLiveCheck withFormat(FormatOptions other) {
    return new GoLiveCheck(settings, limits, redactor, threads, other, series);
  }

  /**
   * Returns the same check with another number of threads. The answer is the same for any.
   *
   * @param other how many threads read, or 0 for as many as there are processors
   * @throws IllegalArgumentException if it is negative
   */
  public GoLiveCheck withThreads(int other) {
    if (other < 0) {
      throw new IllegalArgumentException("threads is negative: " + other);
    }
    return new GoLiveCheck(settings, limits, redactor, other, options, series);
  }

  /**
   * Returns the same check, whose reports have {@link GoLiveReport#series()} too: what the charts
   * of the HTML report need, and the calls one by one, in bounds. It costs a little time and
   * memory, so it must be asked for.
   */
  public GoLiveCheck withSeries() {
    return new GoLiveCheck(settings, limits, redactor, threads, options, true);
  }

  /**
   * Reads files and folders and returns the report. A file that is missing or cannot be read is a
   * problem in the report, not an exception; the report never passes then.
   */
  public GoLiveReport check(Path... logs) {
    return check(Stream.of(logs).map(LogSource::of).toList());
  }

  /** Reads logs and returns the report. */
  public GoLiveReport check(List<LogSource> logs) {
    try (LogCalls calls = open(logs)) {
      return check(calls);
    }
  }

  /**
   * Reads opened logs to their end and returns the report, so that {@link LogCalls#progress()} can
   * be watched meanwhile. The caller closes them.
   */
  public GoLiveReport check(LogCalls logs) {
    if (settings.each() != null) {
      return checkByInput(logs);
    }
    FileInParts file = logs instanceof FileInParts.Provider large ? large.inParts() : null;
    GoLiveReport ofFile = file == null ? null : ReadingPool.run(() -> checkInParts(file), threads);
    if (ofFile != null) {
      return ofFile;
    }
    try (Stream<ApiCall> stream = logs.stream()) {
      Reviewer reviewer = reviewer();
      TimelineBuilder calls = ReadingPool.collect(stream, reviewer.collector(), threads);
      ReadRows rows = ReadRows.of(logs.summary());
      return rows.addTo(reviewer.review(calls, rows.coverage()), redactor);
    }
  }

  private @Nullable GoLiveReport checkInParts(FileInParts file) {
    Reviewer reviewer = reviewer();
    TimelineBuilder calls = file.collect(reviewer.collector(), ReadingPool.size(threads));
    ReadRows rows = ReadRows.of(file.summary());
    return calls == null ? null : rows.addTo(reviewer.review(calls, rows.coverage()), redactor);
  }

  private GoLiveReport checkByInput(LogCalls logs) {
    Reviewer reviewer = reviewer();
    Reviewer.Inputs inputs = reviewer.inputs();
    for (LogCalls.OfInput input : logs.byInput()) {
      TimelineBuilder calls = ReadingPool.collect(input.calls(), reviewer.collector(), threads);
      boolean log =
          logs.summary().inputs().stream()
              .noneMatch(read -> read.name().equals(input.name()) && isNoLog(read));
      if (log) {
        inputs.add(input.name(), calls, logs.summary().unreadOf(input.name()));
      }
    }
    ReadRows rows = ReadRows.of(logs.summary());
    return rows.addTo(inputs.review(rows.coverage()), redactor);
  }

  /** Judges the calls that a recorder has until now, and returns the report. */
  public GoLiveReport check(CallRecorder recorder) {
    List<ApiCall> calls = recorder.calls().toList();
    ReadRows rows = ReadRows.of(recorder, calls.size(), settings.profile());
    Reviewer reviewer = reviewer();
    Reviewer.Inputs inputs = reviewer.inputs();
    inputs.add(
        recorder.name(), calls.stream().collect(reviewer.collector()), rows.coverage().unread());
    return rows.addTo(inputs.review(rows.coverage()), redactor);
  }

  /** Opens logs, so that their calls can be seen one by one. Close what it returns. */
  public LogCalls open(List<LogSource> logs) {
    return Logs.open(
        settings.each() == PartKind.INPUT ? logs.stream().map(GoLiveCheck::part).toList() : logs,
        limits,
        threads,
        options);
  }

  /** Returns whether all that an input has was skipped: a file of a folder that is no log. */
  private static boolean isNoLog(LogInput read) {
    return read.entries() == 0 && read.skipped() > 0;
  }

  /** Returns a folder as its direct children, each of which is a part. */
  private static LogSource part(LogSource log) {
    return log instanceof LogSource.PathSource path && Files.isDirectory(path.path())
        ? new LogSource.ChildrenSource(path.path())
        : log;
  }

  /**
   * Writes logs again without secrets and personal data, as one zip that is judged as they are.
   *
   * @param logs what to read
   * @param zip takes the zip; flushed, not closed
   * @return what was removed, and what could not be read and so was left out
   * @throws IOException if the zip cannot be written
   */
  public RedactionSummary redact(List<LogSource> logs, OutputStream zip) throws IOException {
    return LogRedaction.redact(
        logs, limits, options, () -> new Listing(ReviewSettings.DEFAULT, /* redact= */ true), zip);
  }

  /** Returns a collector that judges any stream of calls, sequential or parallel. */
  public Collector<ApiCall, ?, GoLiveReport> collector() {
    return Collector.of(
        this::accumulator,
        CallAccumulator::add,
        CallAccumulator::merge,
        CallAccumulator::report,
        Collector.Characteristics.UNORDERED);
  }

  /** Returns an empty accumulator of calls, for those that are read in several processes. */
  public CallAccumulator accumulator() {
    return new CallAccumulator(reviewer());
  }

  private Reviewer reviewer() {
    return new Reviewer(settings, limits.maxTextBytes(), redactor, series);
  }

  /** Returns what this check redacts reports with. */
  public Redactor redactor() {
    return redactor;
  }
}

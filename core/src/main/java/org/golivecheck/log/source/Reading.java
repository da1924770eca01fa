package org.golivecheck.log.source;

import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadingProgress;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ProblemSink;
import org.golivecheck.log.format.Readers;
import org.jspecify.annotations.Nullable;

/** One reading of some inputs: what to read, and what the reading threads share. */
public final class Reading implements AutoCloseable {
  /** With fewer bytes to read, a second thread is not worth its start. */
  public static final long LEAST_PARALLEL = CallSpliterator.LEAST_SPLIT;

  private final Recogniser recogniser;
  private final ReadLimits limits;
  private final FormatOptions options;
  private final ProblemSink problems;
  private final OpenFiles files = new OpenFiles();
  private final InputPlan plan;
  private final Meter meter;
  private final Deque<EntryReader> idle = new ConcurrentLinkedDeque<>();
  private final Deque<EntryReader> all = new ConcurrentLinkedDeque<>();

  /**
   * Finds the inputs.
   *
   * @param sources what to read
   * @param limits how much of it
   * @param options what the inputs do not say about their own format
   * @param readers the readers of all formats, in the order in which they are tried
   * @param only the reader to use for every text, or null to detect it
   * @param problems takes what cannot be read
   */
  public Reading(
      List<LogSource> sources,
      ReadLimits limits,
      FormatOptions options,
      Readers readers,
      @Nullable LogReader only,
      ProblemSink problems) {
    this.recogniser = new Recogniser(readers, only, options);
    this.limits = limits;
    this.options = options;
    this.problems = problems;
    this.meter = new Meter(limits.maxSeconds());
    this.plan = new InputPlan(limits, problems, files);
    for (LogSource source : sources) {
      plan.add(source);
    }
  }

  /** Returns the calls. May be called once. */
  public Spliterator<ApiCall> calls() {
    return new CallSpliterator(this, plan.works());
  }

  /**
   * The calls of one input.
   *
   * @param name the input's name
   * @param calls its calls
   */
  public record OfInput(String name, Spliterator<ApiCall> calls) {}

  /** Returns the calls of each input, in the order given. May be called once. */
  public List<OfInput> byInput() {
    return plan.inputCounts().stream()
        .map(input -> new OfInput(input.name(), new CallSpliterator(this, plan.works(input))))
        .toList();
  }

  /**
   * Returns the file, if it is all that there is to read.
   *
   * @param readers opens a part of it
   */
  public @Nullable FileInParts onlyFile(Function<LogSource, LogCalls> readers) {
    Path file = plan.onlyFile();
    return file == null ? null : new FileInParts(file, readers, meter, FileInParts.PART);
  }

  /** Returns what was read, one row per input. */
  public List<LogInput> inputs() {
    return plan.inputCounts().stream().map(InputCounts::row).toList();
  }

  /** Returns the progress of reading. May be called by any thread at any time. */
  public ReadingProgress progress() {
    long entries = 0;
    for (LogInput input : inputs()) {
      entries += input.entries();
    }
    long total = plan.hasStream() ? -1 : plan.bytes();
    // The directory of an archive may be read twice.
    long read = total < 0 ? meter.bytes() : Math.min(total, meter.bytes());
    return new ReadingProgress(entries, read, total);
  }

  /** Lends the buffers and readers to one thread. */
  EntryReader borrow() {
    EntryReader free = idle.poll();
    if (free == null) {
      free = new EntryReader(recogniser, new Buffers(limits, options, meter, problems), problems);
      all.add(free);
    }
    return free;
  }

  /** Takes them back. */
  void giveBack(EntryReader reader) {
    idle.push(reader);
  }

  /** Closes all files. */
  @Override
  public void close() {
    files.close();
    idle.clear();
    all.forEach(reader -> reader.buffers().close());
    all.clear();
  }
}

package org.golivecheck.log.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadingProgress;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.Readers;
import org.jspecify.annotations.Nullable;

/** One reading of some inputs: what to read, and what the reading threads share. */
public final class Reading implements LogCalls, FileInParts.Provider {
  private final ReadLimits limits;
  private final FormatOptions options;
  private final Readers readers;
  private final @Nullable LogReader only;
  private final int threads;
  private final Recogniser recogniser;
  private final ProblemLog problems = new ProblemLog();
  private final InputPlan plan;
  private final Meter meter;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Deque<EntryReader> idle = new ConcurrentLinkedDeque<>();
  private final Deque<EntryReader> all = new ConcurrentLinkedDeque<>();

  /** So that no file stays open when reading is given up. */
  private final Set<FileChannel> open = ConcurrentHashMap.newKeySet();

  /**
   * Finds the inputs.
   *
   * @param sources what to read
   * @param limits how much of it
   * @param options what the inputs do not say about their own format
   * @param readers the readers of all formats, in the order in which they are tried
   * @param only the reader to use for every text, or null to detect it
   * @param threads how many threads may read, or 0 for as many as there are processors
   */
  public Reading(
      Collection<LogSource> sources,
      ReadLimits limits,
      FormatOptions options,
      Readers readers,
      @Nullable LogReader only,
      int threads) {
    this.limits = limits;
    this.options = options;
    this.readers = readers;
    this.only = only;
    this.threads = threads;
    this.recogniser = new Recogniser(readers, only, options);
    this.meter = new Meter(limits.maxSeconds());
    this.plan = new InputPlan(limits, problems);
    for (LogSource source : sources) {
      plan.add(source);
    }
  }

  @Override
  public Stream<ApiCall> stream() {
    askOnce();
    return stream(plan.works()).onClose(this::close);
  }

  @Override
  public List<OfInput> byInput() {
    askOnce();
    return plan.inputCounts().stream()
        .map(input -> new OfInput(input.name(), stream(plan.works(input))))
        .toList();
  }

  private void askOnce() {
    if (asked.getAndSet(true)) {
      throw new IllegalStateException("the calls can be read only once; open the logs again");
    }
  }

  private Stream<ApiCall> stream(List<Work> works) {
    CallSpliterator calls = new CallSpliterator(this, works);
    boolean parallel = threads != 1 && calls.estimateSize() >= CallSpliterator.LEAST_SPLIT;
    return StreamSupport.stream(calls, parallel);
  }

  @Override
  public @Nullable FileInParts inParts() {
    // Limits are of a whole file.
    boolean allowed = threads != 1 && limits.equals(ReadLimits.DEFAULT) && !asked.get();
    Path file = allowed ? plan.onlyFile() : null;
    return file == null ? null : new FileInParts(file, this::ofPart, meter, FileInParts.PART);
  }

  /** Opens a part of a file, to be read in one thread. */
  private Reading ofPart(LogSource part) {
    return new Reading(List.of(part), limits, options, readers, only, 1);
  }

  @Override
  public ReadingSummary summary() {
    return new ReadingSummary(
        inputs(), problems.rows(), problems.unlistedSources(), problems.unanswered());
  }

  private List<LogInput> inputs() {
    return plan.inputCounts().stream().map(Input.Counts::row).toList();
  }

  @Override
  public ReadingProgress progress() {
    long entries = inputs().stream().mapToLong(LogInput::entries).sum();
    long total = plan.hasStream() ? -1 : plan.bytes();
    // The directory of an archive may be read twice.
    long read = total < 0 ? meter.bytes() : Math.min(total, meter.bytes());
    return new ReadingProgress(entries, read, total);
  }

  /** Lends the buffers and readers to one thread. */
  EntryReader borrow() {
    EntryReader free = idle.poll();
    if (free == null) {
      Buffers buffers = new Buffers(limits, options, meter, problems);
      free = new EntryReader(this, recogniser, buffers, problems);
      all.add(free);
    }
    return free;
  }

  /** Takes them back. */
  void giveBack(EntryReader reader) {
    idle.push(reader);
  }

  /** Opens a file. */
  FileChannel open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    open.add(channel);
    return channel;
  }

  /** Closes a file. */
  void close(FileChannel channel) throws IOException {
    open.remove(channel);
    channel.close();
  }

  @Override
  public void close() {
    for (FileChannel channel : open) {
      try {
        close(channel);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    idle.clear();
    all.forEach(reader -> reader.buffers().close());
    all.clear();
  }
}

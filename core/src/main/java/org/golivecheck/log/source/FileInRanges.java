package org.golivecheck.log.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.log.text.LineFeeds;
import org.jspecify.annotations.Nullable;

/**
 * Reads one large file in several threads, if each of its lines is one call with a time: what a
 * line means depends on no other line then. A range in which that turns out not to be so drops all
 * of them, and the file has to be read as any other.
 */
public final class FileInRanges {
  /** Logs that may be one large file. */
  public interface Provider {
    /** Returns the file, or null if there is more to read, or it has to be read in one thread. */
    @Nullable FileInRanges inRanges();
  }

  /** How much of the file shows whether it is worth trying. */
  private static final int SAMPLE = 1 << 18;

  /** Small enough for an even share of work, large enough for its start not to count. */
  static final long RANGE = 32 << 20;

  private static final byte[] NO_HEADER = {};

  private final Path path;
  private final Function<LogSource, LogCalls> readers;
  private final LongConsumer progress;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicBoolean otherwise = new AtomicBoolean();
  private byte[] header = NO_HEADER;
  private String format = "";

  /**
   * Makes a reader of a file.
   *
   * @param readers opens a part of the file, to be read in one thread
   * @param progress takes how many bytes were read, range by range
   */
  public FileInRanges(Path path, Function<LogSource, LogCalls> readers, LongConsumer progress) {
    this.path = path;
    this.readers = readers;
    this.progress = progress;
  }

  /** Reads the file; see {@link #collect(Collector, long)}. */
  public <A> @Nullable A collect(Collector<ApiCall, A, ?> into) {
    return collect(into, RANGE);
  }

  /**
   * Reads the file in as many threads as the pool of this one has.
   *
   * @param size about how many bytes a range has
   * @return what was collected, not finished; null if the file has to be read as any other
   */
  <A> @Nullable A collect(Collector<ApiCall, A, ?> into, long size) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      int ranges = Math.toIntExact((file.size() + size - 1) / size);
      if (ranges < 2 || !isOfLines(file)) {
        return null;
      }
      long[] lines =
          IntStream.range(0, ranges).parallel().mapToLong(i -> lines(file, i, size)).toArray();
      long[] before = new long[ranges];
      for (int i = 1; i < ranges; i++) {
        before[i] = before[i - 1] + lines[i - 1];
      }
      // One for each thread, since joining two costs as much as filling one.
      Queue<A> collected = new ConcurrentLinkedQueue<>();
      IntStream.range(0, ranges)
          .parallel()
          .forEach(
              i -> {
                A free = collected.poll();
                A target = free == null ? into.supplier().get() : free;
                range(
                    file,
                    i,
                    size,
                    before[i],
                    lines[i],
                    call -> into.accumulator().accept(target, call));
                collected.add(target);
              });
      return otherwise.get() ? null : collected.stream().reduce(into.combiner()).orElseThrow();
    } catch (IOException | UncheckedIOException e) {
      // Reading it as any other file says what is wrong.
      return null;
    }
  }

  /** Returns what was read. */
  public ReadingSummary summary() {
    LogInput input = new LogInput(path.toString(), format, calls.get(), calls.get(), 0);
    return new ReadingSummary(List.of(input), List.of());
  }

  /** Returns whether each line is a call in the first part of the file, and learns its form. */
  private boolean isOfLines(FileChannel file) throws IOException {
    byte[] sample = new byte[SAMPLE];
    int read = Math.max(0, file.read(ByteBuffer.wrap(sample), 0));
    int end = read;
    for (int i = 0; i < read; i++) {
      if (sample[i] == 0) {
        // An archive, or a text in UTF-16.
        return false;
      }
    }
    while (end > 0 && sample[end - 1] != '\n') {
      end--;
    }
    long lines = LineFeeds.count(sample, 0, end);
    LogInput input = read(new ByteArrayInputStream(sample, 0, end), 0, call -> {});
    if (input == null) {
      return false;
    }
    format = input.format();
    if (input.calls() == lines - 1 && format.equals("csv")) {
      header = Arrays.copyOf(sample, LineFeeds.next(sample, 0, end));
      return true;
    }
    return input.calls() == lines;
  }

  /** Counts the lines that begin in a range: before its first byte, or after a line feed. */
  private static long lines(FileChannel file, int range, long size) {
    try {
      long from = range * size;
      long end = Math.min(from + size, file.size()) - 1;
      return from == 0 ? 1 + LineRange.feeds(file, 0, end) : LineRange.feeds(file, from - 1, end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void range(
      FileChannel file, int range, long size, long before, long lines, Consumer<ApiCall> target) {
    boolean first = range == 0;
    long headers = header.length == 0 ? 0 : 1;
    long expected = first ? lines - headers : lines;
    if (expected == 0) {
      return;
    }
    try {
      long from = range * size;
      InputStream own = new LineRange(file, from, Math.min(from + size, file.size()));
      InputStream in = first ? own : new SequenceInputStream(new ByteArrayInputStream(header), own);
      LogInput input = read(in, first ? 0 : before - headers, target);
      if (input == null || input.calls() != expected || !input.format().equals(format)) {
        otherwise.set(true);
      } else {
        calls.addAndGet(expected);
      }
      progress.accept(size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads some lines. Returns null if any of them is anything but one call with a time. */
  private @Nullable LogInput read(InputStream in, long before, Consumer<ApiCall> target) {
    try (LogCalls part = readers.apply(LogSource.ofPart(path.toString(), in, before));
        Stream<ApiCall> stream = part.stream()) {
      for (Iterator<ApiCall> each = stream.iterator(); each.hasNext(); ) {
        ApiCall call = each.next();
        if (otherwise.get() || call.gaps().contains(Gap.TIME) || call.ordinal() > 0) {
          return null;
        }
        target.accept(call);
      }
      ReadingSummary summary = part.summary();
      LogInput input = summary.inputs().get(0);
      boolean whole = summary.problems().isEmpty() && input.skipped() == 0;
      return whole && input.entries() == input.calls() ? input : null;
    }
  }
}

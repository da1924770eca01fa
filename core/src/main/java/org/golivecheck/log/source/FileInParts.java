package org.golivecheck.log.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.like.CallSink;
import org.golivecheck.call.like.LikeCall;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.log.text.LineFeeds;
import org.golivecheck.text.BlockStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one large file in several threads, if each line of it, or of what it inflates to, is one
 * call with a time: what a line means depends on no other line then. The text is cut into parts at
 * line ends, and each thread reads one part after another as a log of its own. If a line turns out
 * to be anything else, all calls are dropped, and the file has to be read as any other.
 */
public final class FileInParts {
  /** Logs that may be one large file. */
  public interface Provider {
    /** Returns the file, or null if there is more to read, or it has to be read in one thread. */
    @Nullable FileInParts inParts();
  }

  /** How much of the text shows whether it is worth trying. */
  private static final int SAMPLE = 1 << 16;

  /** Small enough for a processor to keep near, large enough that threads seldom wait. */
  static final int PART = 1 << 19;

  /** No reader takes a longer line. */
  private static final int LONGEST_LINE = 1 << 24;

  private static final int WINDOW = 1 << 18;
  private static final byte[] NOTHING = {};

  private final Path path;
  private final Function<LogSource, LogCalls> readers;
  private final Meter meter;
  private final int size;
  private final AtomicLong calls = new AtomicLong();

  /** Whether a line is no call. Written when that is found alone: other threads write it too. */
  private volatile boolean otherwise;

  private byte[] header = NOTHING;
  private String format = "";
  private InputStream text = InputStream.nullInputStream();

  /** What was read of the text after the last line that was given out. */
  private byte[] rest = NOTHING;

  /** How many lines were given out. */
  private long lines;

  private boolean ended;

  /**
   * Makes a reader of a file.
   *
   * @param readers opens a part of the file, to be read in one thread
   * @param meter counts the bytes that are read
   * @param size about how many bytes a part has
   */
  FileInParts(Path path, Function<LogSource, LogCalls> readers, Meter meter, int size) {
    this.path = path;
    this.readers = readers;
    this.meter = meter;
    this.size = size;
  }

  /**
   * Reads the file.
   *
   * @param threads in how many threads, which the pool of this one has
   * @return what was collected, not finished; null if the file has to be read as any other
   */
  public <A> @Nullable A collect(Collector<ApiCall, A, ?> into, int threads) {
    Inflater inflater = new Inflater(true);
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      text = text(file, inflater);
      if (!isOfLines()) {
        return null;
      }
      List<A> collected =
          IntStream.range(0, threads)
              .parallel()
              .mapToObj(
                  i -> {
                    A target = into.supplier().get();
                    new Parts(ReadingPool.sink(into, target)).readAll();

                    return target;
                  })
              .toList();
      return otherwise ? null : collected.stream().reduce(into.combiner()).orElseThrow();
    } catch (IOException | UncheckedIOException e) {
      // Reading it as any other file says what is wrong.
      return null;
    } finally {
      inflater.end();
    }
  }

  /** Returns what was read. */
  public ReadingSummary summary() {
    LogInput input = new LogInput(path.toString(), format, calls.get(), calls.get(), 0);
    return new ReadingSummary(List.of(input), List.of());
  }

  private InputStream text(FileChannel file, Inflater inflater) throws IOException {
    FileWindow bytes = new FileWindow(WINDOW, meter);
    bytes.open(file);
    if (!GzipStream.starts(bytes.buffer(), 0, bytes.look(3))) {
      return bytes;
    }
    ReadLimits limits = ReadLimits.DEFAULT;
    Input.ByteLimit most =
        new Input.ByteLimit(Math.min(limits.maxTotalBytes(), limits.maxEntryBytes()));
    return new GzipStream(bytes, inflater, most, limits);
  }

  /** Returns whether each line is a call at the beginning of the text, and learns its form. */
  private boolean isOfLines() throws IOException {
    byte[] sample = text.readNBytes(SAMPLE);
    text = new SequenceInputStream(new ByteArrayInputStream(sample), text);
    for (byte b : sample) {
      if (b == 0 || b == 0x1B) {
        // An archive, or a text in UTF-16 or with colours.
        return false;
      }
    }
    int end = endOfLines(sample, sample.length);
    LogInput input = end == 0 ? null : read(new ByteArrayInputStream(sample, 0, end), call -> {});
    if (input == null) {
      return false;
    }
    format = input.format();
    long calls = LineFeeds.count(sample, 0, end);
    if (input.calls() == calls - 1 && format.equals("csv")) {
      header = Arrays.copyOf(sample, LineFeeds.next(sample, 0, end));
      text.skipNBytes(header.length);
      lines = 1;
      return true;
    }
    return input.calls() == calls;
  }

  private static int endOfLines(byte[] bytes, int length) {
    int end = length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  /** Reads some lines. Returns null if any of them is anything but one call. */
  private @Nullable LogInput read(InputStream in, Consumer<ApiCall> target) {
    try (LogCalls part = readers.apply(LogSource.of(path.toString(), in));
        Stream<ApiCall> stream = part.stream()) {
      stream.spliterator().forEachRemaining(target);
      ReadingSummary summary = part.summary();
      LogInput input = summary.inputs().get(0);
      boolean whole =
          summary.problems().isEmpty() && summary.unanswered().isEmpty() && input.skipped() == 0;
      return whole && input.entries() == input.calls() ? input : null;
    }
  }

  private void require(boolean isOfLines) {
    if (!isOfLines) {
      otherwise = true;
    }
  }

  /** Gives the next lines to a thread, and returns whether there are any. */
  private synchronized boolean next(Parts into) throws IOException {
    int length = rest.length;
    int to = 0;
    byte[] bytes = into.room(length);
    System.arraycopy(rest, 0, bytes, 0, length);
    while (to == 0 && !ended && !otherwise) {
      bytes = into.room(length + size);
      int read = text.readNBytes(bytes, length, size);
      length += read;
      ended = read < size;
      to = ended ? length : endOfLines(bytes, length);
      require(length <= LONGEST_LINE);
    }
    rest = Arrays.copyOfRange(bytes, to, length);
    long count = LineFeeds.count(bytes, 0, to) + (to > 0 && bytes[to - 1] != '\n' ? 1 : 0);
    into.add(to, lines, count);
    lines += count;
    return to > 0;
  }

  /** The parts that one thread reads, as one log, and the calls of it. */
  private final class Parts extends BlockStream implements CallSink {
    /** A part, with the lines of this log before it, and how many more the file has before it. */
    private record Part(long before, long more) {}

    private final CallSink target;
    private final String source = path.toString() + ':';
    private final int headers = header.length == 0 ? 0 : 1;
    private final Queue<Part> parts = new ArrayDeque<>();
    private byte[] bytes = NOTHING;
    private int at;
    private int end;

    /** How many lines were read into this log, and how many of them are taken. */
    private long given = headers;

    private long taken = headers;
    private long more;

    Parts(CallSink target) {
      this.target = target;
    }

    /** Returns the bytes of the part, with room for so many. */
    byte[] room(int length) {
      bytes = bytes.length < length ? Arrays.copyOf(bytes, length) : bytes;
      return bytes;
    }

    void add(int length, long before, long count) {
      at = 0;
      end = length;
      parts.add(new Part(given, before - given));
      given += count;
    }

    /** Reads parts until there are no more. */
    void readAll() {
      try {
        if (!next(this)) {
          return;
        }
        InputStream log = new SequenceInputStream(new ByteArrayInputStream(header), this);
        LogInput input = FileInParts.this.read(log, this);
        require(input != null && input.format().equals(format) && taken == given);
        calls.addAndGet(taken - headers);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void accept(ApiCall call) {
      goOn();
      // Each line is one call, in order: a call of a listing has another source.
      require(
          !call.gaps().contains(Gap.TIME)
              && call.ordinal() == 0
              && call.source().equals(source + taken));
      if (!otherwise) {
        target.accept(more == 0 ? call : call.withSource(source + (taken + more)));
      }
    }

    @Override
    public void acceptLike(LikeCall call) {
      goOn();
      require(call.line() == taken);
      if (!otherwise) {
        call.addLines(more);
        target.acceptLike(call);
      }
    }

    /** Goes to the next line. */
    private void goOn() {
      taken++;
      while (!parts.isEmpty() && parts.element().before() < taken) {
        more = parts.remove().more();
      }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (at == end && !next(this)) {
        return -1;
      }
      int count = Math.min(length, end - at);
      System.arraycopy(bytes, at, into, offset, count);
      at += count;
      return count;
    }
  }
}

package org.golivecheck.log;

import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.source.FileInParts;
import org.golivecheck.log.source.Reading;
import org.jspecify.annotations.Nullable;

/** The calls of logs that are read while the stream is consumed. */
final class OpenLogs implements LogCalls, FileInParts.Provider {
  private static final String TWICE = "the calls can be read only once; open the logs again";

  private final Reading reading;
  private final ProblemLog problems;
  private final int threads;
  private final @Nullable Function<LogSource, LogCalls> parts;
  private final AtomicBoolean asked = new AtomicBoolean();

  /**
   * Opens logs.
   *
   * @param parts opens a part of a file, to be read in one thread; null if none may be
   */
  OpenLogs(
      Reading reading,
      ProblemLog problems,
      int threads,
      @Nullable Function<LogSource, LogCalls> parts) {
    this.parts = parts;
    this.reading = reading;
    this.problems = problems;
    this.threads = threads;
  }

  @Override
  public Stream<ApiCall> stream() {
    if (asked.getAndSet(true)) {
      throw new IllegalStateException(TWICE);
    }
    return stream(reading.calls()).onClose(this::close);
  }

  @Override
  public List<OfInput> byInput() {
    if (asked.getAndSet(true)) {
      throw new IllegalStateException(TWICE);
    }
    return reading.byInput().stream()
        .map(input -> new OfInput(input.name(), stream(input.calls())))
        .toList();
  }

  @Override
  public @Nullable FileInParts inParts() {
    return threads == 1 || parts == null || asked.get() ? null : reading.onlyFile(parts);
  }

  private Stream<ApiCall> stream(Spliterator<ApiCall> calls) {
    boolean parallel = threads != 1 && calls.estimateSize() >= Reading.LEAST_PARALLEL;
    return StreamSupport.stream(calls, parallel);
  }

  @Override
  public ReadingSummary summary() {
    return new ReadingSummary(reading.inputs(), problems.rows(), problems.unlistedSources());
  }

  @Override
  public ReadingProgress progress() {
    return reading.progress();
  }

  @Override
  public void close() {
    reading.close();
  }
}

package org.golivecheck.log;

import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.source.Reading;

/** The calls of logs that are read while the stream is consumed. */
final class OpenLogs implements LogCalls {
  private static final String TWICE = "the calls can be read only once; open the logs again";

  private final Reading reading;
  private final ProblemLog problems;
  private final int threads;
  private final AtomicBoolean asked = new AtomicBoolean();

  OpenLogs(Reading reading, ProblemLog problems, int threads) {
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

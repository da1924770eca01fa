package org.golivecheck.log;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.source.Reading;

/** The calls of logs that are read while the stream is consumed. */
final class OpenLogs implements LogCalls {
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
      throw new IllegalStateException("the calls can be read only once; open the logs again");
    }
    boolean parallel = threads != 1 && reading.isLarge();
    return StreamSupport.stream(reading.calls(), parallel).onClose(this::close);
  }

  @Override
  public ReadingSummary summary() {
    return new ReadingSummary(reading.inputs(), problems.rows());
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

package org.golivecheck.cli.command;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.ReadingProgress;
import org.golivecheck.log.ReadingSummary;

/**
 * Calls that a watcher sees too while they are read.
 *
 * @param calls the calls
 * @param watcher sees each call; several threads may call it at once
 */
record WatchedCalls(LogCalls calls, Consumer<ApiCall> watcher) implements LogCalls {
  @Override
  public Stream<ApiCall> stream() {
    return calls.stream().peek(watcher);
  }

  @Override
  public List<OfInput> byInput() {
    return calls.byInput().stream()
        .map(input -> new OfInput(input.name(), input.calls().peek(watcher)))
        .toList();
  }

  @Override
  public ReadingSummary summary() {
    return calls.summary();
  }

  @Override
  public ReadingProgress progress() {
    return calls.progress();
  }

  @Override
  public void close() {
    calls.close();
  }
}

package org.golivecheck.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.ReadingProgress;
import org.golivecheck.log.ReadingSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private final CountDownLatch asked = new CountDownLatch(2);
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  /** Tells how far it is, and that it was asked twice. */
  private final class SlowLogs implements LogCalls {
    @Override
    public List<OfInput> byInput() {
      return List.of();
    }

    @Override
    public Stream<ApiCall> stream() {
      return Stream.of();
    }

    @Override
    public ReadingSummary summary() {
      return new ReadingSummary(List.of(), List.of());
    }

    @Override
    public ReadingProgress progress() {
      asked.countDown();
      return new ReadingProgress(12_345, 120L << 20, 320L << 20);
    }

    @Override
    public void close() {}
  }

  private Session session(Map<String, String> variables, boolean watched, Messages.Level level) {
    PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new Session(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        new Messages(err, level),
        new Environment(variables, false, watched, 60, null));
  }

  @Test
  void lineIsOverwrittenAndWipedOut() throws InterruptedException {
    Session session = session(Map.of(), true, Messages.Level.NORMAL);
    try (Progress progress = new Progress(new SlowLogs(), session, Duration.ZERO)) {
      progress.start();
      asked.await();
    }

    String err = told.toString(StandardCharsets.UTF_8);
    assertThat(err).startsWith("\r12,345 entries, 120 of 320 MB, ").endsWith(" \r");
    assertThat(err).doesNotContain("\n", "\u001b");
    String lastShown = err.substring(err.lastIndexOf('\r', err.length() - 2) + 1, err.length() - 1);
    assertThat(lastShown).isBlank().hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @CsvSource({
    "false, '', '', NORMAL",
    "true, CI, true, NORMAL",
    "true, TERM, dumb, NORMAL",
    "true, '', '', QUIET"
  })
  void nothingIsShownWhereNobodyWatches(
      boolean watched, String variable, String value, Messages.Level level) {
    Map<String, String> variables = variable.isEmpty() ? Map.of() : Map.of(variable, value);
    Session session = session(variables, watched, level);
    try (Progress progress = new Progress(new SlowLogs(), session, Duration.ZERO)) {
      progress.start();
    }

    assertThat(asked.getCount()).isEqualTo(2);
    assertThat(told.size()).isZero();
  }

  @Test
  void shortWorkShowsNothing() {
    Session session = session(Map.of(), true, Messages.Level.NORMAL);
    try (Progress progress = Progress.of(new SlowLogs(), session)) {
      progress.start();
    }

    assertThat(told.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5     | 0        | 10485760  | '5 entries, 0 of 10 MB, 0 MB/s'",
        "5     | 2097152  | 10485760  | '5 entries, 2 of 10 MB, 1 MB/s, 8 s left'",
        "12345 | 10485760 | 10485760  | '12,345 entries, 10 of 10 MB, 5 MB/s, 0 s left'",
        "5     | 2097152  | -1        | '5 entries, 2 MB, 1 MB/s'",
      })
  void lineTellsEntriesBytesRateAndTimeLeft(long entries, long read, long total, String line) {
    assertThat(Progress.line(new ReadingProgress(entries, read, total), 2_000_000_000L))
        .isEqualTo(line);
  }
}

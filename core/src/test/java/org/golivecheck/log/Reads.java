package org.golivecheck.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.source.ReadingPool;

/**
 * What was read from some inputs.
 *
 * @param calls a line for each call, {@code source token}, sorted
 * @param summary what else is known
 */
record Reads(List<String> calls, ReadingSummary summary) {

  static Reads path(Path path) {
    return all(List.of(LogSource.of(path)), ReadLimits.DEFAULT, 1);
  }

  static Reads path(Path path, ReadLimits limits) {
    return all(List.of(LogSource.of(path)), limits, 1);
  }

  static Reads bytes(byte[] bytes) {
    return bytes(bytes, ReadLimits.DEFAULT);
  }

  static Reads bytes(byte[] bytes, ReadLimits limits) {
    return all(List.of(LogSource.of("-", new Pipe(bytes))), limits, 1);
  }

  static Reads all(List<LogSource> sources, ReadLimits limits, int threads) {
    try (LogCalls logs = Logs.open(sources, limits, threads, List.of(new CallLines()), null)) {
      List<String> lines =
          ReadingPool.collect(
              logs.stream(),
              Collectors.mapping(Reads::line, Collectors.toCollection(ArrayList::new)),
              threads);
      return new Reads(lines.stream().sorted().toList(), logs.summary());
    }
  }

  static String line(ApiCall call) {
    return call.source() + " " + call.traceToken();
  }

  /** Returns the tokens alone. */
  List<String> tokens() {
    return calls.stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList();
  }

  List<ProblemCode> codes() {
    return summary.problems().stream().map(row -> row.problem().code()).toList();
  }

  /** Returns the only problem. */
  LogProblem problem() {
    assertThat(summary.problems()).hasSize(1);
    return summary.problems().get(0).problem();
  }

  /** Returns the row of the only input. */
  LogInput input() {
    assertThat(summary.inputs()).hasSize(1);
    return summary.inputs().get(0);
  }

  /** Hands out its bytes in small and uneven pieces, as pipes do. */
  private static final class Pipe extends FilterInputStream {
    private int piece;

    Pipe(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      piece = 1 + (piece * 7 + 13) % 1000;
      return in.read(into, offset, Math.min(length, piece));
    }
  }

  /** Fails after some bytes, as a network folder does. */
  static InputStream failingAfter(byte[] bytes) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count < 0) {
          throw new IOException("connection reset");
        }
        return count;
      }
    };
  }
}

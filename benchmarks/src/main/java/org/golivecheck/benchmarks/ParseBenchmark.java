package org.golivecheck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ReadLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading a zip into calls, in one thread, beside two floors: inflating the same zip, and copying
 * the inflated bytes in memory. An operation is one call, of {@value #BYTES_A_CALL} bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ParseBenchmark {
  private static final int CALLS = 2_000;

  /** The mean size of an inflated entry. */
  private static final int BYTES_A_CALL = 4_804;

  private Path zip = Path.of("");
  private byte[] from = new byte[0];
  private byte[] to = new byte[0];

  /** Writes the zip. */
  @Setup
  public void write() throws IOException {
    zip = Files.createTempDirectory("parse").resolve("logs.zip");
    BigZip.write(zip, CALLS);
    long bytes = Floor.inflate(zip, 1);
    if (bytes / CALLS != BYTES_A_CALL) {
      throw new IllegalStateException("an entry has " + bytes / CALLS + " bytes");
    }
    from = new byte[(int) bytes];
    to = new byte[from.length];
  }

  /** Deletes the zip. */
  @TearDown
  public void delete() throws IOException {
    Files.delete(zip);
    Files.delete(zip.resolveSibling(""));
  }

  /** Reads the calls. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void parse(Blackhole hole) {
    try (LogCalls calls = Logs.open(List.of(LogSource.of(zip)), ReadLimits.DEFAULT, 1)) {
      calls.stream().forEach(hole::consume);
    }
  }

  /** The floor: inflates the entries. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public long inflate() throws IOException {
    return Floor.inflate(zip, 1);
  }

  /** The floor below: copies as many bytes. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public byte[] copy() {
    System.arraycopy(from, 0, to, 0, from.length);
    return to;
  }
}

package org.golivecheck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.report.GoLiveReport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The verdict on a request log as DocuSign hands it out, a zip of 50 calls, from the file to the
 * report, in a JVM that is warm. The floor inflates the same zip.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SmallZipBenchmark {
  private Path zip = Path.of("");

  /** Writes the zip. */
  @Setup
  public void write() throws IOException {
    zip = BigZip.write(Files.createTempDirectory("small").resolve("logs.zip"), 50);
  }

  /** Deletes the zip. */
  @TearDown
  public void delete() throws IOException {
    Files.delete(zip);
    Files.delete(zip.resolveSibling(""));
  }

  /** Judges the zip. */
  @Benchmark
  public GoLiveReport check() {
    return GoLiveCheck.withDefaults().check(zip);
  }

  /** The floor: inflates the zip. */
  @Benchmark
  public long inflate() throws IOException {
    return Floor.inflate(zip, 1);
  }
}

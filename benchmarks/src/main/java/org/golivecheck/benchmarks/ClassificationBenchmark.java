package org.golivecheck.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Telling what an error means, by the catalogue of errors. The floor looks the code up in a map. An
 * operation is one error.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClassificationBenchmark {
  private static final String PATH =
      "/restapi/v2.1/accounts/1e2d3c4b-0000-4000-8000-000000000001/envelopes";

  /** What kind of error. */
  @Param({"plain", "by-message", "unknown-code", "no-code"})
  public String error = "plain";

  private String code = "";
  private String message = "";
  private Map<String, ErrorClass> byCode = Map.of();

  /** Chooses code and message. */
  @Setup
  public void choose() {
    List<String> pair =
        switch (error) {
          case "plain" -> List.of("USER_LACKS_PERMISSIONS", "This user lacks permissions.");
          case "by-message" ->
              List.of(
                  "UNKNOWN_ENVELOPE_RECIPIENT",
                  "The recipient you have identified is not a valid recipient of the envelope.");
          case "unknown-code" -> List.of("WIDGET_NOT_FOUND", "There is no such widget.");
          default -> List.of("", "Nothing in the catalogue says this.");
        };
    code = pair.get(0);
    message = pair.get(1);
    byCode = Map.of(code, ErrorCatalog.get().rows().get(0));
  }

  /** Classifies one error. */
  @Benchmark
  public ErrorClass classify() {
    return ErrorCatalog.get()
        .classify(ApiFamily.ESIGN, 400, code.isEmpty() ? null : code, message, PATH);
  }

  /** The floor: looks the code up. */
  @Benchmark
  public void lookUp(Blackhole hole) {
    hole.consume(Objects.requireNonNull(byCode.get(code)));
  }
}

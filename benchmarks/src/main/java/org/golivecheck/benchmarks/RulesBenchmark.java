package org.golivecheck.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.report.GoLiveReport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Judging calls that are in memory: rows, sorting, all rules, and the report. One call in fifty
 * failed, a tenth is polling. The floor walks over the same calls. An operation is one call.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RulesBenchmark {
  private static final int CALLS = 20_000;
  private static final String ENVELOPES =
      "https://demo.docusign.net/restapi/v2.1/accounts/1e2d3c4b-0000-4000-8000-000000000001/envelopes";

  private final List<ApiCall> calls = calls();

  private static List<ApiCall> calls() {
    SplittableRandom random = new SplittableRandom(42);
    List<ApiCall> calls = new ArrayList<>(CALLS);
    Instant time = Instant.parse("2026-11-01T00:00:00Z");
    String envelope = "";
    for (int i = 0; i < CALLS; i++) {
      time = time.plusSeconds(random.nextInt(30));
      boolean polls = i > 0 && random.nextInt(10) == 0;
      envelope = polls ? envelope : guid(random);
      boolean failed = random.nextInt(50) == 0;
      boolean creates = !polls && random.nextBoolean();
      ApiCall.Builder call =
          ApiCall.builder(
                  time,
                  creates ? "POST" : "GET",
                  creates ? ENVELOPES : ENVELOPES + "/" + envelope,
                  failed ? 400 : 200)
              .source("logs.zip!" + i + "_OK_GetEnvelope.txt")
              .traceToken(guid(random))
              .answeredByDocuSign(true);
      if (failed) {
        call.error(
            new ApiError(
                "ENVELOPE_DOES_NOT_EXIST",
                "The envelope specified either does not exist or you have no rights to it.",
                ApiError.BodyForm.DOCUSIGN,
                null,
                ""));
      }
      calls.add(call.build());
    }
    return calls;
  }

  private static String guid(SplittableRandom random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** Judges the calls. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public GoLiveReport judge() {
    return calls.stream().collect(GoLiveCheck.withDefaults().collector());
  }

  /** The floor: walks over the calls. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void walk(Blackhole hole) {
    calls.forEach(hole::consume);
  }
}

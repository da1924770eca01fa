package org.golivecheck.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading the debug log of DocuSign's Java SDK from memory into calls, in one thread, beside the
 * floor of finding its lines. An operation is one byte.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class JerseyBenchmark {
  /** How large the log is: calls are left out at its end, so that it is exactly this. */
  private static final int BYTES = 16_000_000;

  private byte[] log = new byte[0];

  /** Writes the log: three calls with small bodies to one with a list of envelopes. */
  @Setup
  public void write() {
    StringBuilder text = new StringBuilder();
    LocalDateTime time = LocalDateTime.parse("2026-11-23T09:00:00.123");
    for (int i = 1; text.length() < BYTES; i++) {
      time = time.plusNanos(731_000_000);
      call(i, time, text);
    }
    text.setLength(BYTES);
    log = text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void call(int number, LocalDateTime time, StringBuilder text) {
    String id = new UUID(number, number).toString();
    text.append(time).append("Z [worker-1] INFO  o.g.jersey.logging.LoggingFeature -- ");
    text.append(number).append(" * Sending client request on thread worker-1\n");
    String sent = number + " > ";
    text.append(sent).append(number % 4 == 0 ? "GET" : "POST");
    text.append(" https://demo.docusign.net/restapi/v2.1/accounts/11111111-2222-4333-8444-")
        .append("555555555555/envelopes");
    text.append(number % 4 == 0 ? "?from_date=2026-11-01&count=100\n" : "\n");
    text.append(sent).append("Accept: application/json\n");
    text.append(sent).append("Authorization: [redacted]\n");
    text.append(sent).append("Content-Type: application/json\n");
    text.append(sent).append("User-Agent: Swagger-Codegen/v2.1/6.0.0/Java/17.0.21\n");
    text.append(sent).append("X-DocuSign-SDK: Java\n");
    if (number % 4 != 0) {
      text.append("{\"emailSubject\":\"Please sign\",\"recipients\":{\"signers\":[{\"email\":")
          .append("\"signer@example.com\",\"name\":\"Sam Signer\",\"recipientId\":\"1\"}]},")
          .append("\"status\":\"sent\"}\n");
    }
    text.append('\n');
    text.append(time.plusNanos(210_000_000)).append("Z [worker-1] INFO  o.g.jersey.logging.");
    text.append("LoggingFeature -- ").append(number);
    text.append(" * Client response received on thread worker-1\n");
    String received = number + " < ";
    text.append(received).append(number % 4 == 0 ? "200\n" : "201\n");
    text.append(received).append("Cache-Control: no-cache\n");
    text.append(received).append("Content-Type: application/json; charset=utf-8\n");
    text.append(received).append("Date: Mon, 23 Nov 2026 09:00:00 GMT\n");
    text.append(received).append("Vary: Accept-Encoding\n");
    text.append(received).append("X-BurstLimit-Limit: 200\n");
    text.append(received).append("X-BurstLimit-Remaining: 199\n");
    text.append(received).append("X-DocuSign-Node: DA2DFE188\n");
    text.append(received).append("X-DocuSign-TraceToken: ").append(id).append('\n');
    text.append(received).append("X-RateLimit-Limit: 3000\n");
    text.append(received).append("X-RateLimit-Remaining: 2984\n");
    text.append(received).append("X-RateLimit-Reset: 1631174400\n");
    String envelope =
        "{\"envelopeId\":\"" + id + "\",\"status\":\"sent\",\"uri\":\"/envelopes/" + id + "\"}";
    if (number % 4 == 0) {
      text.append("{\"envelopes\":[").append((envelope + ",").repeat(40)).append("{}]}\n\n");
    } else {
      text.append(envelope).append("\n\n");
    }
  }

  /** Reads the calls. */
  @Benchmark
  @OperationsPerInvocation(BYTES)
  public void read(Blackhole hole) {
    LogSource source = LogSource.of("log", new ByteArrayInputStream(log));
    try (LogCalls calls = Logs.open(List.of(source), ReadLimits.DEFAULT, 1)) {
      calls.stream().forEach(hole::consume);
    }
  }

  /** The floor: counts the lines. */
  @Benchmark
  @OperationsPerInvocation(BYTES)
  public int lines() {
    int lines = 0;
    for (byte b : log) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }
}

package org.golivecheck.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading logs of a line a call from memory, in one thread, beside a floor: looking at each byte
 * for a line feed. An operation is {@value #BYTES} bytes, so that the score is in MB a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class TextLogBenchmark {
  private static final int BYTES = 1_000_000;
  private static final String ACCOUNT =
      "/restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555/envelopes";
  private static final String AGENT = "Swagger-Codegen/v2.1/6.0.0/Java/17.0.21";

  /** The format of the log. */
  @Param({"nginx-json", "ecs", "exchange", "combined", "csv"})
  public String format = "";

  private byte[] log = new byte[0];

  /** Writes the log. */
  @Setup
  public void write() {
    StringBuilder text = new StringBuilder(BYTES + 2_000);
    if (format.equals("csv")) {
      text.append("timestamp,method,url,status,duration_ms,trace token,user agent\n");
    }
    for (int i = 0; text.length() < BYTES; i++) {
      text.append(line(i)).append('\n');
    }
    log =
        text.substring(0, text.lastIndexOf("\n", BYTES - 1) + 1)
            .getBytes(StandardCharsets.US_ASCII);
    if (log.length < BYTES - 2_000) {
      throw new IllegalStateException("the log has " + log.length + " bytes");
    }
  }

  private String line(int i) {
    Instant time = Instant.parse("2026-11-23T09:00:00.250Z").plusSeconds(i);
    String id = String.format(Locale.ROOT, "%08x-6e7f-405f-aa21-627dc7b5f9ab", i * 0x9E3779B9);
    String path = i % 3 == 0 ? ACCOUNT : ACCOUNT + "/" + id + "?include=recipients";
    String method = i % 3 == 0 ? "POST" : "GET";
    int status = i % 50 == 0 ? 400 : 200;
    return switch (format) {
      case "nginx-json" ->
          String.format(
              Locale.ROOT,
              "{\"time\":\"%s\",\"remote_addr\":\"127.0.0.1\",\"method\":\"%s\",\"host\":"
                  + "\"demo.docusign.net\",\"uri\":\"%s\",\"status\":%d,\"request_time\":0.004,"
                  + "\"upstream_response_time\":\"0.004\",\"bytes_sent\":595,\"user_agent\":\"%s\","
                  + "\"ds_trace\":\"%s\",\"ds_sdk\":\"Java\"}",
              time,
              method,
              path,
              status,
              AGENT,
              id);
      case "ecs" ->
          String.format(
              Locale.ROOT,
              "{\"@timestamp\":\"%s\",\"log.level\":\"INFO\",\"message\":\"called DocuSign\","
                  + "\"ecs.version\":\"1.2.0\",\"service\":{\"name\":\"isv-backend\"},\"http\":"
                  + "{\"request\":{\"method\":\"%s\"},\"response\":{\"status_code\":%d}},\"url\":"
                  + "{\"full\":\"https://demo.docusign.net%s\"},\"event\":{\"duration\":250000000},"
                  + "\"docusign\":{\"trace_token\":\"%s\"},\"process.thread.name\":\"main\"}",
              time,
              method,
              status,
              path,
              id);
      case "exchange" ->
          String.format(
              Locale.ROOT,
              "{\"time\":\"%s\",\"request\":{\"method\":\"%s\",\"url\":\"https://demo.docusign.net%s\","
                  + "\"headers\":{\"Accept\":\"application/json\",\"Authorization\":\"XXX\","
                  + "\"User-Agent\":\"%s\"}},\"response\":{\"status\":%d,\"headers\":"
                  + "{\"Content-Type\":\"application/json\",\"X-RateLimit-Remaining\":\"2984\",\"X-DocuSign-TraceToken\":\"%s\"},\"body\":\"{\\\"status\\\":"
                  + " \\\"sent\\\"}\"},\"duration_ms\":250}",
              time,
              method,
              path,
              AGENT,
              status,
              id);
      case "combined" ->
          String.format(
              Locale.ROOT,
              "127.0.0.1 - - [23/Nov/2026:%02d:%02d:%02d +0000] \"%s %s HTTP/1.1\" %d 140 \"-\""
                  + " \"%s\"",
              i / 3_600 % 24,
              i / 60 % 60,
              i % 60,
              method,
              path,
              status,
              AGENT);
      default ->
          time
              + ","
              + method
              + ",https://demo.docusign.net"
              + path
              + ","
              + status
              + ",250,"
              + id
              + ","
              + AGENT;
    };
  }

  /** Reads the calls. */
  @Benchmark
  public void read(Blackhole hole) {
    LogSource source = LogSource.of("log", new ByteArrayInputStream(log));
    try (LogCalls calls = Logs.open(List.of(source), ReadLimits.DEFAULT, 1)) {
      calls.stream().forEach(hole::consume);
    }
  }

  /** The floor: counts lines. */
  @Benchmark
  public int countLines() {
    int lines = 0;
    for (byte b : log) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }
}

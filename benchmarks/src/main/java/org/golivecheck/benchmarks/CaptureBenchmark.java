package org.golivecheck.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
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
 * Reading captures of traffic from memory, in one thread, beside a floor: looking at each byte for
 * a quote. An operation is about {@value #BYTES} bytes, so that the score is in MB a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class CaptureBenchmark {
  private static final int BYTES = 1_000_000;
  private static final String URL =
      "https://demo.docusign.net/restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555/envelopes";

  /** The format of the log. */
  @Param({"har", "otlp", "newman"})
  public String format = "";

  private byte[] log = new byte[0];

  /** Writes the log. */
  @Setup
  public void write() {
    StringBuilder text = new StringBuilder(BYTES + 4_000);
    text.append(
        switch (format) {
          case "har" -> "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"a\"},\"entries\":[";
          case "otlp" -> "";
          default -> "{\"collection\":{\"item\":[]},\"run\":{\"executions\":[";
        });
    for (int i = 0; text.length() < BYTES; i++) {
      boolean lines = format.equals("otlp");
      text.append(i == 0 ? "" : lines ? "\n" : ",").append(call(i));
    }
    text.append(format.equals("otlp") ? "\n" : "]}}");
    log = text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private String call(int i) {
    Instant time = Instant.parse("2026-11-23T09:00:00.250Z").plusSeconds(i);
    String token = String.format(Locale.ROOT, "%08x-6e7f-405f-aa21-627dc7b5f9ab", i * 0x9E3779B9);
    int status = i % 50 == 0 ? 400 : 200;
    String method = i % 3 == 0 ? "POST" : "GET";
    return switch (format) {
      case "har" -> entry(time, token, method, status);
      case "otlp" -> span(time, token, method, status);
      default -> execution(token, method, status);
    };
  }

  private static String headers(String name, String token) {
    StringBuilder headers = new StringBuilder("[");
    for (String header :
        List.of("Accept", "Accept-Encoding", "Connection", "Cache-Control", "Vary", "Date")) {
      headers.append(
          "{\"%s\":\"%s\",\"value\":\"a value of a usual length\"},".formatted(name, header));
    }
    return headers
        .append(
            "{\"%s\":\"User-Agent\",\"value\":\"Swagger-Codegen/v2.1/6.0.0/Java/17\"},"
                .formatted(name))
        .append("{\"%s\":\"X-RateLimit-Remaining\",\"value\":\"2984\"},".formatted(name))
        .append("{\"%s\":\"X-DocuSign-TraceToken\",\"value\":\"%s\"}]".formatted(name, token))
        .toString();
  }

  private static String entry(Instant time, String token, String method, int status) {
    return "{\"startedDateTime\":\"%s\",\"time\":423.26400000000001,\"request\":{\"method\":\"%s\",\"url\":\"%s\",\"httpVersion\":\"http/2.0\",\"headers\":%s,\"queryString\":[],\"cookies\":[],\"headersSize\":-1,\"bodySize\":38},\"response\":{\"status\":%d,\"statusText\":\"OK\",\"httpVersion\":\"http/2.0\",\"headers\":%s,\"cookies\":[],\"content\":{\"size\":120,\"mimeType\":\"application/json\",\"text\":\"%s\"},\"redirectURL\":\"\",\"headersSize\":-1,\"bodySize\":-1,\"_transferSize\":411},\"cache\":{},\"timings\":{\"blocked\":0.5,\"dns\":1,\"connect\":397,\"send\":19,\"wait\":1,\"receive\":2,\"ssl\":392},\"serverIPAddress\":\"127.0.0.1\"}"
        .formatted(
            time,
            method,
            URL,
            headers("name", "-"),
            status,
            headers("name", token),
            body().replace("\"", "\\\""));
  }

  private static String body() {
    return "{\"envelopeId\":\"b90ea072-6e7f-405f-aa21-627dc7b5f9ab\",\"status\":\"sent\",\"emailSubject\":\"Please sign this document\"}";
  }

  private static String span(Instant time, String token, String method, int status) {
    long nanos = time.toEpochMilli() * 1_000_000;
    return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"isv-backend\"}}]},\"scopeSpans\":[{\"scope\":{\"name\":\"io.opentelemetry.http-url-connection\"},\"spans\":[{\"traceId\":\"174b525429ba39e4b95439f244b8c8fd\",\"spanId\":\"f4f03637b7cfc428\",\"name\":\"%s\",\"kind\":3,\"startTimeUnixNano\":\"%d\",\"endTimeUnixNano\":\"%d\",\"attributes\":[{\"key\":\"url.full\",\"value\":{\"stringValue\":\"%s\"}},{\"key\":\"thread.name\",\"value\":{\"stringValue\":\"main\"}},{\"key\":\"http.request.method\",\"value\":{\"stringValue\":\"%s\"}},{\"key\":\"server.address\",\"value\":{\"stringValue\":\"demo.docusign.net\"}},{\"key\":\"http.response.status_code\",\"value\":{\"intValue\":\"%d\"}},{\"key\":\"http.response.header.x-docusign-tracetoken\",\"value\":{\"arrayValue\":{\"values\":[{\"stringValue\":\"%s\"}]}}}],\"status\":{}}]}]}]}"
        .formatted(method, nanos, nanos + 250_000_000, URL, method, status, token);
  }

  private static String execution(String token, String method, int status) {
    String bytes = String.join(",", Collections.nCopies(120, "101"));
    return "{\"cursor\":{\"position\":0},\"item\":{\"name\":\"a\"},\"request\":{\"url\":\"%s\",\"header\":%s,\"method\":\"%s\"},\"response\":{\"status\":\"OK\",\"code\":%d,\"header\":%s,\"stream\":{\"type\":\"Buffer\",\"data\":[%s]},\"responseTime\":60}}"
        .formatted(URL, headers("key", "-"), method, status, headers("key", token), bytes)
        .replace("a value of a usual length", "Mon, 23 Nov 2026 09:00:00 GMT");
  }

  /** Reads the calls. */
  @Benchmark
  public void read(Blackhole hole) {
    LogSource source = LogSource.of("log", new ByteArrayInputStream(log));
    try (LogCalls calls = Logs.open(List.of(source), ReadLimits.DEFAULT, 1)) {
      calls.stream().forEach(hole::consume);
    }
  }

  /** The floor: counts quotes. */
  @Benchmark
  public int countQuotes() {
    int quotes = 0;
    for (byte b : log) {
      quotes += b == '"' ? 1 : 0;
    }
    return quotes;
  }
}

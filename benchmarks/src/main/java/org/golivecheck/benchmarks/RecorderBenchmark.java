package org.golivecheck.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.CallRecording;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What recording adds to a call: headers and body of the request, status, headers and body of the
 * answer, as a filter of a client tells them. The floor reads the same answer and nothing else. An
 * operation is one call.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class RecorderBenchmark {
  private static final String URL =
      "https://demo.docusign.net/restapi/v2.1/accounts/1e2d3c4b-0000-4000-8000-000000000001"
          + "/envelopes/896db51f-0000-4000-8000-000000000002/recipients?include_tabs=true";
  private static final List<String> REQUEST_HEADERS =
      List.of(
          "Authorization", "Bearer " + "eyJ0eXAiOiJNVCIsImFsZyI6IlJTMjU2Iiwia2lkIjoi".repeat(15),
          "User-Agent", "Swagger-Codegen/v2.1/6.2.0/Java/17.0.21",
          "X-DocuSign-SDK", "Java",
          "Accept", "application/json",
          "Content-Type", "application/json",
          "Content-Length", "512",
          "Host", "demo.docusign.net",
          "Connection", "keep-alive");
  private static final List<String> ANSWER_HEADERS =
      List.of(
          "Cache-Control", "no-cache",
          "Content-Type", "application/json; charset=utf-8",
          "Date", "Mon, 02 Nov 2026 09:30:00 GMT",
          "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
          "Vary", "Accept-Encoding",
          "X-Content-Type-Options", "nosniff",
          "X-DocuSign-Node", "DA2DFE4",
          "X-DocuSign-TraceToken", "e644289b-9af8-3cb4-8cab-c4a03be6b5b6",
          "X-RateLimit-Limit", "3000",
          "X-RateLimit-Remaining", "2987",
          "X-RateLimit-Reset", "1793610000",
          "X-BurstLimit-Limit", "500",
          "X-BurstLimit-Remaining", "499");

  private final byte[] request = " ".repeat(512).getBytes(StandardCharsets.UTF_8);
  private final byte[] answer =
      ("{\"signers\":["
              + "{\"recipientId\":\"1\",\"name\":\"Ann Example\",\"status\":\"sent\"},".repeat(60)
              + "{}]}")
          .getBytes(StandardCharsets.UTF_8);
  private final byte[] error =
      ("{\"errorCode\":\"USER_LACKS_PERMISSIONS\",\"message\":\"This user lacks sufficient"
              + " permissions. ann@example.com may not do this.\"}")
          .getBytes(StandardCharsets.UTF_8);

  private final CallRecorder recorder = new CallRecorder();

  /** Records a call that succeeds with 4 KB of JSON. */
  @Benchmark
  public long success() throws IOException {
    return call(200, answer);
  }

  /** Records a call that fails. */
  @Benchmark
  public long failure() throws IOException {
    return call(403, error);
  }

  /** The floor: reads the answer, unrecorded. */
  @Benchmark
  public long floorRead() throws IOException {
    try (InputStream body = new ByteArrayInputStream(answer)) {
      return body.readAllBytes().length;
    }
  }

  private long call(int status, byte[] body) throws IOException {
    CallRecording recording = recorder.request("PUT", URL);
    for (int i = 0; i < REQUEST_HEADERS.size(); i += 2) {
      recording.requestHeader(REQUEST_HEADERS.get(i), REQUEST_HEADERS.get(i + 1));
    }
    recording.requestBody(request, 0, request.length).status(status);
    for (int i = 0; i < ANSWER_HEADERS.size(); i += 2) {
      recording.responseHeader(ANSWER_HEADERS.get(i), ANSWER_HEADERS.get(i + 1));
    }
    try (InputStream in = recording.responseBody(new ByteArrayInputStream(body))) {
      return in.readAllBytes().length;
    }
  }
}

package org.golivecheck.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.1234567Z");
  private static final String ENVELOPE =
      "https://demo.docusign.net/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001"
          + "/envelopes/896db51f-0000-4000-8000-000000000002";

  @TempDir Path folder;

  private final CallRecorder recorder = recorder();

  private static CallRecorder recorder() {
    return new CallRecorder("test", 1_000, InstantSource.fixed(NOW));
  }

  @Test
  void aLineHasTheNamesOfTheListOfCalls() throws IOException {
    CallRecording call = recorder.request("GET", ENVELOPE + "?include=tabs");
    call.requestHeader("User-Agent", "acme/1.0").requestHeader("Origin", "https://acme.example");
    call.requestHeader("X-DocuSign-Authentication", "{\"Password\":\"hidden\"}").requestBytes(0);
    call.status(400).responseHeader("X-DocuSign-TraceToken", "a1");
    call.responseHeader("X-RateLimit-Remaining", "12");
    body(call, "{\"errorCode\":\"INVALID_REQUEST_PARAMETER\",\"message\":\"no\"}");
    call.end();

    JsonNode line = lines().get(0);
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly(
            "timestamp",
            "method",
            "url",
            "host",
            "path",
            "resource",
            "operation",
            "status",
            "errorCode",
            "message",
            "traceToken",
            "durationMs",
            "userAgent",
            "source",
            "excluded",
            "requestBytes",
            "requestHeaders",
            "responseHeaders",
            "responseBody");
    assertThat(line.get("timestamp").asText()).isEqualTo("2026-11-02T09:30:00.123456700Z");
    assertThat(line.get("url").asText()).isEqualTo(ENVELOPE + "?include=tabs");
    assertThat(line.get("path").asText())
        .isEqualTo("/restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}");
    assertThat(line.get("resource").asText())
        .isEqualTo("/restapi/v2.1/accounts/5f2c9b1e/envelopes/896db51f");
    assertThat(line.get("operation").asText()).isEqualTo("Envelopes:get");
    assertThat(line.get("status").asInt()).isEqualTo(400);
    assertThat(line.get("errorCode").asText()).isEqualTo("INVALID_REQUEST_PARAMETER");
    assertThat(line.get("excluded").isNull()).isTrue();
    assertThat(line.get("responseHeaders").get("X-RateLimit-Remaining").asLong()).isEqualTo(12);
    assertThat(line.toString()).doesNotContain("hidden");
  }

  @Test
  void errorsInsideASuccessfulAnswerAreWrittenAsABodyThatHasThem() throws IOException {
    CallRecording call = recorder.request("POST", ENVELOPE + "/recipients").status(201);
    body(call, "{\"signers\":[{\"errorDetails\":{\"errorCode\":\"X_Y\",\"message\":\"m\"}}]}");
    call.end();

    assertThat(lines().get(0).get("responseBody").asText())
        .isEqualTo("{\"errorDetails\":[{\"errorCode\":\"X_Y\",\"message\":\"m\"}]}");
  }

  @Test
  void aFileIsReplaced() throws IOException {
    Path file = folder.resolve("deep/calls.ndjson");
    record(recorder, 2);
    recorder.writeTo(file);
    record(recorder, 1);
    recorder.writeTo(file);

    assertThat(Files.readAllLines(file)).hasSize(3);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileGrowsByTheCallsSinceTheLastTime() throws IOException {
    Path file = folder.resolve("deep/calls.ndjson");
    record(recorder, 2);
    recorder.appendTo(file);
    recorder.appendTo(file);
    record(recorder, 1);
    recorder.appendTo(file);

    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void recordersThatAddToOneFileAtATimeKeepTheirLinesWhole() throws IOException {
    Path file = folder.resolve("calls.ndjson");
    List<CallRecorder> recorders = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      recorders.add(recorder());
      record(recorders.get(i), 50);
    }

    recorders.parallelStream().forEach(each -> each.appendTo(file));

    ObjectMapper json = new ObjectMapper();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(16 * 50);
    for (String line : lines) {
      assertThat(json.readTree(line).get("status").asInt()).isEqualTo(200);
    }
  }

  @Test
  void aFailedAppendLeavesNoTornLine() throws IOException {
    Path file = Files.writeString(folder.resolve("calls.ndjson"), "{}\n");
    try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
      // As on a full disk: half of the bytes are written, then none.
      SeekableByteChannel full =
          (SeekableByteChannel)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {SeekableByteChannel.class},
                  (proxy, method, arguments) -> {
                    Object result = method.invoke(channel, halved(arguments));
                    if (method.getName().equals("write")) {
                      throw new IOException("No space left on device");
                    }
                    return method.getReturnType().isInstance(proxy) ? proxy : result;
                  });

      assertThatThrownBy(() -> RecordFile.append(full, "{\"status\":200}\n".getBytes(UTF_8)))
          .hasMessage("No space left on device");
    }

    assertThat(file).hasContent("{}\n");
  }

  private static Object[] halved(Object[] arguments) {
    return arguments != null && arguments[0] instanceof ByteBuffer bytes && bytes.remaining() > 1
        ? new Object[] {bytes.slice(0, bytes.remaining() / 2)}
        : arguments;
  }

  @Test
  void aTornLineOfAnotherProcessIsEnded() throws IOException {
    Path file = Files.writeString(folder.resolve("calls.ndjson"), "{\"timest");
    record(recorder, 1);

    recorder.appendTo(file);

    assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("{\"timest");
  }

  @Test
  void theCountOfDroppedCallsIsWrittenWithThem() throws IOException {
    CallRecorder small = new CallRecorder("small", 2, InstantSource.fixed(NOW));
    Path written = folder.resolve("written.ndjson");
    Path appended = folder.resolve("appended.ndjson");

    record(small, 2);
    small.appendTo(appended);
    record(small, 2);
    small.appendTo(appended);
    record(small, 3);
    small.appendTo(appended);
    small.writeTo(written);

    assertThat(Files.readAllLines(appended)).hasSize(7).last().isEqualTo("{\"droppedCalls\":1}");
    assertThat(Files.readAllLines(written)).hasSize(3).last().isEqualTo("{\"droppedCalls\":5}");
    GoLiveReport report = GoLiveCheck.withDefaults().check(appended);
    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("BAD_RECORD");
              assertThat(problem.message().toString())
                  .startsWith("Recorded calls are missing (1), since the recorder was full.");
            });
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() {
    record(recorder, 1);

    assertThatThrownBy(() -> recorder.appendTo(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write recorded calls to " + folder);
  }

  private List<JsonNode> lines() throws IOException {
    StringBuilder text = new StringBuilder();
    recorder.write(text);
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text.toString().lines().toList()) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private static void record(CallRecorder recorder, int calls) {
    IntStream.range(0, calls).forEach(i -> recorder.request("GET", ENVELOPE).status(200).end());
  }

  private static void body(CallRecording recording, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    recording.responseBody(bytes, 0, bytes.length);
  }
}

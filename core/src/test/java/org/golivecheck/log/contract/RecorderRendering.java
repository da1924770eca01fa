package org.golivecheck.log.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.CallRecording;

/** What this library's own recorder writes of the calls. */
final class RecorderRendering implements Rendering {

  @Override
  public String format() {
    return "ndjson";
  }

  @Override
  public String variant() {
    return "CallRecorder";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    CallRecorder recorder = new CallRecorder("recorder", 1_000, now::get);
    for (ScenarioCall call : calls) {
      now.set(call.start());
      CallRecording recording = recorder.request(call.method(), call.url());
      call.requestHeaders().forEach(recording::requestHeader);
      byte[] body = call.requestBody().getBytes(StandardCharsets.UTF_8);
      recording.requestBody(body, 0, body.length);
      recording.status(call.status());
      call.responseHeaders().forEach(recording::responseHeader);
      byte[] answer = call.responseBody().getBytes(StandardCharsets.UTF_8);
      recording.responseBody(answer, 0, answer.length);
      now.set(call.end());
      recording.end();
    }
    StringBuilder log = new StringBuilder();
    try {
      recorder.write(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }
}

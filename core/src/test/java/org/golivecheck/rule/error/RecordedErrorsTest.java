package org.golivecheck.rule.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.error.Failures.ENVELOPE;
import static org.golivecheck.rule.error.Failures.json;

import java.io.IOException;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.CallRecording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a recorder hides of an error takes nothing from what the error is. */
class RecordedErrorsTest {

  static Stream<String> rows() throws IOException {
    try (var in = ErrorCatalog.class.getResourceAsStream("errors.tsv")) {
      return new String(in.readAllBytes(), UTF_8).lines().skip(1).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRecordedErrorIsOfTheSameClass(String row) {
    String[] cells = row.split("\t", -1);
    int status = cells[3].matches("[45][0-9][0-9]") ? Integer.parseInt(cells[3]) : 400;
    String body =
        json(cells[1], "jane.doe@example.com: " + cells[4] + " password=hunter2 (10.0.0.1)");

    ApiCall call = recorded(status, body);

    assertThat(ErrorCatalog.get().classify(call, ApiFamily.ESIGN))
        .isEqualTo(Failures.answered(status, body));
    assertThat(call.toString()).doesNotContain("jane", "hunter2");
  }

  private static ApiCall recorded(int status, String body) {
    CallRecorder recorder = new CallRecorder();
    CallRecording call = recorder.request("GET", ENVELOPE).status(status);
    call.responseHeader("X-DocuSign-TraceToken", "e644289b-9af8-3cb4-8cab-c4a03be6b5b6");
    byte[] bytes = body.getBytes(UTF_8);
    call.responseBody(bytes, 0, bytes.length).end();
    return recorder.calls().findFirst().orElseThrow();
  }
}

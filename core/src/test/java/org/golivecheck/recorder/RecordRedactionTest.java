package org.golivecheck.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ItemError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordRedactionTest {
  private static final String LIST =
      "https://demo.docusign.net/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001/envelopes";

  private final CallRecorder recorder = new CallRecorder();

  @Test
  void noSecretAndNoPersonIsKept() throws IOException {
    CallRecording recording =
        recorder.request(
            "POST",
            "https://joe:pass1word@account-d.docusign.com/oauth/token?code=eyJhbGciOi.c29tZQ.c2ln"
                + "&login_hint=jane.doe%40example.com#frag-secret");
    recording
        .requestHeader("Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl")
        .requestHeader("Cookie", "session=cookie-secret")
        .requestHeader("X-DocuSign-Authentication", "{\"Password\":\"legacy-secret\"}")
        .requestHeader("X-DocuSign-Act-On-Behalf", "jane.doe@example.com")
        .requestHeader("Referer", "https://app.example.com/jane.doe?token=referer-secret")
        .requestHeader("User-Agent", "acme (jane.doe@example.com)");
    byte[] form = "password=form-secret&username=jane.doe@example.com".getBytes(UTF_8);
    recording.requestBody(form, 0, form.length).status(400);
    byte[] answer =
        "{\"errorCode\":\"INVALID_EMAIL\",\"message\":\"jane.doe@example.com is bad\","
            .concat("\"access_token\":\"answer-secret-0123456789abcdef\"}")
            .getBytes(UTF_8);
    recording.responseBody(answer, 0, answer.length).end();

    StringBuilder lines = new StringBuilder();
    recorder.write(lines);
    for (String kept : List.of(recorder.calls().toList().toString(), lines.toString())) {
      assertThat(kept)
          .doesNotContain("jane", "doe", "secret-", "-secret", "eyJ", "pass1word", "joe")
          .contains("INVALID_EMAIL");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?from_date=2026-10-01T00%3A00%3A00Z&start_position=100&count=50",
        "?status=completed,sent&include=recipients",
        "?search_text=&x",
        "?%zz=1&&=2"
      })
  void aHarmlessQueryStays(String query) {
    assertThat(recorded(LIST + query).url().toString()).isEqualTo(LIST + query);
  }

  @Test
  void queriesThatDifferedStillDiffer() {
    String jane = recorded(LIST + "?email=jane%40example.com&start_position=0").url().query();
    String again = recorded(LIST + "?email=jane@example.com&start_position=0").url().query();
    String june = recorded(LIST + "?email=june%40example.com&start_position=0").url().query();

    assertThat(jane)
        .isEqualTo(again)
        .isNotEqualTo(june)
        .matches("email=hidden-[0-9a-f]{12}&start_position=0");
  }

  @Test
  void anotherRecorderHidesTheSameOtherwise() {
    String url = LIST + "?email=jane%40example.com";
    String here = recorded(url).url().query();
    CallRecorder other = new CallRecorder();
    other.request("GET", url).status(200).end();

    assertThat(other.calls().findFirst().orElseThrow().url().query()).isNotEqualTo(here);
  }

  @Test
  void idsAndCodesStay() {
    ApiCall call =
        ApiCall.builder(
                Instant.EPOCH,
                "GET",
                LIST + "/896db51f-0000-4000-8000-000000000002/documents/1",
                200)
            .traceToken("e644289b-9af8-3cb4-8cab-c4a03be6b5b6")
            .itemErrors(List.of(new ItemError("UNKNOWN_ENVELOPE_RECIPIENT", "no such recipient")))
            .requestBytes(7)
            .duration(Duration.ofMillis(3))
            .source("x")
            .build();

    assertThat(new RecordRedaction().redact(call, Duration.ZERO)).isEqualTo(call);
  }

  private ApiCall recorded(String url) {
    recorder.request("GET", url).status(200).end();
    List<ApiCall> calls = recorder.calls().toList();
    return calls.get(calls.size() - 1);
  }
}

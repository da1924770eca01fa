package org.golivecheck.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.golivecheck.samples.LoggedCall.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLogTextTest {
  private static final String TOKEN = "0a1b2c3d-1111-4222-8333-444455556666";

  @Test
  void statusOfTheUsualLayoutIsASectionOfItsOwn() {
    assertThat(RequestLogText.render(call("{\"a\":1}", 201, Layout.STATUS_APART)))
        .isEqualTo(
            withCrLf(
                """
                TraceToken: 0a1b2c3d-1111-4222-8333-444455556666
                Timestamp: 2026-10-05T09:00:00.0534500Z

                POST https://demo.docusign.net/restapi/v2.1/accounts/7/envelopes
                Accept: application/json
                Authorization: Bearer [omitted]

                {"a":1}

                201 Created

                X-DocuSign-TraceToken: 0a1b2c3d-1111-4222-8333-444455556666

                {"b":2}"""));
  }

  @Test
  void statusFollowsTheHeadersOfARequestWithoutABody() {
    assertThat(RequestLogText.render(call("", 204, Layout.STATUS_APART)))
        .contains(withCrLf("Authorization: Bearer [omitted]\n\n204 NoContent\n\nX-DocuSign"));
  }

  @Test
  void responseHeadersOfTheOtherLayoutFollowTheStatusAtOnce() {
    assertThat(RequestLogText.render(call("", 200, Layout.REQUEST_FIRST)))
        .isEqualTo(
            withCrLf(
                """
                POST https://demo.docusign.net/restapi/v2.1/accounts/7/envelopes

                TraceToken: 0a1b2c3d-1111-4222-8333-444455556666
                Timestamp: 2026-10-05T09:00:00.0534500Z

                Accept: application/json
                Authorization: Bearer [omitted]


                200 OK
                X-DocuSign-TraceToken: 0a1b2c3d-1111-4222-8333-444455556666

                {"b":2}"""));
  }

  @Test
  void otherLayoutTakesNoRequestBody() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call("{}", 200, Layout.REQUEST_FIRST))
        .withMessageContaining("request body");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 200, 00_OK_GetEnvelope.txt",
    "7, 404, 07_NotFound_GetEnvelope.txt",
    "49, 429, 49_429_GetEnvelope.txt"
  })
  void fileNameTellsNumberStatusAndOperation(int index, int status, String name) {
    LoggedCall call = call("", status, Layout.STATUS_APART);
    assertThat(RequestLogText.fileName(index, call)).isEqualTo(name);
  }

  private static LoggedCall call(String body, int status, Layout layout) {
    return new LoggedCall(
        Instant.parse("2026-10-05T09:00:00.05345Z"),
        TOKEN,
        "POST",
        "https://demo.docusign.net/restapi/v2.1/accounts/7/envelopes",
        List.of("Accept: application/json", "Authorization: Bearer [omitted]"),
        body,
        status,
        List.of("X-DocuSign-TraceToken: " + TOKEN),
        "{\"b\":2}",
        "GetEnvelope",
        layout);
  }

  private static String withCrLf(String text) {
    return text.replace("\n", "\r\n");
  }
}

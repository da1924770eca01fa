package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.call.Unanswered;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;

class ApacheHttpClientReaderTest {
  private static final String END = "[\\r][\\n]\"";

  @Test
  void theWireLogHasItsTwoCalls() {
    ReadLog log = ReadLog.fixture("apache-httpclient5-5.4.3_wire-debug.log");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:06:39.621Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 43ms"
                + " 234bd038-d99a-4364-8f26-5a746f52a8a0",
            "2026-11-23T21:06:39.633Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200 3ms"
                + " 5b9fd005-88d6-4afb-8fe8-edfa880711bb");
    assertThat(log.calls().get(0).requestBytes()).isEqualTo(38);
    assertThat(log.calls().get(0).client().userAgent())
        .isEqualTo("Apache-HttpClient/5.4.3 (Java/17.0.21)");
    assertThat(log.calls().toString()).doesNotContain("SYNTHETIC");
  }

  @Test
  void theHeaderLogAloneHasAllButBodies() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23 09:00:00.100Z http-outgoing-3 >> GET /restapi/v2.1/x HTTP/1.1",
            "2026-11-23 09:00:00.100Z http-outgoing-3 >> Host: demo.docusign.net",
            "2026-11-23 09:00:00.300Z http-outgoing-3 << HTTP/1.1 404 Not Found",
            "2026-11-23 09:00:00.300Z http-outgoing-3 << X-DocuSign-TraceToken: 98f6c375-3808");

    assertThat(log.call().toString()).contains("98f6c375-3808");
    assertThat(log.call().duration()).hasMillis(200);
  }

  @Test
  void interimAnswersAndChunksAreNoPartOfTheBody() {
    ReadLog log =
        ReadLog.text(
            "http-outgoing-0 >> \"POST /restapi/v2.1/x HTTP/1.1" + END,
            "http-outgoing-0 >> \"Host: demo.docusign.net" + END,
            "http-outgoing-0 >> \"" + END,
            "http-outgoing-0 << \"HTTP/1.1 100 Continue" + END,
            "http-outgoing-0 << \"" + END,
            "http-outgoing-0 >> \"{}\"",
            "http-outgoing-0 << \"HTTP/1.1 400 Bad Request" + END,
            "http-outgoing-0 << \"Date: Mon, 23 Nov 2026 21:06:43 GMT" + END,
            "http-outgoing-0 << \"Transfer-Encoding: chunked" + END,
            "http-outgoing-0 << \"" + END,
            "http-outgoing-0 << \"16" + END,
            "http-outgoing-0 << \"{\"errorCode\":\"A_CODE\"}" + END,
            "http-outgoing-0 << \"0" + END);

    assertThat(log.call().status()).isEqualTo(400);
    assertThat(log.call().error().code()).isEqualTo("A_CODE");
  }

  @Test
  void connectionsAreToldApartAndARequestWithoutAnAnswerIsCounted() {
    ReadLog log =
        ReadLog.text(
            "http-outgoing-0 >> \"GET /restapi/v2.1/a HTTP/1.1" + END,
            "http-outgoing-0 >> \"Host: demo.docusign.net" + END,
            "http-outgoing-1 >> \"GET /restapi/v2.1/b HTTP/1.1" + END,
            "http-outgoing-1 >> \"Host: demo.docusign.net" + END,
            "http-outgoing-1 << \"HTTP/1.1 200 OK" + END,
            "http-outgoing-2 << \"HTTP/1.1 200 OK" + END);

    assertThat(log.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.url().path()).isEqualTo("/restapi/v2.1/b"));
    assertThat(log.summary().problems())
        .extracting(row -> row.problem().line())
        .containsExactly(6L);
    assertThat(log.summary().unanswered()).extracting(Unanswered::source).containsExactly("log:1");
  }
}

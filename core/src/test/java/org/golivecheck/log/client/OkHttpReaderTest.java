package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;

class OkHttpReaderTest {
  private static final String URL =
      "https://demo.docusign.net/restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555";

  @Test
  void theLogAtLevelBodyHasItsTwoCalls() {
    ReadLog log = ReadLog.fixture("okhttp-4.12.0_HttpLoggingInterceptor_BODY.log");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:06:43Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 178ms"
                + " afe4953c-82ca-420c-893a-401fd9ee5a47",
            "2026-11-23T21:06:43Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/documents/1 200 1ms"
                + " 9dddf5a1-1caa-4f63-b293-e323c4673897");
    assertThat(log.calls().get(0).requestBytes()).isEqualTo(38);
    assertThat(log.calls().toString()).doesNotContain("SYNTHETIC");
  }

  @Test
  void theLogAtLevelBasicHasTimeStatusAndSize() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00.000Z INFO [a] OkHttp : --> POST "
                + URL
                + "/x http/1.1 (7-byte"
                + " body)",
            "2026-11-23T09:00:01.000Z INFO [a] Other : a line",
            "2026-11-23T09:00:02.000Z INFO [a] OkHttp : <-- 201 Created "
                + URL
                + "/x (1999ms, unknown-length body)");

    assertThat(log.lines())
        .containsExactly("2026-11-23T09:00:02Z POST demo.docusign.net /x 201 1999ms");
    assertThat(log.call().requestBytes()).isEqualTo(7);
  }

  @Test
  void whatLooksLikeADurationInTheUrlIsNone() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00.000Z INFO [a] OkHttp : --> GET " + URL + "/x?key=a88msb http/1.1",
            "2026-11-23T09:00:02.000Z INFO [a] OkHttp : <-- 200 OK "
                + URL
                + "/x?key=a88msb (250ms, unknown-length body)");

    assertThat(log.lines()).singleElement().asString().endsWith(" 200 250ms");
  }

  @Test
  void linesOfThreadsAreToldApartByWhatTheLoggerPutsBefore() {
    String a = "2026-11-23T09:00:00.000Z [a] OkHttp : ";
    String b = "2026-11-23T09:00:00.500Z [b] OkHttp : ";
    ReadLog log =
        ReadLog.text(
            a + "--> GET " + URL + "/folders",
            b + "--> GET " + URL + "/users",
            a + "User-Agent: one",
            b + "User-Agent: two",
            b + "--> END GET",
            a + "--> END GET",
            b + "<-- 404 " + URL + "/users (5ms)",
            a + "<-- 200 " + URL + "/folders (9ms)",
            b.stripTrailing(),
            b + "{\"errorCode\":",
            " \"A_CODE\"}",
            a + "X-DocuSign-TraceToken: 98f6c375-3808-474e",
            b + "<-- END HTTP (22-byte body)",
            a + "<-- END HTTP");

    assertThat(log.calls())
        .extracting(call -> call.client().userAgent() + " " + call.status())
        .containsExactly("two 404", "one 200");
    assertThat(log.calls().get(0).error().code()).isEqualTo("A_CODE");
    assertThat(log.calls().get(1).traceToken()).isEqualTo("98f6c375-3808-474e");
  }

  @Test
  void theConsoleOfJavaUtilLoggingHasATimeBeforeEveryMessage() {
    String before = "Nov 23, 2026 9:06:43 PM okhttp3.internal.platform.Platform log";
    ReadLog log =
        ReadLog.text(
            before,
            "INFO: --> GET " + URL + "/folders",
            before,
            "INFO: --> END GET",
            before,
            "INFO: <-- 200 OK " + URL + "/folders (5ms)",
            before,
            "INFO: date: Mon, 23 Nov 2026 21:06:43 GMT",
            before,
            "INFO: <-- END HTTP");

    assertThat(log.lines())
        .containsExactly("2026-11-23T21:06:43Z GET demo.docusign.net /folders 200 5ms");
  }

  @Test
  void aCallThatFailedBeforeAnyAnswerIsCounted() {
    ReadLog log =
        ReadLog.text(
            "--> GET " + URL + "/folders",
            "--> END GET",
            "<-- HTTP FAILED: java.net.SocketTimeoutException: timeout");

    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered()).extracting(Unanswered::source).containsExactly("log:1");
  }

  @Test
  void anAnswerFromWhereTheRequestWasSentOnToIsTheAnswer() {
    ReadLog log =
        ReadLog.text(
            "--> GET " + URL + "/folders",
            "--> END GET",
            "<-- 200 OK " + URL.replace("demo", "na1") + "/folders (5ms)",
            "<-- END HTTP");

    assertThat(log.call().url().host()).isEqualTo("demo.docusign.net");
    assertThat(log.call().gaps()).containsExactly(ApiCall.Gap.TIME);
  }
}

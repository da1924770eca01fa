package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;

class PythonHttpReaderTest {
  private static final FormatOptions UTC = new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);

  @Test
  void theLogOfUrllib3HasItsFourCalls() {
    byte[] bytes = ReadLog.bytes("urllib3-2.7.0_connectionpool-debug.log");
    ReadLog log = ReadLog.of(bytes, UTC, ReadLimits.DEFAULT);

    assertThat(log.format()).isEqualTo("python-http");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-27T16:36:11.661Z POST demo.docusign.net /envelopes 201",
            "2026-11-27T16:36:11.704Z POST demo.docusign.net /envelopes 400 null",
            "2026-11-27T16:36:11.752Z GET demo.docusign.net /envelopes/missing-0000 404 null",
            "2026-11-27T16:36:11.797Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200");
    assertThat(log.calls().get(3).url().query()).isEqualTo("include=recipients");
    assertThat(log.input().skipped()).isEqualTo(3);
  }

  @Test
  void withoutAZoneItIsAskedFor() {
    ReadLog log = ReadLog.fixture("urllib3-2.7.0_connectionpool-debug.log");

    assertThat(log.calls()).isEmpty();
    assertThat(log.problem().message()).contains("4 calls", "--zone");
  }

  @Test
  void theLogOfHttpxIsRead() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00Z INFO:httpx:HTTP Request: PUT"
                + " https://demo.docusign.net/restapi/v2.1/x?a=b \"HTTP/1.1 400 Bad Request\"");

    assertThat(log.format()).isEqualTo("python-http");
    assertThat(log.lines())
        .containsExactly("2026-11-23T09:00:00Z PUT demo.docusign.net /restapi/v2.1/x 400 null");
  }

  @Test
  void theBodyThatTheSdkLogsIsThatOfTheCallBefore() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00Z https://demo.docusign.net:443 \"GET /restapi/v2.1/x HTTP/1.1\""
                + " 404 128",
            "2026-11-23T09:00:00Z response body: b'{\"errorCode\":\"A_CODE\"}'",
            "2026-11-23T09:00:00Z https://demo.docusign.net:443 \"GET /restapi/v2.1/y HTTP/1.1\""
                + " 404 128");

    assertThat(log.calls().get(0).error().code()).isEqualTo("A_CODE");
    assertThat(log.calls().get(1).error().code()).isNull();
  }

  @Test
  void theDebugOutputOfHttpClientHasTheHeadersOfTheCalls() {
    ReadLog log = ReadLog.fixture("python-http.client-debuglevel.log");

    assertThat(log.format()).isEqualTo("python-http");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T10:00:00Z POST demo.docusign.net /envelopes 201"
                + " 5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3b01",
            "2026-11-23T10:00:07.250Z GET demo.docusign.net"
                + " /envelopes/4be0a7f2-1c35-4d8e-b6a9-02f7d1c8e5a3 404 ENVELOPE_DOES_NOT_EXIST"
                + " 5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3b02",
            "2026-11-23T10:00:09Z GET demo.docusign.net /users 200"
                + " 5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3b03");
    assertThat(log.calls().get(0).requestBytes()).isEqualTo(39);
    assertThat(log.calls().get(2).limits().hourlyRemaining()).isEqualTo(2987);
  }

  @Test
  void aLineOfAnAccessLogIsNone() {
    ReadLog log =
        ReadLog.text(
            "203.0.113.7 - - [23/Nov/2026:21:00:00 +0000] \"GET /restapi/v2.1/x HTTP/1.1\" 200 1");

    assertThat(log.format()).isNotEqualTo("python-http");
  }
}

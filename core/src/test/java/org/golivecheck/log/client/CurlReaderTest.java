package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;

class CurlReaderTest {

  @Test
  void theVerboseOutputHasItsCall() {
    ReadLog log = ReadLog.fixture("curl-8_verbose-stderr.log");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:10:20Z GET demo.docusign.net /envelopes/missing-0000 404 null"
                + " e5d675ab-2ba1-4a94-bdb6-b54d60fa1ab1");
    assertThat(log.call().client().userAgent()).isEqualTo("curl/8.14.1");
    assertThat(log.call().toString()).doesNotContain("SYNTHETIC");
  }

  @Test
  void theTraceHasItsCallWithTheBody() {
    ReadLog log = ReadLog.fixture("curl-8_trace-ascii.log");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:10:20.969673Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 44ms"
                + " 263330b8-207d-45bd-8405-611ec985d715");
    assertThat(log.call().requestBytes()).isEqualTo(22);
  }

  @Test
  void aTraceInNumbersIsReadToo() {
    ReadLog log =
        ReadLog.text(
            "== Info: Connected to demo.docusign.net",
            "=> Send header, 45 bytes (0x2d)",
            "0000: 47 45 54 20 2f 72 65 73 74 61 70 69 2f 76 32 2e GET /restapi/v2.",
            "0010: 31 2f 78 20 48 54 54 50 2f 31 2e 31 0d 0a 48 6f 1/x HTTP/1.1..Ho",
            "0020: 73 74 3a 20 68 0d 0a 0d 0a                      st: h....",
            "<= Recv header, 14 bytes (0xe)",
            "0000: 48 54 54 50 2f 32 20 32 30 30 20 0d 0a          HTTP/2 200 ..");

    assertThat(log.call().url().path()).isEqualTo("/restapi/v2.1/x");
    assertThat(log.call().url().host()).isEqualTo("h");
    assertThat(log.call().status()).isEqualTo(200);
  }

  @Test
  void severalCallsOfOneTerminalAreToldApart() {
    ReadLog log =
        ReadLog.text(
            "* Connected to proxy",
            "> CONNECT demo.docusign.net:443 HTTP/1.1",
            "> Host: demo.docusign.net:443",
            "> ",
            "< HTTP/1.1 200 Connection established",
            "< ",
            "> POST /restapi/v2.1/x HTTP/2",
            "> Host: demo.docusign.net",
            "> ",
            "< HTTP/1.1 100 Continue",
            "< ",
            "< HTTP/2 400 ",
            "< date: Mon, 23 Nov 2026 21:10:20 GMT",
            "< ",
            "{",
            " \"errorCode\": \"A_CODE\"",
            "}* Connection #0 to host demo.docusign.net left intact",
            "> GET /restapi/v2.1/y HTTP/2",
            "> Host: demo.docusign.net",
            "> ",
            "* Recv failure: Connection reset by peer");

    assertThat(log.calls()).hasSize(1);
    assertThat(log.calls().get(0).error().code()).isEqualTo("A_CODE");
    assertThat(log.summary().unanswered()).hasSize(1);
  }
}

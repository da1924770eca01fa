package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;

class JavaHttpClientReaderTest {

  @Test
  void theLogOfRequestsAndHeadersHasItsCall() {
    ReadLog log = ReadLog.fixture("jdk17-java.net.http_requests-headers.log");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:06:44Z GET demo.docusign.net /envelopes/missing-0000 404 null"
                + " 4e66451b-b632-4d78-91ea-f7ed55d5a695");
    assertThat(log.call().client().userAgent()).isEqualTo("Java-http-client/17.0.21");
    assertThat(log.call().limits().hourlyLimit()).isEqualTo(3000);
  }

  @Test
  void theLogOfRequestsAloneNeedsAZone() {
    String[] lines = {
      "Nov 23, 2026 9:06:43 PM jdk.internal.net.http.Http1Request headers",
      "INFO: REQUEST: https://demo.docusign.net/restapi/v2.1/a GET",
      "Nov 23, 2026 9:06:43 PM jdk.internal.net.http.Http1Request headers",
      "INFO: REQUEST: https://demo.docusign.net/restapi/v2.1/b(1) GET",
      "Nov 23, 2026 9:06:44 PM jdk.internal.net.http.Exchange lambda$wrapForLog$12",
      "INFO: RESPONSE: (GET https://demo.docusign.net/restapi/v2.1/b(1)) 200 HTTP_2 Local port: 5",
      "Nov 23, 2026 9:06:45 PM jdk.internal.net.http.Exchange lambda$wrapForLog$12",
      "INFO: RESPONSE: (GET https://demo.docusign.net/restapi/v2.1/a) 404 HTTP_2 Local port: 5"
    };

    assertThat(ReadLog.text(lines).problem().message()).contains("2 calls", "--zone");
    ReadLog log = ReadLog.text(new FormatOptions(null, ZoneOffset.UTC, Map.of(), null), lines);
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:06:44Z GET demo.docusign.net /restapi/v2.1/b(1) 200",
            "2026-11-23T21:06:45Z GET demo.docusign.net /restapi/v2.1/a 404 null");
  }
}

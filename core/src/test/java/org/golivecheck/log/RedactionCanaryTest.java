package org.golivecheck.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.golivecheck.GoLiveCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What no grammar accepts does not stay in a redacted log, wherever in a call it stands. A canary
 * is a made-up word without a label or a shape by which a detector could find it.
 */
class RedactionCanaryTest {
  private static final String ID = "9f8e7d6c-5b4a-4938-a716-0a1b2c3d4e5f";

  private static final List<String> CANARIES =
      List.of("Quxolwe", "quxolwe-zib", "Quxolwe_7", "quxolwe.zib", "QUXOLWE");

  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Language",
          "Cache-Control",
          "Connection",
          "Content-Encoding",
          "Content-Type",
          "Date",
          "Expires",
          "Host",
          "Node-Ver",
          "Server",
          "Strict-Transport-Security",
          "Vary",
          "X-DocuSign-Node",
          "X-DocuSign-SDK",
          "X-DocuSign-TimeTrack",
          "X-RateLimit-Limit",
          "X-SecurityProtocol-Version");

  /** Places of a call that a URL has. The canary stands for {@code $}. */
  private static final List<String> URLS =
      List.of(
          "/envelopes/$",
          "/envelopes;x=$",
          "/envelopes;$",
          "/envelopes?$",
          "/envelopes?count=1&$",
          "/envelopes?$=1",
          "/envelopes?status=$",
          "/envelopes?status=sent,$",
          "/envelopes?order=$",
          "/envelopes?scope=$",
          "/envelopes?from_date=$",
          "/envelopes?start_position=$",
          "/envelopes?search_text=$",
          "/envelopes?https://h/x?slt=$",
          "/envelopes#$",
          "/envelopes?count=1#$");

  static Stream<String> places() {
    String url = "https://demo.docusign.net/restapi/v2.1/accounts/" + ID;
    return Stream.of(
            HEADERS.stream().map(name -> entry(url + "/envelopes", name + ": $", "{}")),
            HEADERS.stream().map(name -> entry(url + "/envelopes", name + ": x/y; z=$", "{}")),
            Stream.of("Referer", "Location", "Content-Location")
                .flatMap(
                    name ->
                        URLS.stream()
                            .filter(end -> end.contains("?") || end.contains("#"))
                            .map(end -> entry(url + "/x", name + ": https://h.test" + end, "{}"))),
            URLS.stream().map(end -> entry(url + end, "Accept: */*", "{}")),
            Stream.of(entry("https://$:$@demo.docusign.net/restapi/v2.1/x", "Accept: */*", "{}")))
        .flatMap(places -> places);
  }

  private static String entry(String url, String header, String body) {
    return ("TraceToken: " + ID.replace('4', '5') + "\r\nTimestamp: 2026-11-23T10:00:00.0000000Z")
        + ("\r\n\r\nPOST " + url + "\r\n" + header + "\r\n\r\n" + body + "\r\n\r\n200 OK\r\n\r\n")
        + (header + "\r\n\r\n" + body);
  }

  @ParameterizedTest
  @MethodSource("places")
  void noCanaryStaysInARedactedRequestLog(String place) throws IOException {
    for (String canary : CANARIES) {
      byte[] log = ZipBytes.of(place.replace("$", canary));

      assertThat(redacted("logs.zip", log)).doesNotContain("quxolwe");
    }
  }

  private static String redacted(String name, byte[] log) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogSource source = LogSource.of(name, new ByteArrayInputStream(log));
    GoLiveCheck.withDefaults().redact(List.of(source), out);
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all.append(entry.getName()).append('\n').append(new String(zip.readAllBytes(), UTF_8));
      }
    }
    assertThat(all).isNotEmpty();
    return all.toString().toLowerCase(Locale.ROOT);
  }
}

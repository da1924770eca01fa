package org.golivecheck.log.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;

class VcrReaderTest {
  private static final String FIXTURE = "vcr_cassette.yml";
  private static final String URL = "https://demo.docusign.net/restapi/v2.1/accounts/1/folders";

  @Test
  void aCassetteShowsWholeCalls() {
    ReadLog log = ReadLog.fixture(FIXTURE);

    assertThat(log.format()).isEqualTo("vcr");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls()).extracting(ApiCall::status).containsExactly(201, 404);
    assertThat(log.calls()).extracting(ApiCall::method).containsExactly("POST", "GET");
    assertThat(log.calls()).extracting(ApiCall::source).containsExactly("log:3", "log:28");
    ApiCall created = log.calls().get(0);
    assertThat(created.timestamp()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(created.traceToken()).isEqualTo("4a1b0a55-9b6f-4a0e-8d3c-0d9d55c0a001");
    assertThat(created.client().userAgent()).startsWith("Swagger-Codegen/v2.1/6.0.0/ruby");
    assertThat(created.requestBytes()).isEqualTo(46);
    assertThat(log.calls().get(1).error().code()).isEqualTo("ENVELOPE_DOES_NOT_EXIST");
  }

  @Test
  void theCassettesOfPythonAndPhpAreReadToo() {
    ReadLog python =
        ReadLog.text(
            "interactions:",
            "- request:",
            "    body: null",
            "    headers:",
            "      User-Agent: [python-requests/2.32.3]",
            "    method: GET",
            "    uri: " + URL,
            "  response:",
            "    body: {string: '{\"errorCode\":\"USER_LACKS_PERMISSIONS\"}'}",
            "    headers:",
            "      Date: ['Mon, 23 Nov 2026 09:00:00 GMT']",
            "    status: {code: 401, message: Unauthorized}",
            "version: 1");
    ReadLog php =
        ReadLog.text(
            "-",
            "    request:",
            "        method: GET",
            "        url: '" + URL + "'",
            "        headers: {Host: demo.docusign.net}",
            "    response:",
            "        status: {http_version: '1.1', code: '401', message: Unauthorized}",
            "        headers: {Date: 'Mon, 23 Nov 2026 09:00:00 GMT'}",
            "        body: '{\"errorCode\":\"USER_LACKS_PERMISSIONS\"}'");

    for (ReadLog log : new ReadLog[] {python, php}) {
      assertThat(log.summary().problems()).isEmpty();
      assertThat(log.call().url().host()).isEqualTo("demo.docusign.net");
      assertThat(log.call().timestamp()).isEqualTo("2026-11-23T09:00:00Z");
      assertThat(log.call().error().code()).isEqualTo("USER_LACKS_PERMISSIONS");
    }
  }

  @Test
  void aCallThatLacksItsStatusIsAProblemAndTheOthersCount() {
    ReadLog log = cassette().replaced("      code: 201\n", "");

    assertThat(log.problem().message()).contains("status");
    assertThat(log.problem().line()).isEqualTo(3);
    assertThat(log.calls()).hasSize(1);
  }

  @Test
  void aCassetteThatIsCutIsIncomplete() {
    ReadLog betweenKeys = cassette().replaced("recorded_with: VCR 6.2.0\n", "");
    ReadLog inText = cassette().replaced("-8ddd-eeeeeeeeeeee\",\"status\":\"sent\"}'", "");

    assertThat(betweenKeys.calls()).hasSize(2);
    assertThat(betweenKeys.problem().message()).contains("may be cut");
    assertThat(betweenKeys.summary().incomplete()).isTrue();
    assertThat(inText.problem().message()).contains("not YAML from line");
    assertThat(inText.summary().incomplete()).isTrue();
  }

  @Test
  void linesAroundACassetteAreNoPartOfIt() {
    ReadLog log = cassette().replaced("---\n", "$ cat cassette.yml\n---\n");
    ReadLog before = cassette().replaced("VCR 6.2.0\n", "VCR 6.2.0\n=== end: of it ===\n: %");

    assertThat(log.format()).isEqualTo("vcr");
    assertThat(log.calls()).extracting(ApiCall::source).containsExactly("log:4", "log:29");
    assertThat(before.calls()).hasSize(2);
    assertThat(before.summary().problems()).isEmpty();
  }

  @Test
  void aCallThatIsTooLongEndsTheReading() {
    ReadLimits small = ReadLimits.DEFAULT.with("line-bytes", 32);
    byte[] bytes = ReadLog.bytes(FIXTURE);

    ReadLog log = ReadLog.of(bytes, new FormatOptions("vcr", null, Map.of(), null), small);

    assertThat(log.calls()).isEmpty();
    assertThat(log.problem().message()).contains("longer than 512 characters", "--limit");
    assertThat(log.summary().incomplete()).isTrue();
  }

  private record Cassette(String text) {
    ReadLog replaced(String part, String other) {
      assertThat(text).contains(part);
      return ReadLog.text(text.replace(part, other));
    }
  }

  private static Cassette cassette() {
    return new Cassette(new String(ReadLog.bytes(FIXTURE), StandardCharsets.UTF_8));
  }
}

package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;

/** What clients wrote into logs of JSON records. */
class AnyClientTest {
  private static final String URL = "https://demo.docusign.net/restapi/v2.1/accounts/1/folders";

  @Test
  void theLogOfTheJavaSdkIsFoundInTheRecordsOfLogstash() {
    ReadLog log = ReadLog.fixture("docusign-java-sdk-6.0.0_jersey-via-logstash-encoder.ndjson");

    assertThat(log.format()).isEqualTo("ndjson");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls()).extracting(ApiCall::status).containsExactly(201, 400, 404, 200, 200);
    assertThat(log.calls()).allSatisfy(AnyClientTest::isWhole);
    assertThat(log.calls().get(1).error().code()).isEqualTo("INVALID_EMAIL_ADDRESS_FOR_RECIPIENT");
  }

  @Test
  void theLogOfTheJavaSdkIsFoundInTheRecordsOfElastic() {
    ReadLog log = ReadLog.fixture("docusign-java-sdk-6.0.0_jersey-via-ecs-encoder.ndjson");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls()).extracting(ApiCall::status).containsExactly(201, 400, 404, 200, 200);
    assertThat(log.calls()).allSatisfy(AnyClientTest::isWhole);
  }

  private static void isWhole(ApiCall call) {
    assertThat(call.traceToken()).hasSize(36);
    assertThat(call.duration()).isPositive();
    assertThat(call.client().sdk()).isEqualTo("Java");
    assertThat(call.source()).startsWith("log:");
  }

  @Test
  void aContainerLogsOneLineARecord() {
    List<String> lines =
        List.of(
            "1 * Sending client request on thread main",
            "1 > GET " + URL,
            "1 > User-Agent: mine",
            "",
            "1 * Client response received on thread main",
            "1 < 401",
            "{",
            " \\\"errorCode\\\": \\\"A_CODE\\\"}",
            "",
            "ready");
    ReadLog log =
        ReadLog.text(
            lines.stream()
                .map(
                    line ->
                        "{\"log\":\""
                            + line
                            + "\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-23T09:00:00.5Z\"}")
                .toArray(String[]::new));

    assertThat(log.call().status()).isEqualTo(401);
    assertThat(log.call().client().userAgent()).isEqualTo("mine");
    assertThat(log.call().error().code()).isEqualTo("A_CODE");
    assertThat(log.call().timestamp()).hasToString("2026-11-23T09:00:00.500Z");
  }

  @Test
  void exceptionsCountWhereNoClientLogsItsCalls() {
    String refused =
        "{\"@timestamp\":\"2026-11-23T09:00:00Z\",\"message\":\"Error while requesting server,"
            + " received a non successful HTTP code 401 with response Body:"
            + " '{\\\"errorCode\\\":\\\"A_CODE\\\"}'\"}";
    String request =
        "{\"@timestamp\":\"2026-11-23T09:00:00Z\",\"message\":\"1 * Sending client request on"
            + " thread main\\n1 > GET "
            + URL
            + "\\n\"}";
    String answer =
        "{\"@timestamp\":\"2026-11-23T09:00:01Z\",\"message\":\"1 * Client response received on"
            + " thread main\\n1 < 401\\n{}\\n\"}";

    assertThat(ReadLog.text(refused).call().gaps()).containsExactly(ApiCall.Gap.URL);
    assertThat(ReadLog.text(request, answer, refused).call().gaps()).isEmpty();
  }
}

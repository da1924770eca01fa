package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredClientReaderTest {
  private static final FormatOptions UTC = new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
  private static final String URL = "https://demo.docusign.net/restapi/v2.1/accounts/1/users";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dotnet-httpclient_console.log|dotnet-httpclient|POST 201, GET 404",
        "spring_resttemplate-debug.log|spring-client|POST 201, GET 404",
        "feign_full.log|feign|GET 404",
        "faraday_logger.log|faraday|GET 200",
        "ethon_easy.log|ethon|- 201, - 404",
        "http-exchanges.txt|http-text|POST 400, GET 200",
        "devtools_copied.txt|devtools-text|GET 404"
      })
  void theCallsOfAClientAreRead(String file, String format, String calls) {
    ReadLog log = ReadLog.of(ReadLog.bytes(file), UTC, ReadLimits.DEFAULT);

    assertThat(log.format()).isEqualTo(format);
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls())
        .extracting(call -> call.method() + " " + call.status())
        .containsExactly(calls.split(", ", -1));
  }

  @Test
  void headersAndBodiesOfFeignAreThoseOfTheCall() {
    ApiCall call = ReadLog.fixture("feign_full.log").call();

    assertThat(call.timestamp()).isEqualTo("2026-11-23T09:00:00.240Z");
    assertThat(call.traceToken()).isEqualTo("5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3c01");
    assertThat(call.error().code()).isEqualTo("ENVELOPE_DOES_NOT_EXIST");
    assertThat(call.duration()).isEqualTo(Duration.ofMillis(139));
  }

  @Test
  void headersOfFaradayMayBeLinesOfTheirOwn() {
    ApiCall call = ReadLog.fixture("faraday_logger.log").call();

    assertThat(call.timestamp()).isEqualTo("2026-11-23T10:00:00.400Z");
    assertThat(call.traceToken()).isEqualTo("5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3c02");
    assertThat(call.client().userAgent()).isEqualTo("Faraday v2.7.8");
  }

  @Test
  void exchangesAsTextHaveHostHeadersAndBodies() {
    ReadLog log = ReadLog.fixture("http-exchanges.txt");

    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T10:00:00Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3e01",
            "2026-11-23T10:01:00Z GET demo.docusign.net"
                + " /envelopes/4be0a7f2-1c35-4d8e-b6a9-02f7d1c8e5a3 200"
                + " 5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3e02");
  }

  @Test
  void whatABrowserShowsHasBothHeadersAndTheError() {
    ApiCall call = ReadLog.fixture("devtools_copied.txt").call();

    assertThat(call.traceToken()).isEqualTo("5c2b8f10-95aa-4d0f-8c47-9e0d8a6f3e03");
    assertThat(call.client().userAgent()).isEqualTo("Mozilla/5.0");
    assertThat(call.error().code()).isEqualTo("ENVELOPE_DOES_NOT_EXIST");
    assertThat(call.gaps()).isEmpty();
  }

  @Test
  void theLogOfTheGemDocusignRestIsAnExchange() {
    ReadLog log =
        ReadLog.text(
            "--DocuSign REQUEST--",
            "POST https://demo.docusign.net/restapi/v2/accounts/1/envelopes",
            "Content-Type: application/json",
            "Body: {\"status\":\"sent\"}",
            "--DocuSign RESPONSE--",
            "HTTP/1.1 400 Bad Request",
            "Date: Mon, 23 Nov 2026 09:00:00 GMT",
            "Body: {\"errorCode\":\"A_CODE\"}");

    assertThat(log.format()).isEqualTo("http-text");
    assertThat(log.call().timestamp()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(log.call().requestBytes()).isEqualTo(17);
    assertThat(log.call().error().code()).isEqualTo("A_CODE");
  }

  @Test
  void aRequestAloneIsNoLog() {
    assertThat(ReadLog.text("Try this:", "GET /restapi/v2.1/accounts HTTP/1.1").format())
        .isNotEqualTo("http-text");
  }

  @Test
  void aCallOfEthonHasNoMethod() {
    ReadLog log = ReadLog.of(ReadLog.bytes("ethon_easy.log"), UTC, ReadLimits.DEFAULT);

    assertThat(log.calls()).allSatisfy(call -> assertThat(call.gaps()).containsExactly(Gap.METHOD));
    assertThat(log.calls().get(0).duration()).isEqualTo(Duration.ofNanos(436_539_000));
  }

  @Test
  void callsThatOverlapAreToldByHowLongTheyTook() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00.000Z INF Sending HTTP request GET " + URL + "?a=1",
            "2026-11-23T09:00:00.050Z INF Sending HTTP request PUT " + URL,
            "2026-11-23T09:00:00.200Z INF Received HTTP response headers after 199.2ms - 200",
            "2026-11-23T09:00:00.300Z INF Received HTTP response headers after 249ms - 400");

    assertThat(log.calls())
        .extracting(call -> call.method() + " " + call.status())
        .containsExactly("GET 200", "PUT 400");
  }

  @Test
  void aRetryInsideOfAnOuterCallIsACallOfItsOwn() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00.000Z INF Start processing HTTP request GET " + URL,
            "2026-11-23T09:00:00.000Z INF Sending HTTP request GET " + URL,
            "2026-11-23T09:00:00.100Z INF Received HTTP response headers after 99ms - 503",
            "2026-11-23T09:00:01.100Z INF Sending HTTP request GET " + URL,
            "2026-11-23T09:00:01.200Z INF Received HTTP response headers after 99ms - OK",
            "2026-11-23T09:00:01.200Z INF End processing HTTP request after 1200ms - OK",
            "2026-11-23T09:00:02.000Z INF Start processing HTTP request POST " + URL,
            "2026-11-23T09:00:02.200Z INF End processing HTTP request after 199ms - 201");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls())
        .extracting(call -> call.method() + " " + call.status())
        .containsExactly("GET 503", "GET 200", "POST 201");
  }

  @Test
  void aRequestWithoutAResponseIsCounted() {
    ReadLog log =
        ReadLog.text(
            "2026-11-23T09:00:00.000Z DEBUG 1 --- [main] o.s.RestTemplate : HTTP GET " + URL,
            "2026-11-23T09:00:01.000Z ERROR 1 --- [main] o.s.Web : connection reset");

    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered()).extracting(Unanswered::source).containsExactly("log:1");
  }

  @Test
  void theSameLinesAreFoundInMessagesOfRecords() {
    ReadLog log =
        ReadLog.text(
            "{\"@t\":\"2026-11-23T09:00:00.000Z\",\"@mt\":\"Sending HTTP request {HttpMethod}"
                + " {Uri}\",\"HttpMethod\":\"GET\",\"Uri\":\""
                + URL
                + "\"}",
            "{\"@t\":\"2026-11-23T09:00:00.200Z\",\"@mt\":\"Received HTTP response headers after"
                + " {ElapsedMilliseconds}ms - {StatusCode}\",\"ElapsedMilliseconds\":199.5,"
                + "\"StatusCode\":404}",
            "{\"Timestamp\":\"2026-11-23T09:00:01Z\",\"Message\":\"Sending HTTP request PUT "
                + URL
                + "\",\"State\":{\"HttpMethod\":\"PUT\",\"Uri\":\""
                + URL
                + "\"}}",
            "{\"Timestamp\":\"2026-11-23T09:00:02Z\",\"Message\":\"Received HTTP response headers"
                + " after 999ms - 200\",\"State\":{\"StatusCode\":200}}");

    assertThat(log.format()).isEqualTo("ndjson");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls())
        .extracting(call -> call.timestamp() + " " + call.method() + " " + call.status())
        .containsExactly("2026-11-23T09:00:00.200Z GET 404", "2026-11-23T09:00:02Z PUT 200");
  }
}

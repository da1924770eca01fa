package org.golivecheck.log.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;

class JerseyReaderTest {
  private static final String URL =
      "https://demo.docusign.net/restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555";
  private static final String DATE = "1 < Date: Mon, 23 Nov 2026 21:01:50 GMT";

  @Test
  void theLogOfTheSdkOnTheConsoleHasItsFiveCalls() {
    ReadLog log = ReadLog.fixture("docusign-java-sdk-6.0.0_jersey-LoggingFeature_JUL-console.log");

    assertThat(log.format()).isEqualTo("jersey");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:01:50Z POST demo.docusign.net /envelopes 201"
                + " ed6843fa-14b9-438d-acef-6fec83e854ab",
            "2026-11-23T21:01:50Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 98f6c375-3808-474e-893b-2fa59bcdb8e0",
            "2026-11-23T21:01:50Z GET demo.docusign.net /envelopes/missing-0000 404"
                + " ENVELOPE_DOES_NOT_EXIST ef9d08b4-39d8-4544-a48d-4a6c7d88b7a2",
            "2026-11-23T21:01:50Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200"
                + " 366fa773-8d71-476a-b46b-e82b17e05d47",
            "2026-11-23T21:01:51Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/documents/1 200"
                + " ba8cb163-9507-463c-9ab4-903c77ed9790");
    ApiCall first = log.calls().get(0);
    assertThat(first.vantage()).isEqualTo(Vantage.CLIENT);
    assertThat(first.client().userAgent()).isEqualTo("Swagger-Codegen/v2.1/6.0.0/Java/17.0.21");
    assertThat(first.client().sdk()).isEqualTo("Java");
    assertThat(first.requestBytes()).isEqualTo(286);
    assertThat(first.limits().hourlyLimit()).isEqualTo(3000);
    assertThat(first.source()).isEqualTo("log:3");
  }

  @Test
  void theLogOfTheSdkInAnApplicationLogHasTheSameCalls() {
    ReadLog log = ReadLog.fixture("docusign-java-sdk-6.0.0_jersey-via-slf4j-logback-pattern.log");

    assertThat(log.format()).isEqualTo("jersey");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:02:48.654Z POST demo.docusign.net /envelopes 201 15ms"
                + " d44aa66b-335f-42d5-973c-132b8fce7322",
            "2026-11-23T21:02:48.757Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 48ms"
                + " 16e50ee4-fb9e-402e-a2a4-9f847da94a8c",
            "2026-11-23T21:02:48.818Z GET demo.docusign.net /envelopes/missing-0000 404"
                + " ENVELOPE_DOES_NOT_EXIST 50ms 1f689893-7fcb-4acf-99bf-65af7370ec33",
            "2026-11-23T21:02:48.877Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200 56ms"
                + " 9610463f-840c-4773-8d80-0903496117e6",
            "2026-11-23T21:02:49.298Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/documents/1 200 48ms"
                + " fec31d5b-c08b-4d8a-ac44-4afd02f78892");
  }

  @Test
  void threadsWithTheSameNumbersAreToldApart() {
    ReadLog log =
        ReadLog.text(
            "09:00:00.000 [a] INFO LoggingFeature -- 1 * Sending client request on thread a",
            "1 > GET " + URL + "/folders",
            "",
            "09:00:00.100 [b] INFO LoggingFeature -- 1 * Sending client request on thread b",
            "1 > GET " + URL + "/users",
            "",
            "09:00:00.200 [a] INFO LoggingFeature -- 1 * Client response received on thread a",
            "1 < 200",
            DATE,
            "{}",
            "",
            "09:00:00.300 [b] INFO LoggingFeature -- 1 * Client response received on thread b",
            "1 < 404",
            DATE,
            "");

    assertThat(log.calls())
        .extracting(call -> call.url().path().replaceAll(".*/", "") + " " + call.status())
        .containsExactly("folders 200", "users 404");
    assertThat(log.summary().problems()).isEmpty();
  }

  @Test
  void anAnswerOnAnotherThreadBelongsToTheRequestOfItsNumber() {
    ReadLog log =
        ReadLog.text(
            "7 * Sending client request on thread main",
            "7 > GET " + URL + "/folders",
            "",
            "7 * Client response received on thread jersey-client-async-executor-0",
            "7 < 200",
            "7 < Date: Mon, 23 Nov 2026 21:01:50 GMT",
            "");

    assertThat(log.call().timestamp()).isEqualTo(Instant.parse("2026-11-23T21:01:50Z"));
  }

  @Test
  void aRequestWithoutAnAnswerIsCountedAndNoCall() {
    ReadLog log =
        ReadLog.text(
            "INFO started",
            "1 * Sending client request on thread main",
            "1 > GET " + URL + "/folders",
            "",
            "2 * Sending client request on thread main",
            "2 > GET https://hooks.isv.example.com/health",
            "");

    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered()).extracting(Unanswered::source).containsExactly("log:3");
  }

  @Test
  void anAnswerWithoutARequestIsAProblemAndNoCall() {
    ReadLog log =
        ReadLog.text("4 * Client response received on thread main", "4 < 200", DATE, "{}", "");

    assertThat(log.calls()).isEmpty();
    assertThat(log.problem().message()).contains("no request before it");
  }

  @Test
  void aBrokenRequestLineIsAProblem() {
    ReadLog log = ReadLog.text("1 * Sending client request on thread main", "1 > nothing", "");

    assertThat(log.calls()).isEmpty();
    assertThat(log.problem().line()).isEqualTo(2);
  }

  @Test
  void aTimeWithoutAZoneOrADateHeaderAsksForTheZone() {
    String[] lines = {
      "2026-11-23 09:00:00,100 INFO 1 * Sending client request on thread main",
      "1 > GET " + URL + "/folders",
      "",
      "2026-11-23 09:00:00,350 INFO 1 * Client response received on thread main",
      "1 < 200",
      "1 < Content-Type: application/json",
      "{}",
      ""
    };
    ReadLog unknown = ReadLog.text(lines);
    ReadLog known =
        ReadLog.text(new FormatOptions(null, ZoneId.of("Asia/Kathmandu"), Map.of(), null), lines);

    assertThat(unknown.calls()).isEmpty();
    assertThat(unknown.problem().message()).contains("--zone");
    assertThat(known.lines())
        .containsExactly("2026-11-23T03:15:00.350Z GET demo.docusign.net /folders 200 250ms");
  }

  @Test
  void aBodyThatJerseyCutEndsThere() {
    ReadLog log =
        ReadLog.text(
            "1 * Sending client request on thread main",
            "1 > GET " + URL + "/folders",
            "",
            "1 * Client response received on thread main",
            "1 < 400",
            DATE,
            "1 < Content-Length: 100000",
            "{\"errorCode\": \"A_CODE\", \"message\": \"cut he...more...",
            "an application's own line",
            "",
            "another");

    assertThat(log.call().error().code()).isEqualTo("A_CODE");
    assertThat(log.call().error().text()).doesNotContain("own line");
  }

  @Test
  void aBodyWithEmptyLinesGoesOnAsFarAsItsLengthSays() {
    ReadLog log =
        ReadLog.text(
            "1 * Sending client request on thread main",
            "1 > PUT " + URL + "/envelopes/x/recipients",
            "",
            "1 * Client response received on thread main",
            "1 < 200",
            DATE,
            "1 < Content-Length: 87",
            "{\"recipientUpdateResults\":",
            "",
            "[{\"errorDetails\": {\"errorCode\": \"INVALID_RECIPIENT_ID\"}}]}",
            "",
            "ready",
            "");

    assertThat(log.call().itemErrors())
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo("INVALID_RECIPIENT_ID"));
    assertThat(log.input().skipped()).isZero();
  }

  @Test
  void linesOfAContainersLogAreReadBehindWhatItPutsBefore() {
    String before = "2026-11-23T21:01:50.123456789Z stdout F ";
    ReadLog log =
        ReadLog.text(
            before + "1 * Sending client request on thread main",
            before + "1 > POST " + URL + "/envelopes",
            before + "1 > User-Agent: mine",
            before + "{\"status\":\"sent\"}",
            before,
            before + "1 * Client response received on thread main",
            before + "1 < 400",
            before + "1 < Content-Type: application/json",
            before + "{\"errorCode\":",
            before + " \"A_CODE\"}",
            before);

    assertThat(log.call().client().userAgent()).isEqualTo("mine");
    assertThat(log.call().requestBytes()).isEqualTo(17);
    assertThat(log.call().error().code()).isEqualTo("A_CODE");
    assertThat(log.call().timestamp()).isEqualTo(Instant.parse("2026-11-23T21:01:50.123456789Z"));
  }

  @Test
  void whatAServerOfJerseyLogsIsNoCall() {
    ReadLog log =
        ReadLog.text(
            "1 * Server has received a request on thread main",
            "1 > POST https://isv.example.com/restapi/webhook",
            "",
            "1 * Server responded with a response on thread main",
            "1 < 200",
            "");

    assertThat(log.format()).isEqualTo("jersey");
    assertThat(log.calls()).isEmpty();
    assertThat(log.summary().problems()).isEmpty();
  }

  @Test
  void theFilterOfOlderVersionsIsRead() {
    ReadLog log =
        ReadLog.text(
            "Nov 23, 2026 9:01:50 PM com.sun.jersey.api.client.filter.LoggingFilter log",
            "INFO: 1 * Client out-bound request",
            "1 > GET " + URL + "/folders",
            "",
            "Nov 23, 2026 9:01:51 PM com.sun.jersey.api.client.filter.LoggingFilter log",
            "INFO: 1 * Client in-bound response",
            "1 < 200",
            DATE,
            "1 < ",
            "{}",
            "");

    assertThat(log.call().timestamp()).isEqualTo(Instant.parse("2026-11-23T21:01:51Z"));
  }

  @Test
  void aBodyLongerThanALineMayBeIsReadInParts() {
    String text = "x".repeat(5_000);
    ReadLimits limits = ReadLimits.DEFAULT.with("line-bytes", 200);
    String log =
        String.join(
            "\n",
            "1 * Sending client request on thread main",
            "1 > POST " + URL + "/envelopes",
            "{\"emailBlurb\":\"" + text + "\"}",
            "",
            "1 * Client response received on thread main",
            "1 < 200",
            DATE,
            "{\"status\":\"" + text + "\",\"errorDetails\":{\"errorCode\":\"A_CODE\"}}",
            "");
    ReadLog read = ReadLog.of(log.getBytes(StandardCharsets.UTF_8), FormatOptions.NONE, limits);

    assertThat(read.call().requestBytes()).isEqualTo(text.length() + 17);
    assertThat(read.call().itemErrors()).hasSize(1);
  }

  @Test
  void openRequestsAreBounded() {
    String log =
        String.join(
            "\n",
            Stream.iterate(1, i -> i + 1)
                .limit(2_000)
                .map(i -> i + " * Sending client request on thread t\n" + i + " > GET " + URL)
                .toList());
    ReadLog read = ReadLog.text(log, "1 * Client response received on thread t", "1 < 200", DATE);

    assertThat(read.calls()).isEmpty();
    assertThat(read.summary().unanswered())
        .singleElement()
        .satisfies(requests -> assertThat(requests.count()).isGreaterThan(1));
  }

  @Test
  void headersBeyondTheLimitAreNotKept() {
    String log =
        String.join(
            "\n",
            "1 * Sending client request on thread main",
            "1 > GET " + URL + "/folders",
            "1 > Accept: application/json",
            "1 > Host: demo.docusign.net",
            "1 > User-Agent: mine",
            "",
            "1 * Client response received on thread main",
            "1 < 200",
            DATE,
            "");
    ReadLog read =
        ReadLog.of(
            log.getBytes(StandardCharsets.UTF_8),
            FormatOptions.NONE,
            ReadLimits.DEFAULT.with("headers", 2));

    assertThat(read.call().client().userAgent()).isNull();
  }
}

package org.golivecheck.log.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogReaderTest {
  private static final String PATH = "/restapi/v2.1/accounts/1/envelopes";
  private static final String COMBINED =
      "10.0.0.1 - - [23/Nov/2026:21:10:20 +0100] \"GET "
          + PATH
          + " HTTP/1.1\" 200 140 \"-\" \"A/1\"";

  private static FormatOptions format(String logFormat) {
    return new FormatOptions(null, null, Map.of(), logFormat);
  }

  @Test
  void theCombinedFormatOfNginxIsRead() {
    ReadLog log = ReadLog.fixture("nginx-1.26_egress-combined.log");

    assertThat(log.format()).isEqualTo("access-log");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:10:20Z POST  /envelopes 400 null",
            "2026-11-23T21:10:20Z GET  /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200",
            "2026-11-23T21:10:20Z GET  /envelopes 404 null",
            "2026-11-23T21:10:20Z POST  /envelopes 400 null",
            "2026-11-23T21:10:20Z GET  /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200",
            "2026-11-23T21:10:20Z GET  /envelopes 404 null");
    assertThat(log.calls().get(2).client().userAgent()).isEqualTo("curl/8.14.1");
    assertThat(log.calls().get(2).url().query())
        .isEqualTo("from_date=2026-01-01T00:00:00Z&user_name=o%27neil&order=desc");
  }

  @ParameterizedTest
  @CsvSource({"haproxy_httplog.log, 322, 199", "aws-alb_access.log, 186, 148"})
  void theLogsOfBalancersAreRead(String file, int end, int took) {
    FormatOptions utc = new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
    ReadLog log = ReadLog.of(ReadLog.bytes(file), utc, ReadLimits.DEFAULT);

    assertThat(log.format()).isEqualTo("access-log");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.calls())
        .extracting(
            call ->
                call.method()
                    + " "
                    + call.status()
                    + " "
                    + call.timestamp().toEpochMilli() % 1000
                    + " "
                    + call.duration().toMillis())
        .containsExactly("POST 201 " + end + " " + took, "GET 404 " + end + " " + took);
  }

  @Test
  void whatFollowsTheCombinedFormatIsReadByItsNames() {
    ReadLog log = ReadLog.fixture("nginx-1.26_egress-custom-upstream.log");

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .hasSize(6)
        .startsWith(
            "2026-11-23T21:10:20Z POST demo.docusign.net /envelopes 400 null 4ms"
                + " cf770d1d-c11e-4d16-9cca-702694d66383",
            "2026-11-23T21:10:20Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200 1ms"
                + " 1f5e7988-cb06-47ec-ab4e-f573f6de097a");
  }

  @Test
  void theFormatThatTheUserGivesReadsTheSame() {
    String given =
        """
        log_format main '$remote_addr - $remote_user [$time_local] "$request" '
          '$status $body_bytes_sent "$http_referer" "$http_user_agent" '
          'rt=$request_time uct=$upstream_connect_time urt=$upstream_response_time '
          'us=$upstream_status host=$host trace=$upstream_http_x_docusign_tracetoken';
        """;
    ReadLog told =
        ReadLog.of(
            ReadLog.bytes("nginx-1.26_egress-custom-upstream.log"),
            format(given),
            ReadLimits.DEFAULT);

    assertThat(told.calls())
        .isEqualTo(ReadLog.fixture("nginx-1.26_egress-custom-upstream.log").calls());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "$time_iso8601|$msec|$request_method|$host$request_uri|$status|$request_time"
            + "~2026-11-23T20:10:20+00:00|1795464620.500|GET|demo.docusign.net#|404|0.250",
        "${msec} $scheme://$http_host$uri?$args \"$request_method\" $upstream_status"
            + " $upstream_response_time trace=$sent_http_x_docusign_tracetoken"
            + "~1795464620.250 https://demo.docusign.net#?a=b \"GET\" 404 0.250, 0.001 trace=t-1",
        "LogFormat \"%V %h %l %u %t \\\"%r\\\" %>s %b %D\" main"
            + "~demo.docusign.net 10.0.0.1 - jo doe [23/Nov/2026:21:10:20 +0100]"
            + " \"GET # HTTP/1.1\" 404 - 250000",
        "%{%Y-%m-%dT%H:%M:%S%z}t %m %U%q %400,404s %{ms}T %{Host}i%%%{X-DocuSign-TraceToken}o"
            + "~2026-11-23T20:10:20+0000 GET #?a=b 404 250 demo.docusign.net%t-1",
        "[%START_TIME%] %REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH):200% %RESPONSE_CODE%"
            + " %DURATION% %REQ(:AUTHORITY)% %RESP(X-DOCUSIGN-TRACETOKEN)%"
            + "~[2026-11-23T20:10:20.000Z] GET # 404 250 demo.docusign.net t-1",
      })
  void formatsOfEveryProxyAreUnderstood(String given, String line) {
    ApiCall call = ReadLog.text(format(given), line.replace("#", PATH)).call();

    assertThat(call.method()).isEqualTo("GET");
    assertThat(call.url().host()).isEqualTo("demo.docusign.net");
    assertThat(call.url().path()).isEqualTo(PATH);
    assertThat(call.status()).isEqualTo(404);
    assertThat(call.duration()).isEqualTo(Duration.ofMillis(250));
    assertThat(call.timestamp().getEpochSecond()).isEqualTo(1_795_464_620L);
    assertThat(call.traceToken())
        .isEqualTo(given.toLowerCase(Locale.ROOT).contains("trace") ? "t-1" : null);
  }

  @Test
  void aTimeOfTheBeginningBecomesThatOfTheEnd() {
    String line = "[23/Nov/2026:21:10:20 +0100] \"GET " + PATH + " HTTP/1.1\" 200 2500000";

    assertThat(ReadLog.text(format("%t \"%r\" %s %D"), line).call().timestamp())
        .isEqualTo("2026-11-23T20:10:22.500Z");
    assertThat(
            ReadLog.text(format("[$time_local] \"$request\" $status $bytes_sent"), line)
                .call()
                .timestamp())
        .isEqualTo("2026-11-23T20:10:20Z");
  }

  @Test
  void usualFormatsNeedNoTelling() {
    String common = COMBINED.substring(0, COMBINED.indexOf(" \"-\""));
    String envoy =
        "[2026-11-23T20:10:20.000Z] \"GET "
            + PATH
            + " HTTP/1.1\" 200 - 0 154 250 249 \"-\" \"A/1\" \"6f3f\" \"demo.docusign.net\""
            + " \"64.207.217.1:443\"";
    String istio = envoy.replace("200 - 0", "200 - via_upstream - \"-\" 0");

    assertThat(ReadLog.text(COMBINED).call().client().userAgent()).isEqualTo("A/1");
    assertThat(ReadLog.text(common).call().timestamp()).isEqualTo("2026-11-23T20:10:20Z");
    assertThat(ReadLog.text("demo.docusign.net:443 " + COMBINED).call().url().host())
        .isEqualTo("demo.docusign.net");
    for (String line : new String[] {envoy, istio}) {
      ApiCall call = ReadLog.text(line).call();
      assertThat(call.url().host()).isEqualTo("demo.docusign.net");
      assertThat(call.client().userAgent()).isEqualTo("A/1");
      assertThat(call.timestamp()).isEqualTo("2026-11-23T20:10:20.250Z");
    }
  }

  @Test
  void headersThatAreLoggedAreUnderstood() {
    ApiCall call =
        ReadLog.text(
                format(
                    "$time_iso8601 \"$request\" $status $http_content_length"
                        + " $sent_http_x_ratelimit_limit $sent_http_x_ratelimit_remaining"
                        + " $http_x_docusign_sdk \"$http_x_docusign_act_on_behalf\""),
                "2026-11-23T20:10:20Z \"POST " + PATH + " HTTP/1.1\" 201 17 3000 12 Java \"joe\"")
            .call();

    assertThat(call.requestBytes()).isEqualTo(17);
    assertThat(call.limits().hourlyLimit()).isEqualTo(3000);
    assertThat(call.limits().hourlyRemaining()).isEqualTo(12);
    assertThat(call.client().sdk()).isEqualTo("Java");
    assertThat(call.client().actsOnBehalfOf()).isEqualTo("joe");
  }

  @Test
  void escapesAreTakenOff() {
    assertThat(ReadLog.text(COMBINED.replace("A/1", "A\\\"\\x22\\\\B")).call().client().userAgent())
        .isEqualTo("A\"\"\\B");
  }

  @Test
  void requestsThatAreNoneAreNoProblem() {
    ReadLog log =
        ReadLog.text(
            COMBINED,
            COMBINED.replace("GET " + PATH + " HTTP/1.1", "\\x16\\x03\\x01\\x02"),
            COMBINED.replace("GET " + PATH + " HTTP/1.1", "-").replace("200", "408"));

    assertThat(log.call().status()).isEqualTo(200);
    assertThat(log.input().skipped()).isEqualTo(2);
  }

  @Test
  void aForeignLineIsSkipped() {
    ReadLog log = ReadLog.text(COMBINED, "2026/11/23 [error] upstream timed out", COMBINED);

    assertThat(log.calls()).hasSize(2);
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.input().skipped()).isEqualTo(1);
  }

  @Test
  void aCallOfNoFormatIsAProblemWithLineAndOffset() {
    ReadLog log = ReadLog.text(COMBINED, "", "GET " + PATH + " HTTP/1.1 failed", COMBINED);

    assertThat(log.calls()).hasSize(2);
    LogProblem problem = log.problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.BAD_RECORD);
    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.offset()).isEqualTo(COMBINED.length() + 2L);
    assertThat(problem.message()).contains("--log-format");
  }

  @Test
  void aCallWithoutAnAnswerIsCountedAndNoProblem() {
    ReadLog log =
        ReadLog.text(
            format("%START_TIME% %REQ(:METHOD)% %REQ(:PATH)% %RESPONSE_CODE%"),
            "2026-11-23T20:10:20Z GET " + PATH + " 200",
            "2026-11-23T20:10:20Z GET " + PATH + " 0");

    assertThat(log.calls()).hasSize(1);
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered()).extracting(Unanswered::source).containsExactly("log:2");
  }

  @Test
  void aLineBeyondTheLimitIsLeftOut() {
    byte[] bytes =
        (COMBINED + "\n" + COMBINED.replace("A/1", "x".repeat(300)))
            .getBytes(StandardCharsets.UTF_8);
    ReadLog log = ReadLog.of(bytes, FormatOptions.NONE, ReadLimits.DEFAULT.with("line-bytes", 200));

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().message()).contains("--limit line-bytes=400");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$remote_addr $status | no field for the method",
        "$request_method $status | no field for the path",
        "$request | no field for the status",
        "%h %m %>s | no field for the path",
        "%REQ(:METHOD)% %REQ(:PATH)% | no field for the status",
        "$status$request_method $uri | nothing between them",
        "%{Host %s | brace",
      })
  void aFormatThatWillNotDoIsRefused(String given, String message) {
    assertThatThrownBy(() -> FormatOptions.checkLogFormat(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the log format")
        .hasMessageContaining(message);
    assertThatThrownBy(() -> format(given)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1 - - [now] \"GET / HTTP/1.1\" 200 1",
        "text [23/Nov/2026:21:10:20 +0100] \"GET / HTTP/1.1\"",
        "--> GET https://demo.docusign.net/restapi",
        "INFO: 1 > GET https://demo.docusign.net/restapi",
      })
  void otherTextIsNoAccessLog(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(new AccessLogReader().recognises(bytes, bytes.length, FormatOptions.NONE)).isFalse();
  }
}

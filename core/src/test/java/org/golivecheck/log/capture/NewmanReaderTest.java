package org.golivecheck.log.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewmanReaderTest {
  private static final String REQUEST =
      "\"request\":{\"method\":\"GET\",\"url\":{\"protocol\":\"https\",\"host\":[\"demo\",\"docusign\",\"net\"],"
          + "\"path\":[\"restapi\",\"v2.1\",\"accounts\",\"1\",\"envelopes\"],\"query\":[]}}";

  /** A report of executions, each written without its braces. */
  private static String report(String... executions) {
    return "{\"collection\":{\"item\":[]},\"run\":{\"timings\":{\"started\":1795467878643},"
        + "\"executions\":[{"
        + String.join("},{", executions)
        + "}]}}";
  }

  private static String ok(int millis, String response) {
    return REQUEST + ",\"response\":{\"code\":200,\"responseTime\":" + millis + response + "}";
  }

  private static String date(String time) {
    return ",\"header\":[{\"key\":\"Date\",\"value\":\"Mon, 23 Nov 2026 " + time + " GMT\"}]";
  }

  private static String stream(String body) {
    StringBuilder bytes = new StringBuilder();
    for (byte b : body.getBytes(StandardCharsets.UTF_8)) {
      bytes.append(bytes.length() == 0 ? "" : ",").append(b & 0xFF);
    }
    return ",\"stream\":{\"type\":\"Buffer\",\"data\":[" + bytes + "]}";
  }

  @Test
  void reportOfNewmanIsReadAsAPersonReadsIt() {
    ReadLog log = ReadLog.fixture("newman-6.2.2_json-reporter.json");

    assertThat(log.format()).isEqualTo("newman");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:04:38.703Z POST demo.docusign.net /envelopes 201 60ms"
                + " 93024a61-6134-48fd-8715-928b220af432",
            "2026-11-23T21:04:38.706Z POST demo.docusign.net /envelopes 400"
                + " INVALID_EMAIL_ADDRESS_FOR_RECIPIENT 3ms 84f49022-b5e2-49fd-a1ae-160083a710cb",
            "2026-11-23T21:04:38.749Z GET demo.docusign.net /envelopes/missing-0000 404"
                + " ENVELOPE_DOES_NOT_EXIST 43ms b5df4a35-670c-47f5-a908-b512a4194940",
            "2026-11-23T21:04:38.791Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/documents/1 200 42ms"
                + " 330f5370-7eeb-4e35-8509-10ef0e9c7d8b");
    assertThat(log.calls().get(0).requestBytes()).isEqualTo(46);
    assertThat(log.calls().get(0).client().userAgent()).isEqualTo("PostmanRuntime/7.39.1");
    assertThat(log.calls().get(2).url().query()).isEqualTo("include=recipients");
    assertThat(log.calls().toString()).doesNotContain("SYNTHETIC");
  }

  @Test
  void timeIsThatOfTheDateButNeverGoesBack() {
    ReadLog log =
        ReadLog.text(
            report(
                ok(100, date("21:04:38")),
                ok(100, date("21:09:00")),
                ok(250, date("21:09:00")),
                ok(50, ""),
                ok(50, date("21:08:00"))));

    assertThat(log.calls())
        .extracting(ApiCall::timestamp)
        .containsExactly(
            Instant.parse("2026-11-23T21:04:38.743Z"),
            Instant.parse("2026-11-23T21:09:00Z"),
            Instant.parse("2026-11-23T21:09:00.250Z"),
            Instant.parse("2026-11-23T21:09:00.300Z"),
            Instant.parse("2026-11-23T21:09:00.350Z"));
  }

  @Test
  void timeThatNothingTellsIsAProblem() {
    String report = report(ok(1, ""), ok(1, date("21:04:38"))).replace("started", "begun");

    ReadLog log = ReadLog.text(report);

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().message()).startsWith("Exchange 1 has no Date");
  }

  @Test
  void membersMayComeInAnyOrder() {
    String body = "{\"errorDetails\":{\"errorCode\":\"A_CODE\"}}";
    String turned =
        "\"response\":{\"stream\":{\"data\":"
            + stream(body).replaceAll(".*\"data\":(.*)}", "$1")
            + ",\"type\":\"Buffer\"},\"responseTime\":5,\"code\":200},"
            + REQUEST;

    String report = report(turned).substring("{\"collection\":{\"item\":[]},\"run\":{".length());

    ReadLog log = ReadLog.text("{\"run\":{\"stats\":{}," + report);

    assertThat(log.format()).isEqualTo("newman");
    assertThat(log.call().itemErrors()).extracting(ItemError::code).containsExactly("A_CODE");
  }

  @Test
  void keyInAFormIsThatOfItsToken() {
    String key = "7c2b8d7e-83c3-4940-af5e-cda8a50dd73f";
    String form =
        REQUEST
            .replace("\"restapi\",\"v2.1\",\"accounts\",\"1\",\"envelopes\"", "\"oauth\",\"token\"")
            .replace(
                "\"method\"",
                "\"body\":{\"mode\":\"urlencoded\",\"urlencoded\":[{\"key\":\"client_id\","
                    + "\"value\":\""
                    + key
                    + "\"}]},\"method\"");

    ApiCall call = ReadLog.text(report(ok(1, "").replace(REQUEST, form))).call();

    assertThat(call.identity().integrationKey()).isEqualTo(key);
  }

  @Test
  void urlMayBeATextOrHaveAPort() {
    String text = REQUEST.replaceAll("\"url\":.*", "\"url\":\"https://na4.docusign.net/restapi\"}");
    String port = REQUEST.replace("\"query\"", "\"port\":\"8443\",\"query\"");

    assertThat(ReadLog.text(report(ok(1, "").replace(REQUEST, text))).call().url().host())
        .isEqualTo("na4.docusign.net");
    assertThat(ReadLog.text(report(ok(1, "").replace(REQUEST, port))).call().url().path())
        .isEqualTo("/restapi/v2.1/accounts/1/envelopes");
  }

  @Test
  void requestWithoutAnAnswerIsCountedByItsCause() {
    String refused = REQUEST + ",\"requestError\":{\"code\":\"ECONNREFUSED\"}";

    ReadLog log = ReadLog.text(report(ok(1, ""), refused));

    assertThat(log.calls()).hasSize(1);
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered())
        .containsExactly(new Unanswered("demo.docusign.net", "refused", "log!2", 1));
  }

  @Test
  void collectionWithoutARunIsNoReport() {
    ReadLog log = ReadLog.text("{\"collection\":{\"item\":[{\"name\":\"a\"}]}}");

    assertThat(log.problem().code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
    assertThat(log.problem().message()).contains("--reporters json");
  }

  @Test
  void reportThatIsCutKeepsWhatWasWhole() {
    String report = report(ok(1, ""), ok(1, ""));

    ReadLog log = ReadLog.text(report.substring(0, report.length() - 5));

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().code()).isEqualTo(ProblemCode.TRUNCATED_ARCHIVE);
  }

  @Test
  void longBodyIsCutAndTold() {
    String body = "x".repeat(20_000);
    byte[] report = report(ok(1, stream(body))).getBytes(StandardCharsets.UTF_8);

    ReadLog log =
        ReadLog.of(report, FormatOptions.NONE, ReadLimits.DEFAULT.with("line-bytes", 200));

    assertThat(log.calls()).hasSize(1);
    assertThat(log.problem().code()).isEqualTo(ProblemCode.ENTRY_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"info\":{},\"item\":[]}",
        "{\"collection\":\"a\",\"item\":[]}",
        "{\"run\":{\"id\":5}}",
        "{\"run\":[],\"stats\":{}}",
        "{\"log\":{\"entries\":[]}}",
        "{\"collection\":{\"name\":\"x\"}}"
      })
  void otherLogsAreNotTakenForReports(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(new NewmanReader().recognises(bytes, bytes.length, FormatOptions.NONE)).isFalse();
  }
}

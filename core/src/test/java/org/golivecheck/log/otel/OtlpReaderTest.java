package org.golivecheck.log.otel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpReaderTest {
  private static final String ENVELOPES =
      "https://demo.docusign.net/restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555/envelopes";
  private static final String STATUS = number("http.response.status_code", 200);

  private static String text(String key, String value) {
    return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
  }

  private static String number(String key, long value) {
    return "{\"key\":\"" + key + "\",\"value\":{\"intValue\":\"" + value + "\"}}";
  }

  private static String span(int kind, String... attributes) {
    return "{\"attributes\":["
        + String.join(",", attributes)
        + "],\"kind\":"
        + kind
        + ",\"startTimeUnixNano\":\"1795468028579110583\",\"endTimeUnixNano\":\"1795468028668147085\"}";
  }

  private static String get(String... more) {
    return span(
        3, text("http.request.method", "GET"), text("url.full", ENVELOPES), String.join(",", more));
  }

  private static String batch(String... spans) {
    return "{\"resourceSpans\":[{\"resource\":{\"attributes\":["
        + text("docusign.integration_key", "7c2b8d7e-83c3-4940-af5e-cda8a50dd73f")
        + ","
        + text("host.name", "isv-1")
        + "]},\"scopeSpans\":[{\"scope\":{},\"spans\":["
        + String.join(",", spans)
        + "]}]}]}";
  }

  private static boolean recognises(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new OtlpReader().recognises(bytes, bytes.length, FormatOptions.NONE);
  }

  @Test
  void logOfTheJavaAgentIsReadAsAPersonReadsIt() {
    ReadLog log = ReadLog.fixture("otel-javaagent-2.15.0_logging-otlp-exporter.log");

    assertThat(log.format()).isEqualTo("otlp");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.input().skipped()).isZero();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:07:08.668147085Z POST demo.docusign.net /envelopes 201 89ms"
                + " eeee264f-e576-459d-ac66-88bb75b5beaf",
            "2026-11-23T21:07:08.766169682Z POST demo.docusign.net /envelopes 400 null 11ms"
                + " 502ab997-49f8-4e6b-9a34-dc1723a2285a",
            "2026-11-23T21:07:08.826571783Z GET demo.docusign.net /envelopes/missing-0000 404 null"
                + " 7ms 99690177-d2e7-4cb9-b83b-03763e3e9b4c",
            "2026-11-23T21:07:08.877386408Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200 4ms"
                + " 601c6d24-2cb5-4951-84f7-6af5620f10ae",
            "2026-11-23T21:07:09.298206406Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/documents/1 200 4ms"
                + " 989ceb7b-77fb-4a43-aaa6-bae44b89154e");
    assertThat(log.calls().get(0).limits().hourlyRemaining()).isEqualTo(2984);
    assertThat(log.calls().get(0).source()).isEqualTo("log:1");
  }

  @Test
  void attributesMayComeBeforeTheKindAndWhateverTheirType() {
    ApiCall call =
        ReadLog.text(
                batch(
                    get(
                        STATUS,
                        "{\"value\":{\"boolValue\":true},\"key\":\"error\"}",
                        "{\"value\":{\"kvlistValue\":{\"values\":[]}},\"key\":\"url\"}")))
            .call();

    assertThat(call.timestamp()).isEqualTo(Instant.parse("2026-11-23T21:07:08.668147085Z"));
    assertThat(call.duration()).isEqualTo(Duration.ofNanos(89_036_502));
    assertThat(call.identity().integrationKey()).isEqualTo("7c2b8d7e-83c3-4940-af5e-cda8a50dd73f");
    assertThat(call.vantage()).isEqualTo(ApiCall.Vantage.CLIENT);
  }

  @Test
  void urlIsPutTogetherFromItsParts() {
    String span =
        span(
            3,
            text("http.method", "GET"),
            text("net.peer.name", "demo.docusign.net"),
            text("http.target", "/restapi/v2.1/accounts/1/envelopes?count=5"),
            number("http.status_code", 200));

    ApiCall call = ReadLog.text(batch(span)).call();

    assertThat(call.url().host()).isEqualTo("demo.docusign.net");
    assertThat(call.url().query()).isEqualTo("count=5");
  }

  @Test
  void spansOfServersAndOfOtherProtocolsArePassedOver() {
    String server = span(2, text("http.request.method", "GET"), text("url.path", "/x"), STATUS);
    String database = span(3, text("db.system", "postgresql"), text("db.statement", "select 1"));

    ReadLog log = ReadLog.text(batch(server, database, get(STATUS)), "", "another line");

    assertThat(log.call().status()).isEqualTo(200);
    assertThat(log.input().skipped()).isEqualTo(3);
  }

  @Test
  void requestWithoutAnAnswerIsCounted() {
    ReadLog log = ReadLog.text(batch(get(text("error.type", "java.net.ConnectException"))));

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered()).hasSize(1);
  }

  @Test
  void brokenLineIsAProblemAndTheOthersCount() {
    String cut = batch(get(STATUS), get(STATUS));

    ReadLog log = ReadLog.text(batch(get(STATUS)), cut.substring(0, cut.length() - 30), batch());

    assertThat(log.calls()).extracting(ApiCall::source).containsExactly("log:1", "log:2");
    assertThat(log.problem().line()).isEqualTo(2);
    assertThat(log.problem().offset()).isEqualTo(batch(get(STATUS)).length() + 1L);
    assertThat(log.problem().message())
        .isEqualTo(
            "The record is not JSON, and its spans after the defect are left out: it ends too early.");
  }

  @Test
  void documentOfSeveralLinesIsRead() {
    String document = batch(get(STATUS), get(STATUS)).replace("{", "{\n ").replace(",", ",\n ");

    assertThat(ReadLog.text(document).format()).isEqualTo("otlp");
    assertThat(ReadLog.text(document).calls()).hasSize(2);
    assertThat(ReadLog.text(document.replace("resourceSpans", "batches")).calls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#$",
        "[#,#]$$",
        "[\n#,\n#\n]$$",
        "#\n\n#$$",
        "# #$$",
        "text\n#\nmore {text}\n#\nend$$",
        "2026-11-23 INFO exporter - #\n2026-11-23 INFO exporter - #$$",
        "[main] INFO #\n[main] INFO #$$",
      })
  void spellingDoesNotMatter(String shape) throws JsonProcessingException {
    String compact = batch(get(STATUS));
    String blank = compact.replace("\":", "\" : ").replace("[{", "[ {").replace("{", "{ ");
    String printed = new ObjectMapper().readTree(compact).toPrettyString();
    String escaped =
        compact.replace("resourceSpans", "\\u0072esourceSpans").replace("spans\"", "sp\\u0061ns\"");
    String more = "{\"extra\":{\"a\":[1,{}]}," + compact.substring(1);
    int documents = shape.length() - shape.replace("$", "").length();
    String log = shape.replace("$", "");
    boolean ofLines = shape.contains("INFO");

    for (String spelt : List.of(compact, blank, escaped, more, ofLines ? blank : printed)) {
      ReadLog read = ReadLog.text(log.replace("#", spelt));
      assertThat(read.format()).as(spelt).isEqualTo("otlp");
      assertThat(read.summary().problems()).as(spelt).isEmpty();
      assertThat(read.calls()).as(spelt).hasSize(documents);
    }
  }

  @Test
  void documentThatIsCutAnywhereCostsNoOther() {
    String whole = batch(get(STATUS));
    for (int length = 1; length < whole.length(); length++) {
      ReadLog log = ReadLog.text(whole, whole.substring(0, length), whole, whole);

      assertThat(log.calls()).as(whole.substring(0, length)).hasSizeGreaterThanOrEqualTo(3);
      assertThat(log.problem().line()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'resourceSpans':[{'scopeSpans':['spans']}]}",
        "{'resourceSpans':[{'scopeSpans':[{'spans':'none'}]}]}",
        "{'resourceSpans':[{'scopeSpans':[{'spans':[1]}]}]}",
        "{'resourceSpans':[{},7]}",
        "{'resourceSpans':[{'scopeSpans':[{'spans':[{'kind':3,'attributes':{'a':'b'}}]}]}]}",
        "{'resourceSpans':[{'scopeSpans':[{'spans':[{'kind':3,]}]}]}",
      })
  void spansThatCannotBeReadAreAProblem(String text) {
    ReadLog log = ReadLog.text(batch(get(STATUS)), text.replace('\'', '"'), batch(get(STATUS)));

    assertThat(log.calls()).hasSize(2);
    assertThat(log.problem().line()).isEqualTo(2);
    assertThat(ReadLog.text(text.replace('\'', '"')).summary().problems()).hasSize(1);
  }

  @Test
  void batchLongerThanAnyBufferIsReadWhole() {
    String[] spans = new String[600];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = get(STATUS, text("thread.name", "x".repeat(300)));
    }

    assertThat(ReadLog.text("prefix " + batch(spans)).calls()).hasSize(600);
  }

  @Test
  void userMayNameAttributesOfTheirOwn() {
    FormatOptions options =
        new FormatOptions(null, null, Map.of("error-code", "isv.docusign.code"), null);
    String span =
        get(number("http.status_code", 400), text("isv.docusign.code", "ENVELOPE_LOCKED"));

    ApiCall call = ReadLog.text(options, batch(span)).call();

    assertThat(call.error()).isNotNull();
    assertThat(call.error().code()).isEqualTo("ENVELOPE_LOCKED");
  }

  @Test
  void longAttributeIsCutAndTold() {
    byte[] log =
        batch(get(STATUS, text("user_agent.original", "x".repeat(300))))
            .getBytes(StandardCharsets.UTF_8);

    ReadLog read = ReadLog.of(log, FormatOptions.NONE, ReadLimits.DEFAULT.with("line-bytes", 200));

    assertThat(read.problem().code()).isEqualTo(ProblemCode.ENTRY_LIMIT);
    assertThat(read.calls().get(0).client().userAgent()).hasSize(200);
  }

  @Test
  void credentialsInCapturedHeadersAreNotKept() {
    String header = text("http.request.header.authorization", "Bearer eyJ0eXAiOiJNVCJ9.AAAA.BBBB");

    assertThat(ReadLog.text(batch(get(STATUS, header))).call().toString()).doesNotContain("AAAA");
  }

  @Test
  void lineOfSpansIsKnownThoughItsResourceIsLongerThanWhatIsSeen() {
    String line =
        "2026-11-23 INFO exporter - {\"resource\":{\"attributes\":["
            + text("process.command_args", "x".repeat(9_000));

    assertThat(recognises("Some line\n" + line.substring(0, 8_000))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resource\":{\"attributes\":[]},\"scopeLogs\":[]}\n",
        "{\"resourceSpans\":\"none\"}",
        "{\"batches\":[1,2]}",
        "{\"resourceMetrics\":[]}",
        "2026-11-23 INFO {\"resource\":{\"id\":1}}\n",
        "{\"log\":{\"entries\":[]}}",
        "{"
      })
  void otherLogsAreNotTakenForSpans(String text) {
    assertThat(recognises(text)).isFalse();
  }
}

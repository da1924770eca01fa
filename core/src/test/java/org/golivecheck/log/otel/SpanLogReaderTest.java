package org.golivecheck.log.otel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanLogReaderTest {
  private static final String START =
      "[otel.javaagent 2026-11-23 21:07:05:060 +0000] [main] INFO LoggingSpanExporter - 'GET' : 1 2"
          + " CLIENT [tracer: a:1] ";
  private static final String GET =
      "url.full=https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes,"
          + " http.request.method=GET";

  private static String span(String attributes) {
    return START + "AttributesMap{data={" + attributes + "}, capacity=128, totalAddedValues=9}";
  }

  @Test
  void logOfTheJavaAgentIsReadAsAPersonReadsIt() {
    ReadLog log = ReadLog.fixture("otel-javaagent-2.15.0_console-exporter.log");

    assertThat(log.format()).isEqualTo("otel-console");
    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "2026-11-23T21:07:05.060Z POST demo.docusign.net /envelopes 201"
                + " 0f87bcc5-13d8-477e-a299-a49a0d6f8cb2",
            "2026-11-23T21:07:05.164Z POST demo.docusign.net /envelopes 400 null"
                + " a68c8d5d-1c74-443c-ba98-d9445705dc03",
            "2026-11-23T21:07:05.226Z GET demo.docusign.net /envelopes/missing-0000 404 null"
                + " 96f4dae5-231b-4746-848e-4c2dab90c8d9",
            "2026-11-23T21:07:05.279Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee 200"
                + " 7fe8fbba-be22-423e-98ee-d6eac83fe343",
            "2026-11-23T21:07:05.758Z GET demo.docusign.net"
                + " /envelopes/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/documents/1 200"
                + " d5500dd3-617b-4f1f-9e6a-525cf1eb09df");
    assertThat(log.calls().get(0).limits().hourlyRemaining()).isEqualTo(2984);
  }

  @Test
  void valuesMayHaveCommasAndQuotes() {
    String attributes =
        "{user_agent.original=\"a, b=c, d\", " + GET + ", http.response.status_code=200}";

    ApiCall call = ReadLog.text(START + attributes).call();

    assertThat(call.client().userAgent()).isEqualTo("a, b=c, d");
    assertThat(call.status()).isEqualTo(200);
  }

  @Test
  void otherLinesAndSpansArePassedOver() {
    String server = span(GET + ", http.response.status_code=200").replace("CLIENT", "SERVER");
    String database = span("db.system=postgresql, db.statement=select 1");

    ReadLog log =
        ReadLog.text(server, database, "a line", "", span(GET + ", http.response.status_code=201"));

    assertThat(log.call().status()).isEqualTo(201);
    assertThat(log.input().skipped()).isEqualTo(3);
  }

  @Test
  void requestWithoutAnAnswerIsCounted() {
    ReadLog log = ReadLog.text(span(GET + ", error.type=java.net.ConnectException"));

    assertThat(log.summary().problems()).isEmpty();
    assertThat(log.summary().unanswered()).extracting(Unanswered::source).containsExactly("log:1");
  }

  @Test
  void limitsHoldAndAreTold() {
    byte[] log =
        span(GET + ", http.response.status_code=200, user_agent.original=" + "x".repeat(300))
            .getBytes(StandardCharsets.UTF_8);

    ReadLog read = ReadLog.of(log, FormatOptions.NONE, ReadLimits.DEFAULT.with("line-bytes", 200));

    assertThat(read.problem().code()).isEqualTo(ProblemCode.ENTRY_LIMIT);
    assertThat(read.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a [tracer: x] no attributes", "a [tracer: x", "{\"resourceSpans\":[]}", ""})
  void otherLogsAreNotTakenForSpans(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(new SpanLogReader().recognises(bytes, bytes.length, FormatOptions.NONE)).isFalse();
  }
}

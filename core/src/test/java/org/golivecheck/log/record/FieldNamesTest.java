package org.golivecheck.log.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.record.Alias.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNamesTest {
  private static final NameNode ROOT = FieldNames.root(Map.of());

  @ParameterizedTest
  @CsvSource({
    "timestamp, TIMESTAMP",
    "@timestamp, TIMESTAMP",
    "Time, TIMESTAMP",
    "HTTP Method, METHOD",
    "http.request.method, METHOD",
    "request_uri, URL",
    "url.full, URL",
    "Status-Code, STATUS",
    "http.response.status_code, STATUS",
    "errorCode, ERROR_CODE",
    "x-docusign-trace-token, TRACE_TOKEN",
    "request_time, DURATION",
    "integratorKey, INTEGRATION_KEY",
    "user_agent.original, USER_AGENT",
    "fields.status, STATUS",
    "attributes.http.request.method, METHOD"
  })
  void namesAreKnownInAnySpelling(String name, RecordField field) {
    assertThat(ROOT.child(name).alias()).isNotNull();
    assertThat(ROOT.child(name).alias().field()).isEqualTo(field);
  }

  @Test
  void dotsLeadIntoObjectsOrArePartOfTheName() {
    NameNode nested = ROOT.child("http").child("response").child("status_code");

    assertThat(nested).isSameAs(ROOT.child("http.response.status_code"));
    assertThat(ROOT.child("http").child("response.status_code")).isSameAs(nested);
  }

  @Test
  void anIdOfATraceIsNoTraceToken() {
    assertThat(ROOT.child("trace.id").alias()).isNull();
    assertThat(ROOT.child("traceId").alias()).isNull();
    assertThat(ROOT.child("nothing.of.this").isNothing()).isTrue();
  }

  @Test
  void headersAreMembersOfTheirOwn() {
    NameNode token = ROOT.child("http.response.header.x-docusign-tracetoken");

    assertThat(token.kind()).isEqualTo(NameNode.Kind.RESPONSE_HEADERS);
    assertThat(token.header()).isEqualTo("x-docusign-tracetoken");
    assertThat(ROOT.child("headers").child("X-DocuSign-SDK").header()).isEqualTo("X-DocuSign-SDK");
  }

  @ParameterizedTest
  @CsvSource({
    "event.duration, NANOS",
    "request_time, SECONDS",
    "durationMs, MILLIS",
    "duration, MILLIS"
  })
  void durationsHaveTheUnitOfTheirName(String name, Unit unit) {
    assertThat(ROOT.child(name).alias().unit()).isEqualTo(unit);
  }

  @Test
  void whatTheUserNamesGoesBeforeWhatIsKnown() {
    NameNode root =
        FieldNames.root(Map.of("timestamp", "logged.When", "duration", "took_us", "url", "path"));

    assertThat(root.child("logged").child("when").alias().field()).isEqualTo(RecordField.TIMESTAMP);
    assertThat(root.child("timestamp").alias()).isNull();
    assertThat(root.child("took_us").alias().unit()).isEqualTo(Unit.MICROS);
    assertThat(root.child("path").alias().field()).isEqualTo(RecordField.URL);
    assertThat(root.child("method").alias().field()).isEqualTo(RecordField.METHOD);
  }

  @ParameterizedTest
  @CsvSource({"error-code", "errorCode", "ERROR_CODE", "traceToken", "url"})
  void fieldsAreNamedInAnySpelling(String name) {
    FormatOptions.checkField(name);
  }

  @Test
  void anUnknownFieldIsRefusedWithTheList() {
    assertThatThrownBy(() -> FormatOptions.checkField("methd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no field methd; there are " + String.join(", ", FormatOptions.fieldNames()));
    assertThat(FormatOptions.fieldNames())
        .contains("method", "user-agent")
        .doesNotContain("excluded");
    assertThatThrownBy(() -> new FormatOptions(null, null, Map.of("x", "y"), null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

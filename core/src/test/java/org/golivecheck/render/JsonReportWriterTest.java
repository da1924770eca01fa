package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.report.GoLiveReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode SCHEMA = schema();
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMA);

  static Stream<GoLiveReport> fixtures() {
    return ReportFixtures.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void reportIsValidByThePublishedSchema(GoLiveReport report) throws IOException {
    assertThat(VALIDATOR.validate(JSON.readTree(print(report)))).isEmpty();
  }

  @Property(tries = 200)
  void anyReportIsValidByThePublishedSchema(@ForAll("reports") GoLiveReport report)
      throws IOException {
    String printed = print(report);

    assertThat(VALIDATOR.validate(JSON.readTree(printed))).isEmpty();
    assertThat(printed).isEqualTo(print(report)).doesNotContain("\r");
  }

  @Provide
  Arbitrary<GoLiveReport> reports() {
    return ReportArbitraries.reports();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyNameIsInTheSchemaAndEveryNameOfTheSchemaIsThere(GoLiveReport report)
      throws IOException {
    assertSameNames(JSON.readTree(print(report)), SCHEMA);
  }

  /** The schema allows further names, for versions to come; this version must not use any. */
  private static void assertSameNames(JsonNode value, JsonNode schema) {
    JsonNode resolved = resolve(schema);
    if (value.isObject()) {
      assertThat(value.fieldNames())
          .toIterable()
          .containsAll(List.of(JSON.convertValue(resolved.path("required"), String[].class)));
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        assertThat(resolved.path("properties").has(field.getKey())).as(field.getKey()).isTrue();
        assertSameNames(field.getValue(), resolved.path("properties").path(field.getKey()));
      }
    } else if (value.isArray()) {
      value.forEach(item -> assertSameNames(item, resolved.path("items")));
    }
  }

  private static JsonNode resolve(JsonNode schema) {
    String ref = schema.path("$ref").asText("");
    return ref.isEmpty() ? schema : SCHEMA.at(ref.substring(1));
  }

  @Test
  void schemaRefusesWhatIsNoReport() throws IOException {
    String printed = print(ReportFixtures.polling());

    assertThat(VALIDATOR.validate(JSON.readTree("{}"))).isNotEmpty();
    assertThat(VALIDATOR.validate(JSON.readTree(printed.replace("\"FAIL\"", "\"fail\""))))
        .isNotEmpty();
    assertThat(VALIDATOR.validate(JSON.readTree(printed.replace("\"BREACH\"", "\"POLL\""))))
        .isNotEmpty();
    assertThat(VALIDATOR.validate(JSON.readTree(printed.replace("1234567Z", "1234567+01:00"))))
        .isNotEmpty();
  }

  @Test
  void namesStandInTheirDocumentedOrderWithNullWhereTheyDoNotApply() throws IOException {
    String printed = print(ReportFixtures.nothingRead());

    assertThat(printed.replace(ToolInfo.version(), "VERSION"))
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "tool": {
                "name": "golive-check",
                "version": "VERSION"
              },
              "profile": "classic",
              "verdict": "NO_VERDICT",
              "profiles": [],
              "next": [
                {
                  "who": "integration-developer",
                  "text": "Give a log that contains API calls, such as DocuSign's request log."
                }
              ],
              "reasons": [
                {
                  "rule": "GL-001",
                  "message": "No call was read."
                }
              ],
              "window": {
                "required": 20,
                "cleanCallsNeeded": 20,
                "calls": []
              },
              "calls": {
                "total": 0,
                "countable": 0,
                "unanswered": 0,
                "failed": 0,
                "duplicates": 0,
                "filtered": 0,
                "excluded": {
                  "web-app": 0,
                  "login": 0,
                  "oauth": 0,
                  "diagnostics": 0,
                  "other-api": 0,
                  "other-host": 0
                },
                "environments": {
                  "demo": 0,
                  "production": 0,
                  "unknown": 0
                },
                "countableEnvironments": {
                  "demo": 0,
                  "production": 0,
                  "unknown": 0
                },
                "from": null,
                "to": null
              },
              "keys": [],
              "parts": [],
              "findings": [],
              "notes": [],
              "inputs": [
                {
                  "name": "empty.zip",
                  "format": "request-log",
                  "entries": 0,
                  "calls": 0,
                  "skipped": 3
                }
              ],
              "problems": [],
              "gate": {
                "failOn": "error",
                "allowEmpty": false,
                "result": "undecided",
                "excused": false,
                "open": 0,
                "baselined": 0,
                "suppressed": 0,
                "baseline": null,
                "suppressions": []
              }
            }
            """);
  }

  @Test
  void timesKeepAllSevenDigits() throws IOException {
    JsonNode report = JSON.readTree(print(ReportFixtures.polling()));

    assertThat(report.at("/window/calls/0/timestamp").asText())
        .isEqualTo("2026-11-23T10:00:00.1234567Z");
    assertThat(report.at("/findings/0/evidence/0/timestamp").asText())
        .isEqualTo("2026-11-23T10:00:45.1234567Z");
  }

  @Test
  void positionsThatDoNotApplyAreNull() throws IOException {
    JsonNode problems = JSON.readTree(print(ReportFixtures.problems())).path("problems");

    assertThat(problems.at("/0/line").isNull()).isTrue();
    assertThat(problems.at("/0/offset").asLong()).isEqualTo(1_048_576);
    assertThat(problems.at("/1/line").asLong()).isEqualTo(17);
    assertThat(problems.at("/1/offset").isNull()).isTrue();
  }

  @Test
  void versionIsThatOfTheBuild() {
    assertThat(ToolInfo.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
  }

  private static String print(GoLiveReport report) throws IOException {
    StringBuilder out = new StringBuilder();
    ReportFormats.writer("json").write(report, out);
    return out.toString();
  }

  private static JsonNode schema() {
    try (InputStream in = ReportFormats.class.getResourceAsStream("golive-report.schema.json")) {
      return JSON.readTree(in);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the schema is no JSON", unreadable);
    }
  }
}

package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.render.build.SarifReportWriter;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.rule.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks reports by the official schema, which a library on the class path of the tests contains.
 */
class SarifReportWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA = schema();

  static Stream<GoLiveReport> fixtures() {
    return ReportFixtures.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void reportIsValidByTheOfficialSchema(GoLiveReport report) throws IOException {
    assertValid(JSON.readTree(Printed.print("sarif", report)));
    assertValid(JSON.readTree(Printed.print(ReportFormats.writer("sarif"), report)));
  }

  @Property(tries = 50)
  void anyReportIsValidByTheOfficialSchema(@ForAll("reports") GoLiveReport report)
      throws IOException {
    assertValid(JSON.readTree(Printed.print("sarif", report)));
  }

  @Provide
  Arbitrary<GoLiveReport> reports() {
    return ReportArbitraries.reports();
  }

  @Test
  void theSchemaRefusesWhatIsNoSarif() throws IOException {
    String printed = Printed.print("sarif", ReportFixtures.polling());

    assertThat(SCHEMA.validate(JSON.readTree("{}"))).isNotEmpty();
    assertThat(SCHEMA.validate(JSON.readTree(printed.replace("\"error\"", "\"fatal\""))))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyResultPointsAtTheRuleOfItsId(GoLiveReport report) throws IOException {
    JsonNode run = run(report);
    JsonNode rules = run.at("/tool/driver/rules");

    for (JsonNode result : run.path("results")) {
      assertThat(rules.get(result.path("ruleIndex").asInt()).path("id"))
          .isEqualTo(result.path("ruleId"));
    }
    Set<String> ids = new HashSet<>();
    rules.forEach(rule -> assertThat(ids.add(rule.path("id").asText())).isTrue());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyResultHasARelativePlaceAndAFingerprintOfItsOwn(GoLiveReport report) throws IOException {
    Set<String> ours = new HashSet<>();
    Set<String> githubs = new HashSet<>();

    for (JsonNode result : run(report).path("results")) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      URI uri = URI.create(place.at("/artifactLocation/uri").asText());
      assertThat(uri.isAbsolute()).isFalse();
      assertThat(uri.getPath()).isNotEmpty().doesNotStartWith("/").doesNotContain("..");
      assertThat(place.at("/region/startLine").asInt()).isEqualTo(1);
      JsonNode prints = result.path("partialFingerprints");
      assertThat(ours.add(prints.path("goliveCheck/v1").asText())).isTrue();
      assertThat(githubs.add(prints.path("primaryLocationLineHash").asText())).isTrue();
    }
    assertThat(ours).hasSize(report.findings().size());
  }

  @Test
  void rulesAreDescribedByWhatTheyAreWhateverWasFound() throws IOException {
    JsonNode clean = rules(ReportFixtures.nothingRead());
    JsonNode failed = rules(ReportFixtures.polling());

    assertThat(failed).isEqualTo(clean).hasSize(Rules.all().size());
    for (JsonNode rule : clean) {
      assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
      assertThat(rule.path("helpUri").asText("https://")).startsWith("https://");
    }
  }

  private static JsonNode rules(GoLiveReport report) throws IOException {
    return JSON.readTree(Printed.print(ReportFormats.writer("sarif"), report))
        .at("/runs/0/tool/driver/rules");
  }

  @Test
  void missingVerdictIsNoSuccessfulRunAndTellsWhy() throws IOException {
    JsonNode invocation = run(ReportFixtures.problems()).at("/invocations/0");

    assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("No verdict: An archive was not read to its end, so calls may be missing.");
    assertThat(invocation.path("toolExecutionNotifications")).hasSize(7);
  }

  @Test
  void bracesAndLinksOfALogMeanNothing() throws IOException {
    String text = run(ReportFixtures.hostile()).at("/results/0/message/text").asText();

    assertThat(text).contains("{{{{g}}}}", "[e\\](javascript:f)").doesNotContain("e](");
  }

  @ParameterizedTest
  @CsvSource({
    "logs/november.zip, logs/november.zip",
    "my logs#1?.zip, my%20logs%231%3F.zip",
    "a:b.zip, a%3Ab.zip",
    "100%.zip, 100%25.zip",
    "\u00e4\ud83d\ude00, %C3%A4%F0%9F%98%80",
  })
  void pathsBecomeUris(String path, String uri) {
    assertThat(SarifReportWriter.URI.escape(path)).isEqualTo(uri);
    assertThat(URI.create(uri).getPath()).isEqualTo(path);
  }

  private static JsonNode run(GoLiveReport report) throws IOException {
    return JSON.readTree(Printed.print("sarif", report)).at("/runs/0");
  }

  private static void assertValid(JsonNode sarif) {
    assertThat(SCHEMA.validate(sarif)).isEmpty();
  }

  private static JsonSchema schema() {
    try (InputStream in =
        SarifReportWriterTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(JSON.readTree(in));
    } catch (IOException e) {
      throw new IllegalStateException("the schema is no JSON", e);
    }
  }
}

package org.golivecheck.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate PAST = LocalDate.of(2026, 1, 2);

  private static String print(Baseline baseline) {
    StringBuilder out = new StringBuilder();
    try {
      baseline.write(out);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString();
  }

  private static GoLiveReport report() {
    return GateReports.of(Verdict.FAIL, "GL-001")
        .finding("PL-003", Severity.ERROR, 4)
        .finding("GL-001", Severity.ERROR, 17)
        .finding("PL-003", Severity.WARNING, 3)
        .build();
  }

  @Test
  void isWrittenSortedWithOneValueALine() {
    assertThat(print(Baseline.EMPTY.updated(report(), TODAY)))
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "findings": [
                {
                  "fingerprint": "GL-001",
                  "maxCount": 1,
                  "reason": "",
                  "created": "2026-11-24",
                  "until": null
                },
                {
                  "fingerprint": "PL-003",
                  "maxCount": 7,
                  "reason": "",
                  "created": "2026-11-24",
                  "until": null
                }
              ]
            }
            """);
  }

  @Test
  void anEmptyOneIsAFileToo() throws BaselineFormatException {
    assertThat(print(Baseline.EMPTY))
        .isEqualTo("{\n  \"schemaVersion\": 1,\n  \"findings\": []\n}\n");
    assertThat(Baseline.parse(print(Baseline.EMPTY))).isEqualTo(Baseline.EMPTY);
  }

  @Test
  void anUpdateKeepsWhatPeopleWroteAndDropsWhatIsGone() {
    Baseline old =
        Baseline.of(
            List.of(
                new BaselineEntry("PL-003", 9, "timer is being replaced", PAST, PAST),
                new BaselineEntry("PL-001 /gone", 1, "was once", PAST, null)));

    assertThat(old.updated(report(), TODAY).entries())
        .containsExactly(
            new BaselineEntry("GL-001", 1, null, TODAY, null),
            new BaselineEntry("PL-003", 7, "timer is being replaced", PAST, PAST));
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadBackAndValidByThePublishedSchema(@ForAll("baselines") Baseline baseline)
      throws IOException, BaselineFormatException {
    String text = print(baseline);

    assertThat(Baseline.parse(text)).isEqualTo(baseline);
    assertThat(print(Baseline.parse(text))).isEqualTo(text);
    assertThat(schema().validate(JSON.readTree(text))).isEmpty();
  }

  @Provide
  Arbitrary<Baseline> baselines() {
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(0, 800).map(PAST::plusDays).injectNull(0.3);
    Arbitrary<String> texts =
        Arbitraries.strings().ofMinLength(1).ofMaxLength(9).filter(text -> !text.isBlank());
    return Combinators.combine(
            texts,
            Arbitraries.longs().between(1, Long.MAX_VALUE),
            texts.injectNull(0.3),
            days,
            days)
        .as(BaselineEntry::new)
        .list()
        .uniqueElements(BaselineEntry::fingerprint)
        .ofMaxSize(6)
        .map(Baseline::of);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "[]~1~is not a baseline",
        "''~1~is empty",
        "{~1~is not JSON",
        "{'schemaVersion': 1}~1~has no findings",
        "{'findings': []}~1~has no schemaVersion",
        "{'schemaVersion': 2, 'findings': []}~1~/schemaVersion must be 1, which is what this"
            + " version can read, not",
        "{'schemaVersion': '1', 'findings': []}~1~/schemaVersion must be 1, which is what this"
            + " version can read, not",
        "{'schemaVersion': 1, 'findings': []} {}~1~has more text after its end",
        "{'schemaVersion': 1,|'findings': {}}~2~/findings must be a list",
        "{'schemaVersion': 1, 'findings': [],|'finding': []}~2~/finding is not a known name; known are",
        "{'schemaVersion': 1,|'schemaVersion': 1}~2~a name that occurs twice",
        "{'schemaVersion': 1, 'findings': [|3]}~2~/findings/0 must be an object",
        "{'schemaVersion': 1, 'findings': [|{'maxCount': 1}]}~2~/findings/0 has no fingerprint",
        "{'schemaVersion': 1, 'findings': [|{'fingerprint': 'a'}]}~2~/findings/0 has no maxCount",
        "{'schemaVersion': 1, 'findings': [{|'fingerprint': 3}]}~2~/findings/0/fingerprint must be"
            + " a text",
        "{'schemaVersion': 1, 'findings': [{|'maxCount': 0}]}~2~whole number from 1",
        "{'schemaVersion': 1, 'findings': [{|'maxCount': 99999999999999999999}]}~2~whole number",
        "{'schemaVersion': 1, 'findings': [{|'until': '31.12.2026'}]}~2~a day such as",
        "{'schemaVersion': 1, 'findings': [{'fingerprint': 'a', 'maxCount': 1,|'untill':"
            + " null}]}~2~/findings/0/untill is not a known name",
        "{'schemaVersion': 1, 'findings': [{'fingerprint': 'a', 'maxCount': 1},|{'fingerprint':"
            + " 'a', 'maxCount': 1}]}~2~/findings/1/fingerprint must be in one entry only; add up"
            + " maxCount, not 'a'",
      })
  void whatIsNoBaselineIsRefusedWithItsLine(String text, int line, String message) {
    assertThatExceptionOfType(BaselineFormatException.class)
        .isThrownBy(() -> Baseline.parse(text.replace('\'', '"').replace('|', '\n')))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.line()).isEqualTo(line));
  }

  @Test
  void schemaAndReaderKnowTheSameKeys() throws IOException {
    JsonNode schema = schemaText();

    assertThat(schema.at("/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("$schema", "schemaVersion", "findings");
    assertThat(schema.at("/properties/findings/items/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("fingerprint", "maxCount", "reason", "created", "until");
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schemaText());
  }

  private static JsonNode schemaText() throws IOException {
    try (InputStream in = Baseline.class.getResourceAsStream("golive-baseline.schema.json")) {
      return JSON.readTree(in);
    }
  }
}

package org.golivecheck.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<GoLiveReport> fixtures() {
    return ReportFixtures.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void aSavedReportIsTheReport(GoLiveReport report) throws Exception {
    assertThat(read(print(report))).isEqualTo(report);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aTimeThatTheLogDoesNotShowIsNullOrSaidInWords(String format) throws Exception {
    String saved =
        print(ReportFixtures.polling())
            .replaceAll(
                "\"timestamp\": \"[^\"]*\"(?=,\\s*\"(method|traceToken)\")", "\"timestamp\": null");
    GoLiveReport untimed = read(saved);

    assertThat(untimed.window().calls()).allMatch(call -> call.timestamp().equals(Instant.EPOCH));
    assertThat(print(untimed)).isEqualTo(saved);
    assertThat(Printed.print(format, untimed)).doesNotContain("1970");
  }

  static List<String> formats() {
    return ReportFormats.names();
  }

  @Test
  void theLargestWindowThatMayBeConfiguredIsRead() throws Exception {
    int size = Thresholds.MAX_WINDOW_SIZE;
    String saved =
        print(ReportFixtures.polling()).replace("\"required\": 20", "\"required\": " + size);

    assertThat(read(saved).window().required()).isEqualTo(size);
  }

  @Test
  void anErrorCodeOfOneWordIsShownAgainWhateverItLooksLike() throws Exception {
    String saved =
        print(ReportFixtures.permissionErrors())
            .replaceFirst("\"errorCode\": \"\\w+\"", "\"errorCode\": \"192.0.2.1\"");

    assertThat(print(read(saved))).contains("\"errorCode\": \"192.0.2.1\"");
  }

  @Property(tries = 300)
  void anySavedReportIsPrintedAsItWas(@ForAll("reports") GoLiveReport report) throws Exception {
    String saved = print(report);

    GoLiveReport read = read(saved);

    assertThat(print(read)).isEqualTo(saved);
    assertThat(read.decision()).isEqualTo(report.decision());
  }

  @Provide
  Arbitrary<GoLiveReport> reports() {
    return ReportArbitraries.reports();
  }

  @Test
  void ourOwnWordsAreReadAsTheyAreThoughTheyNameSecrets() throws Exception {
    List<String> words = new ArrayList<>();
    for (RuleInfo rule : Rules.all()) {
      words.addAll(List.of(rule.title(), rule.basis(), rule.remedy()));
    }
    for (ErrorClass error : ErrorCatalog.get().rows()) {
      words.add(error.remedy());
    }
    GoLiveReport report = ReportFixtures.passing().toBuilder().notes(words).build();

    assertThat(read(print(report)).notes()).isEqualTo(report.notes());
  }

  @Test
  void whatAStrangerWroteIsCleanedAndIsRedactedWhereALogSpeaks() throws Exception {
    String saved =
        print(ReportFixtures.polling())
            .replace("Envelopes:get", "get\\u001b[2J\\u202e")
            .replace("The same envelope", "password=hunter2\\u001b")
            .replace("_GetEnvelope.txt", "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.x");

    String printed = print(read(saved));

    assertThat(printed)
        .doesNotContain("hunter2", "u001b", "u202e", "\u202e", "eyJhbGci")
        .contains("[secret]");
  }

  @Test
  void personalDataStaysWhereTheReaderMayShowIt() throws Exception {
    String saved =
        print(ReportFixtures.polling()).replace("The same envelope", "jo.smith@example.com");

    assertThat(print(read(saved))).contains("[email]");
    GoLiveReport shown =
        SavedReport.read(new ByteArrayInputStream(bytes(saved)), Redactor.secretsOnly());
    assertThat(print(shown)).contains("jo.smith@example.com");
  }

  @Test
  void namesThatAreNotKnownArePassedOver() throws Exception {
    JsonNode saved = JSON.readTree(print(ReportFixtures.polling()));
    addEverywhere(saved);

    assertThat(read(saved.toString())).isEqualTo(ReportFixtures.polling());
  }

  private static void addEverywhere(JsonNode node) {
    node.forEach(SavedReportTest::addEverywhere);
    if (node instanceof ObjectNode object && !object.has("web-app")) {
      object.putArray("later").addObject().put("more", 1.5).putNull("none");
    }
  }

  @Test
  void theOrderOfNamesDoesNotMatter() throws Exception {
    JsonNode saved = JSON.readTree(print(ReportFixtures.polling()));

    assertThat(read(backwards(saved).toString())).isEqualTo(ReportFixtures.polling());
  }

  private static JsonNode backwards(JsonNode node) {
    if (node instanceof ArrayNode items) {
      ArrayNode copy = JSON.createArrayNode();
      items.forEach(item -> copy.add(backwards(item)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
    java.util.Collections.reverse(fields);
    ObjectNode copy = JSON.createObjectNode();
    fields.forEach(field -> copy.set(field.getKey(), backwards(field.getValue())));
    return copy;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void readsWhatShellsMakeOfIt(String charset) throws Exception {
    String saved = "\ufeff" + print(ReportFixtures.passing()).replace("\n", "\r\n");

    GoLiveReport read =
        SavedReport.read(
            new ByteArrayInputStream(saved.getBytes(Charset.forName(charset))), new Redactor());

    assertThat(read).isEqualTo(ReportFixtures.passing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "``                       ~ 1 ~ is empty",
        "[]                       ~ 1 ~ is not a report: it must be an object",
        "{}                       ~ 1 ~ is not a report: it has no schemaVersion",
        "{\"schemaVersion\": 1    ~ 1 ~ is not JSON: it ends too early",
        "PK\u0003\u0004           ~ 1 ~ is not JSON: unexpected text at column 1",
        "{\"a\": 1, \"a\": 2}     ~ 1 ~ is not JSON: a name that occurs twice at column 13",
        "{\"schemaVersion\": 1}   ~ 1 ~ is not a report: it has no profile",
        "{\"schemaVersion\": 2}   ~ 1 ~ /schemaVersion must be 1, which is what this version can"
            + " read, not 2",
        "{\"schemaVersion\": \"1\"} ~ 1 ~ /schemaVersion must be 1, which is what this version can"
            + " read, not '1'",
      })
  void aFileThatIsNoReportIsAPlainMessage(String text, int line, String message) {
    assertThat(failure(text))
        .hasMessage(message)
        .extracting(ReportFormatException::line)
        .isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "/verdict ~ MAYBE ~ be one of PASS, FAIL, NO_VERDICT, not 'MAYBE'",
        "/profile ~ null ~ not be null",
        "/reasons ~ {} ~ be a list",
        "/calls ~ 1 ~ be an object",
        "/notes ~ [null] ~ not be null",
        "/calls ~ [] ~ be an object",
        "/calls/total ~ -1 ~ be a whole number from 0, not -1",
        "/calls/total ~ 1e3 ~ be a whole number from 0, not 1000.0",
        "/calls/total ~ 99999999999999999999 ~ be a whole number from 0, not 99999999999999999999",
        "/calls/from ~ yesterday ~ be a time such as 2026-11-23T10:15:30Z, not 'yesterday'",
        "/calls/from ~ +99999-01-01T00:00:00Z ~ be a time such as 2026-11-23T10:15:30Z,"
            + " not '+99999-01-01T00:00:00Z'",
        "/window/calls/3/status ~ 1000 ~ be a whole number from 0 to 999, not 1000",
        "/window/calls/3/method ~ null ~ not be null",
        "/window/calls/3/operation ~ true ~ be a text, not true",
        "/findings/0/severity ~ fatal ~ be one of info, warning, error, not 'fatal'",
        "/findings/0/stateUntil ~ 2026-02-30 ~ be a day such as 2026-12-31, not '2026-02-30'",
        "/findings/0/evidence/1/timestamp ~ 5 ~ be a time such as 2026-11-23T10:15:30Z, not 5",
        "/gate/failOn ~ [2J ~ be one of error, warning, info, never, not '[2J'",
        "/gate/allowEmpty ~ 1 ~ be true or false, not 1",
        "/series/calls/0/excluded ~ ad ~ be one of web-app, login, oauth, diagnostics, other-api,"
            + " other-host, no-url, by-pattern, not 'ad'",
      })
  void aWrongValueIsNamedWithItsPlaceAndLine(String place, String value, String expected)
      throws IOException {
    JsonNode saved = JSON.readTree(print(ReportFixtures.polling()));
    int slash = place.lastIndexOf('/');
    ObjectNode holder = (ObjectNode) saved.at(place.substring(0, slash));
    String name = place.substring(slash + 1);
    holder.set(name, valueOf(value));
    String text = saved.toPrettyString();

    ReportFormatException failure = failure(text);

    assertThat(failure.getMessage().replace("/notes/0", "/notes"))
        .isEqualTo(place + " must " + expected);
    assertThat(text.lines().toList().get(failure.line() - 1)).contains("\"" + name + "\"");
  }

  private static JsonNode valueOf(String value) {
    try {
      return JSON.readTree(value);
    } catch (IOException e) {
      return JSON.getNodeFactory().textNode(value);
    }
  }

  @Test
  void everyRequiredNameIsAskedFor() throws IOException {
    String printed = print(complete());

    List<String> missed = new ArrayList<>();
    removeEach(JSON.readTree(printed), "", printed, missed);

    assertThat(missed).containsExactlyInAnyOrderElementsOf(DERIVED);
  }

  /** A report that has an item in every list. */
  private static GoLiveReport complete() {
    GoLiveReport gated = GateFixtures.partlyKnown();
    ReportSeries polling = SeriesFixtures.polling();
    return gated.toBuilder()
        .findings(gated.findings().subList(0, 2))
        .problems(ReportFixtures.problems().problems())
        .series(
            new ReportData.Series(
                polling.calls(),
                60,
                SeriesFixtures.huge().lanes(),
                polling.polling(),
                1,
                List.of(),
                polling.rates(),
                polling.errors()))
        .build();
  }

  /** Names that a reader does not need: they follow from others, are 0 if missing, or are newer. */
  private static final List<String> DERIVED =
      List.of(
          "/tool",
          "/tool/name",
          "/tool/version",
          "/profiles",
          "/next",
          "/findings/0/recipe",
          "/series",
          "/series/gapCounts",
          "/calls/excluded/web-app",
          "/calls/excluded/login",
          "/calls/excluded/oauth",
          "/calls/excluded/diagnostics",
          "/calls/excluded/other-api",
          "/calls/excluded/other-host",
          "/calls/environments",
          "/calls/countableEnvironments",
          "/keys",
          "/parts",
          "/findings/0/consentUrl",
          "/gate/result",
          "/gate/excused",
          "/gate/open",
          "/gate/baselined",
          "/gate/suppressed");

  /** Takes away every name once, and adds those to a list whose absence has no effect. */
  private static void removeEach(JsonNode node, String place, String whole, List<String> missed)
      throws IOException {
    if (node.isArray() && !node.isEmpty()) {
      removeEach(node.get(0), place + "/0", whole, missed);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = place + "/" + field.getKey();
      JsonNode copy = JSON.readTree(whole);
      ((ObjectNode) copy.at(place)).remove(field.getKey());
      try {
        read(copy.toString());
        missed.add(name);
      } catch (ReportFormatException e) {
        assertThat(e).hasMessageEndingWith("has no " + field.getKey());
      }
      removeEach(field.getValue(), name, whole, missed);
    }
  }

  @Test
  void messagesNeitherSteerATerminalNorGoOnForEver() throws IOException {
    String saved =
        print(ReportFixtures.polling())
            .replace("\"FAIL\"", "\"\\u001b[2J" + "x".repeat(1_000) + "\"");

    assertThat(failure(saved).getMessage()).hasSizeLessThan(120).doesNotContain("\u001b");
    assertThat(failure("{\"\\u001b[2J\": 1, \"\\u001b[2J\": 1}").getMessage())
        .doesNotContain("\u001b");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(failure("{\"a\":" + "[".repeat(100_000)))
        .hasMessage("is not a report: it is nested too deeply, or a text in it is too long");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    assertThat(failure("{\"a\": \"\u00e4\"}".getBytes(ISO_8859_1)).getMessage())
        .startsWith("is not JSON: ");
  }

  private static ReportFormatException failure(String text) {
    return failure(bytes(text));
  }

  private static ReportFormatException failure(byte[] bytes) {
    InputStream in = new ByteArrayInputStream(bytes);
    return catchThrowableOfType(
        ReportFormatException.class, () -> SavedReport.read(in, new Redactor()));
  }

  private static GoLiveReport read(String text) throws IOException, ReportFormatException {
    return SavedReport.read(new ByteArrayInputStream(bytes(text)), new Redactor());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String print(GoLiveReport report) throws IOException {
    return Printed.print("json", report);
  }
}

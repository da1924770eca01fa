package org.golivecheck.log.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.listing.Listing;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is listed of a log is judged as the log is, in every format and every profile. */
class ListingRoundTripTest {
  private static final Path FIXTURES =
      Path.of("src", "test", "resources", "org", "golivecheck", "log", "formats");
  private static final Path SAMPLES = Path.of("..", "samples", "logs");

  private static final String ACCOUNT =
      "/restapi/v2.1/accounts/11111111-2222-4333-8444-555555555555";
  private static final String ENVELOPES = "/envelopes";
  private static final String ENVELOPE = "/b90ea072-6e7f-405f-aa21-627dc7b5f9ab";

  /** Logs that are read together. */
  private record Log(Map<String, byte[]> files, FormatOptions options) {
    static Log of(String name, byte[] bytes) {
      return new Log(Map.of(name, bytes), FormatOptions.NONE);
    }

    static Log of(String name, String... lines) {
      return of(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    List<LogSource> sources() {
      return files.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(file -> LogSource.of(file.getKey(), new ByteArrayInputStream(file.getValue())))
          .toList();
    }

    GoLiveReport check(Profile profile, boolean redact) {
      return GoLiveCheck.withDefaults()
          .withProfile(profile)
          .withRedactor(redact ? new Redactor() : Redactor.secretsOnly())
          .withFormat(options)
          .check(sources());
    }

    Log listed(String format, boolean redact) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (Listing listing = new Listing(ReviewSettings.DEFAULT, redact);
          LogCalls calls = GoLiveCheck.withDefaults().withFormat(options).open(sources())) {
        calls.stream().forEach(listing::add);
        StringBuilder text = new StringBuilder();
        listing.write(format, 0, false, text);
        out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return of("listing." + format, out.toByteArray());
    }

    String text() {
      return new String(files.values().iterator().next(), StandardCharsets.UTF_8);
    }
  }

  static Stream<Arguments> logs() throws IOException {
    List<Arguments> logs = new ArrayList<>();
    for (Rendering rendering : Renderings.ALL) {
      byte[] log = rendering.render(Scenario.calls());
      logs.add(
          Arguments.of(
              rendering.format() + ", " + rendering.variant(),
              new Log(Map.of("log", log), rendering.options())));
    }
    for (Path folder : List.of(FIXTURES, SAMPLES)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(file -> !file.toString().endsWith(".md")).sorted().toList()) {
          String name = file.getFileName().toString();
          FormatOptions options = new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
          logs.add(Arguments.of(name, new Log(Map.of(name, Files.readAllBytes(file)), options)));
        }
      }
    }
    return logs.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void aListingIsJudgedAsTheLogItself(String name, Log log) {
    for (String format : List.of("ndjson", "csv")) {
      for (boolean redact : new boolean[] {true, false}) {
        assertJudgedAlike(log, log.listed(format, redact), redact);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void aListingOfAListingIsTheListing(String name, Log log) {
    Log listing = log.listed("ndjson", true);
    Log csv = log.listed("csv", true);

    assertThat(listing.listed("ndjson", true).text()).isEqualTo(listing.text());
    assertThat(listing.listed("csv", true).text()).isEqualTo(csv.text());
    assertThat(csv.listed("ndjson", true).text()).isEqualTo(listing.text());
  }

  private static void assertRoundTrip(Log log) {
    ListingRoundTripTest test = new ListingRoundTripTest();
    test.aListingIsJudgedAsTheLogItself("", log);
    test.aListingOfAListingIsTheListing("", log);
  }

  private static String get(int second, String rest) {
    return String.format(
        Locale.ROOT,
        "{\"timestamp\":\"2026-11-23T09:%02d:%02dZ\",\"method\":\"GET\","
            + "\"url\":\"https://demo.docusign.net%s/envelopes%s\",\"status\":200}",
        second / 60,
        second % 60,
        ACCOUNT,
        rest);
  }

  @Test
  void callsWithoutTimesGetNone() {
    Log log =
        Log.of(
            "app.ndjson",
            "{\"method\":\"GET\",\"url\":\""
                + ACCOUNT
                + ENVELOPES
                + ENVELOPE
                + "\",\"status\":200}",
            "{\"method\":\"POST\",\"url\":\"" + ACCOUNT + ENVELOPES + "\",\"status\":400}",
            "{\"method\":\"GET\",\"url\":\""
                + ACCOUNT
                + ENVELOPES
                + ENVELOPE
                + "\",\"status\":200}");

    assertRoundTrip(log);
    assertThat(log.listed("ndjson", true).text())
        .doesNotContain("1970")
        .contains("{\"timestamp\":null,\"method\":\"POST\"");
    assertThat(log.listed("table", true).text()).doesNotContain("1970");
  }

  @Test
  void theLinkOfConsentStays() {
    Log log =
        Log.of(
            "app.ndjson",
            "{\"timestamp\":\"2026-11-23T09:00:00Z\",\"method\":\"POST\","
                + "\"url\":\"https://account-d.docusign.com/oauth/token\",\"status\":400,"
                + "\"request_body\":\"client_id=3f2504e0-4f89-41d3-9a0c-0305e82c3301"
                + "&scope=signature%20cors&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback\","
                + "\"body\":\"{\\\"error\\\":\\\"consent_required\\\"}\"}");
    String link =
        "https://account-d.docusign.com/oauth/auth?response_type=code&scope=signature%20cors"
            + "&client_id=3f2504e0-4f89-41d3-9a0c-0305e82c3301"
            + "&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback";

    assertRoundTrip(log);
    for (Log each : List.of(log, log.listed("ndjson", true), log.listed("csv", true))) {
      assertThat(each.check(Profile.CLASSIC, true).findings())
          .filteredOn(finding -> finding.rule().equals("ER-consent"))
          .extracting(finding -> String.valueOf(finding.consentUrl()))
          .containsExactly(link);
    }
  }

  @Test
  void idsThatShareEightDigitsStayDifferent() {
    Log log =
        Log.of(
            "app.ndjson",
            get(0, "/aaaaaaaa-1111-4aaa-8aaa-aaaaaaaaaaaa"),
            get(60, "/aaaaaaaa-2222-4aaa-8aaa-aaaaaaaaaaaa"));

    assertRoundTrip(log);
    assertThat(log.listed("csv", true).check(Profile.STRICT, true).findings())
        .noneMatch(finding -> finding.rule().equals("PL-001"));
  }

  @Test
  void listsWithDifferentHiddenValuesAreNoPagesOfOneList() {
    Log log =
        Log.of(
            "app.ndjson",
            get(0, "?user_name=jane@example.com"),
            get(60, "?start_position=100&user_name=bob@example.com"),
            get(120, "?user_name=bob%40example.com&start_position=200"));

    assertRoundTrip(log);
    Log listing = log.listed("ndjson", true);
    assertThat(listing.check(Profile.STRICT, true).findings())
        .filteredOn(finding -> finding.rule().equals("PL-003"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.count()).isEqualTo(1));
    assertThat(listing.text())
        .doesNotContain("jane", "bob")
        .contains(
            "envelopes?user_name=[hidden-1]\"",
            "envelopes?start_position=100&user_name=[hidden-2]\"",
            "envelopes?user_name=[hidden-2]&start_position=200\"");
  }

  @Test
  void pathsHideWhatIsNoIdAndKeepResourcesApart() {
    Log log =
        Log.of(
            "app.ndjson",
            get(0, ENVELOPE + "/tabs/Ann.Lee"),
            get(60, ENVELOPE + "/tabs/Bob.Lee"),
            get(120, ENVELOPE + "/tabs/Ann.Lee"));

    assertRoundTrip(log);
    assertThat(log.listed("csv", true).text())
        .doesNotContain("Lee")
        .contains(ENVELOPE + "/tabs/[hidden-1]", "/tabs/[hidden-2]");
    assertThat(log.listed("csv", false).text()).contains("/tabs/Ann.Lee");
  }

  @Test
  void secretsAreHiddenWithoutRedactionToo() {
    Log log = Log.of("app.ndjson", get(0, "?access_token=abc123&x=ann@example.com"));

    assertThat(log.listed("ndjson", false).text())
        .contains("?access_token=[hidden-1]&x=ann@example.com")
        .doesNotContain("abc123");
  }

  @Test
  void callsOfSeveralLogsAreJoinedAsTheyWere() {
    byte[] app = (get(0, "") + "\n" + get(0, "") + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] proxy = (get(0, "") + "\n" + get(5, "") + "\n").getBytes(StandardCharsets.UTF_8);
    Log log =
        new Log(Map.of("app.ndjson", app, "ann@example.com.ndjson", proxy), FormatOptions.NONE);

    assertThat(log.check(Profile.CLASSIC, true).calls().duplicates()).isEqualTo(1);
    assertRoundTrip(log);
  }

  @Test
  void callsWithDifferentHiddenTokensAreDifferentCalls() {
    String call = get(0, "").replace("{", "{\"trace_token\":\"%s@example.com\",");
    Log log =
        Log.of(
            "app.ndjson",
            String.format(Locale.ROOT, call, "ann"),
            String.format(Locale.ROOT, call, "bob"),
            String.format(Locale.ROOT, call, "ANN"));

    assertThat(log.check(Profile.CLASSIC, true).calls().total()).isEqualTo(2);
    assertThat(log.listed("csv", true).check(Profile.CLASSIC, true).calls())
        .isEqualTo(log.check(Profile.CLASSIC, true).calls());
  }

  @Test
  void formulasAreGuardedAndReadBack() {
    List<String> agents = List.of("=1+1", "'=1+1", "''-x", "'x", "@SUM", "+", "plain");
    List<String> lines = new ArrayList<>();
    for (String agent : agents) {
      lines.add(get(lines.size(), "").replace("{", "{\"user_agent\":\"" + agent + "\","));
    }
    Log log = Log.of("app.ndjson", lines.toArray(new String[0]));

    assertThat(log.listed("csv", true).text()).contains(",'=1+1,", ",''=1+1,", ",'''-x,", ",'x,");
    assertThat(log.listed("csv", true).listed("ndjson", true).text())
        .isEqualTo(log.listed("ndjson", true).text());
  }

  @Test
  void aListingIsReadFromArchivesAndInAnySpelling() throws IOException {
    Log listing =
        Log.of("log", new RequestLogRendering().render(Scenario.calls())).listed("ndjson", true);
    byte[] bytes = listing.text().getBytes(StandardCharsets.UTF_8);
    String array = "[\n" + listing.text().strip().replace("\n", ",\r\n") + "]";
    String spaced = listing.text().replace("\":", "\" : ").replace("\n", "\r\nno record\r\n");

    assertJudgedAlike(listing, Log.of("listing.gz", gzip(bytes)), true);
    assertJudgedAlike(listing, Log.of("listing.zip", zip(bytes)), true);
    assertJudgedAlike(listing, Log.of("listing.json", array), true);
    assertJudgedAlike(listing, Log.of("listing.ndjson", "\uFEFF" + spaced), true);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("calls.ndjson"));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aRecordThatWasChangedIsAProblemAndNoOtherCall() {
    Log listing = Log.of("app.ndjson", get(0, ""), get(60, "")).listed("ndjson", true);
    String changed = listing.text().replaceFirst("\"status\":200", "\"status\":\"x\"");
    GoLiveReport report = Log.of("listing.ndjson", changed).check(Profile.CLASSIC, true);

    assertThat(report.calls().total()).isEqualTo(1);
    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.source().toString()).isEqualTo("listing.ndjson");
              assertThat(problem.line()).isEqualTo(1);
            });
  }

  private static void assertJudgedAlike(Log log, Log listing, boolean redact) {
    for (Profile profile : Profile.values()) {
      GoLiveReport report = listing.check(profile, redact);

      assertThat(report.problems()).isEmpty();
      assertThat(facts(report))
          .as(profile + (redact ? ", redacted" : ""))
          .isEqualTo(facts(log.check(profile, redact)));
    }
  }

  private static List<String> facts(GoLiveReport report) {
    List<String> facts = new ArrayList<>();
    facts.add(report.verdict() + " " + report.calls());
    report.reasons().forEach(reason -> facts.add("reason " + reason));
    facts.add("needed " + report.window().cleanCallsNeeded());
    report.window().calls().forEach(call -> facts.add(call.toString()));
    report.findings().forEach(finding -> facts.add(finding.toString()));
    report.keys().forEach(key -> facts.add(key.toString()));
    // A hidden name is a mark in a report, and a number in a listing.
    facts.replaceAll(fact -> fact.replaceAll("\\[(email|hidden-\\d+)]", "[hidden]"));
    return facts;
  }
}

package org.golivecheck.log.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.log.WrittenLog.Form;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A redacted log is judged as the log is, in every format and every profile, and has no secret. */
class RedactionRoundTripTest {
  private static final Path FIXTURES =
      Path.of("src", "test", "resources", "org", "golivecheck", "log", "formats");
  private static final Path SAMPLES = Path.of("..", "samples", "logs");

  private static final String SIGNER =
      "{\"emailSubject\":\"Please sign\",\"status\":\"sent\",\"recipients\":{\"signers\":[{"
          + "\"email\":\"ann.lee@example.org\",\"name\":\"Ann Lee\",\"accessCode\":\"ac-5ecret\","
          + "\"phoneNumber\":\"+1 415 555 0100\",\"userId\":\"7654321\"}]}}";

  /** What {@link #planted} puts into bodies and headers. */
  private static final List<String> PLANTED =
      List.of(
          "ann.lee", "Ann Lee", "ac-5ecret", "555 0100", "7654321", "cl1ent-5ecret", Scenario.KEY);

  /**
   * What cannot be written in its own format: packed captures, dumps that cut lines, and requests
   * in literals of one line, in which a header goes on to the end.
   */
  private static boolean isListed(String name) {
    return name.contains("saz")
        || name.contains("vcr")
        || name.contains("trace-ascii")
        || name.contains("http.client")
        || name.contains("w3c");
  }

  /** A redacted log. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Redacted(byte[] zip, RedactionSummary summary) {

    static Redacted of(Map<String, byte[]> logs, FormatOptions options) {
      List<LogSource> sources = new ArrayList<>();
      logs.forEach((name, log) -> sources.add(LogSource.of(name, new ByteArrayInputStream(log))));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        RedactionSummary summary =
            GoLiveCheck.withDefaults().withFormat(options).redact(sources, out);
        return new Redacted(out.toByteArray(), summary);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    /** Returns the names of the entries and their texts. */
    Map<String, String> entries() throws IOException {
      Map<String, String> entries = new LinkedHashMap<>();
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          entries.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
        }
      }
      return entries;
    }
  }

  private static final Map<List<Object>, Redacted> REDACTED = new ConcurrentHashMap<>();

  /** Returns the redacted log, which is made once for all tests. */
  private static Redacted redacted(String name, byte[] log, FormatOptions options) {
    return REDACTED.computeIfAbsent(
        List.of(name, Arrays.hashCode(log)), key -> Redacted.of(Map.of(name, log), options));
  }

  private static GoLiveReport check(
      Profile profile, Map<String, byte[]> logs, FormatOptions options) {
    List<LogSource> sources = new ArrayList<>();
    logs.forEach((name, log) -> sources.add(LogSource.of(name, new ByteArrayInputStream(log))));
    return GoLiveCheck.withDefaults().withProfile(profile).withFormat(options).check(sources);
  }

  static Stream<Arguments> logs() throws IOException {
    List<Arguments> logs = new ArrayList<>();
    for (Rendering rendering : Renderings.ALL) {
      List<ScenarioCall> calls =
          Scenario.calls().stream().map(RedactionRoundTripTest::planted).toList();
      logs.add(
          Arguments.of(
              rendering.format() + ", " + rendering.variant(),
              rendering.render(calls),
              rendering.options()));
    }
    for (Path folder : List.of(FIXTURES, SAMPLES)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(file -> !file.toString().endsWith(".md")).sorted().toList()) {
          logs.add(
              Arguments.of(
                  file.getFileName().toString(),
                  Files.readAllBytes(file),
                  new FormatOptions(null, ZoneOffset.UTC, Map.of(), null)));
        }
      }
    }
    return logs.stream();
  }

  /** Puts secrets into the bodies, too. */
  private static ScenarioCall planted(ScenarioCall plain) {
    ScenarioCall call = SecretsTest.planted(plain);
    String body = call.requestBody();
    if (call.isOauth() && !body.isEmpty()) {
      body += "&client_secret=cl1ent-5ecret";
    } else if (body.contains("Please sign")) {
      body = SIGNER;
    }
    Map<String, String> headers = new LinkedHashMap<>(call.requestHeaders());
    headers.computeIfPresent("Content-Length", (name, length) -> "" + SIGNER.length());
    return new ScenarioCall(
        call.number(),
        call.start(),
        call.millis(),
        call.method(),
        call.host(),
        call.path(),
        headers,
        body,
        call.status(),
        call.responseHeaders(),
        call.responseBody(),
        call.operation());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void aRedactedLogIsJudgedAsTheLogItself(String name, byte[] log, FormatOptions options)
      throws IOException {
    Redacted redacted = redacted(name, log, options);

    for (Profile profile : Profile.values()) {
      assertThat(facts(check(profile, Map.of("safe.zip", redacted.zip()), options)))
          .as(profile.name())
          .isEqualTo(facts(check(profile, Map.of(name, log), options)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void aRedactedLogStaysInItsFormatAndUnderItsName(String name, byte[] log, FormatOptions options)
      throws IOException {
    Redacted redacted = redacted(name, log, options);
    String format = redacted.summary().reading().inputs().get(0).format();

    assertThat(redacted.summary().written())
        .singleElement()
        .satisfies(
            written ->
                assertThat(written.form())
                    .isEqualTo(
                        isListed(name)
                            ? Form.LISTING
                            : format.equals("request-log") ? Form.REQUEST_LOG : Form.OWN_FORMAT));
    if (!isListed(name)) {
      assertThat(check(Profile.CLASSIC, Map.of("safe.zip", redacted.zip()), options).inputs())
          .singleElement()
          .satisfies(input -> assertThat(input.format()).isEqualTo(format));
    }
    if (!isListed(name) && !format.equals("request-log")) {
      assertThat(redacted.entries()).containsOnlyKeys(name);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void aRedactedLogHasNoSecret(String name, byte[] log, FormatOptions options) throws IOException {
    String text = new String(log, UTF_8);
    Set<String> secrets = SecretsTest.secrets(text);
    secrets.addAll(SecretsTest.people(text));
    secrets.addAll(SecretsTest.PLANTED);
    secrets.addAll(PLANTED);

    redacted(name, log, options)
        .entries()
        .forEach(
            (entry, written) -> {
              assertThat(secrets.stream().filter(written::contains)).isEmpty();
              assertThat(secrets.stream().filter(entry::contains)).isEmpty();
            });
  }

  static List<String> facts(GoLiveReport report) {
    List<String> facts = new ArrayList<>();
    facts.add(report.verdict() + " " + report.calls());
    report.reasons().forEach(reason -> facts.add("reason " + reason.rule()));
    facts.add("needed " + report.window().cleanCallsNeeded());
    report
        .window()
        .calls()
        .forEach(
            call ->
                facts.add(
                    String.join(
                        " ",
                        String.valueOf(call.timestamp()),
                        String.valueOf(call.method()),
                        String.valueOf(call.path()),
                        String.valueOf(call.operation()),
                        String.valueOf(call.status()),
                        String.valueOf(call.outcome()),
                        String.valueOf(call.errorCode()),
                        String.valueOf(call.traceToken()))));
    Map<String, Long> findings = new TreeMap<>();
    for (Finding finding : report.findings()) {
      String line =
          String.join(
              " ",
              finding.rule(),
              finding.severity().id(),
              String.valueOf(finding.path()),
              String.valueOf(finding.operation()),
              String.valueOf(finding.errorCode()),
              "x" + finding.count());
      findings.merge(line, 1L, Long::sum);
    }
    facts.add(findings.toString());
    facts.add(
        report.keys().stream().map(RedactionRoundTripTest::line).sorted().toList().toString());
    return facts;
  }

  private static String line(GoLiveReport.KeyVerdict key) {
    return key.verdict() + " " + key.countable() + " of " + key.total() + " " + key.window();
  }
}

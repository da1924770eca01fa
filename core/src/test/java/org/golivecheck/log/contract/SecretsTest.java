package org.golivecheck.log.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogSource;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No report of any log of any format shows a secret that the log contains. */
class SecretsTest {
  private static final Path FIXTURES = Path.of("src/test/resources/org/golivecheck/log/formats");
  private static final String EMAIL = "jane.doe@isv.example.com";
  private static final String COOKIE = "c00kie-5ecret-value";
  private static final String PASSWORD = "pa55word-of-jane";

  /** What {@link #planted} puts into a call, besides tokens. */
  static final Set<String> PLANTED = Set.of(EMAIL, "jane.doe", COOKIE, PASSWORD);

  /** Tokens, assertions and cookies: a group has the secret alone. */
  private static final List<Pattern> SECRETS =
      List.of(
          Pattern.compile("Bearer ([\\w.~+/-]{8,}=*)"),
          Pattern.compile("Basic ([\\w+/-]{8,}=*)"),
          Pattern.compile("(eyJ[\\w-]{5,}\\.[\\w-]+(?:\\.[\\w-]+)?)"),
          Pattern.compile("[?&\"']?(?:assertion|client_secret|code)=([\\w.%-]{8,})"),
          Pattern.compile("(?i)(?:set-)?cookie\"?[:=] *\"?\\[?\"?([^\\s\"\\[\\]]{8,})"),
          Pattern.compile("(?:access|refresh|id)_token\\\\?\": *\\\\?\"([^\"\\\\]{8,})"));

  /** Personal data, which is hidden unless it is asked for. */
  private static final Pattern PERSON = Pattern.compile("[\\w.]+@[\\w-]+(?:\\.[\\w-]+)+");

  static List<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.sorted().toList();
    }
  }

  static Stream<Arguments> renderings() {
    return Renderings.ALL.stream()
        .map(rendering -> Arguments.of(rendering.format(), rendering.variant(), rendering));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void noReportOfAToolsLogShowsItsSecrets(Path fixture) throws IOException {
    byte[] log = Files.readAllBytes(fixture);
    String text = new String(log, StandardCharsets.UTF_8);

    check(log, FormatOptions.NONE, secrets(text), people(text));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("renderings")
  void noReportOfAnyFormatShowsWhatIsPlantedInIt(
      String format, String variant, Rendering rendering) {
    byte[] log = rendering.render(Scenario.calls().stream().map(SecretsTest::planted).toList());
    String text = new String(log, StandardCharsets.UTF_8);
    Set<String> secrets = secrets(text);
    secrets.addAll(List.of(COOKIE, PASSWORD));

    check(log, rendering.options(), secrets, Set.of(EMAIL, "jane.doe"));
  }

  @Test
  void theFixturesAndTheScenarioHoldSecrets() throws IOException {
    Set<String> held = new LinkedHashSet<>();
    for (Path fixture : fixtures()) {
      held.addAll(secrets(Files.readString(fixture, StandardCharsets.ISO_8859_1)));
    }
    ScenarioCall first = planted(Scenario.calls().get(0));

    assertThat(held).isNotEmpty();
    assertThat(secrets(first.requestBody())).isNotEmpty();
    assertThat(secrets(first.path())).isNotEmpty();
    assertThat(secrets("Authorization: " + first.requestHeaders().get("Authorization"))).hasSize(1);
  }

  /** Puts secrets where logs have them: the URL, headers, messages. */
  static ScenarioCall planted(ScenarioCall call) {
    String token = "eyJ0eXAiOiJNVCIsImFsZyI6IlJTMjU2In0.AQoAAAABAAUABwCAplanted" + call.number();
    Map<String, String> headers = new LinkedHashMap<>(call.requestHeaders());
    headers.put("Authorization", "Bearer " + token + ".c2lnbmF0dXJl");
    headers.put("Cookie", "session=" + COOKIE);
    headers.put(
        "X-DocuSign-Authentication",
        "{\"Username\":\"" + EMAIL + "\",\"Password\":\"" + PASSWORD + "\"}");
    headers.put("Referer", "https://isv.example.com/?email=" + EMAIL + "&access_token=" + token);
    Map<String, String> responseHeaders = new LinkedHashMap<>(call.responseHeaders());
    responseHeaders.put("Set-Cookie", "session=" + COOKIE);
    String separator = call.path().contains("?") ? "&" : "?";
    String message = "\"message\": \"" + EMAIL + " with Bearer " + token + " is refused. ";
    return new ScenarioCall(
        call.number(),
        call.start(),
        call.millis(),
        call.method(),
        call.host(),
        call.path() + separator + "email=" + EMAIL + "&access_token=" + token,
        headers,
        call.requestBody(),
        call.status(),
        responseHeaders,
        call.responseBody().replace("\"message\": \"", message),
        call.operation());
  }

  private static void check(
      byte[] log, FormatOptions options, Set<String> secrets, Set<String> people) {
    GoLiveCheck check =
        GoLiveCheck.withDefaults()
            .withFormat(options)
            .withProfile(Profile.STRICT)
            .withThreads(1)
            .withSeries();
    for (String report : reports(check, log)) {
      assertThat(secrets).noneMatch(report::contains);
      assertThat(people).noneMatch(report::contains);
    }
    for (String report : reports(check.withRedactor(Redactor.secretsOnly()), log)) {
      assertThat(secrets).noneMatch(report::contains);
    }
  }

  private static List<String> reports(GoLiveCheck check, byte[] log) {
    GoLiveReport report = check.check(List.of(LogSource.of("log", new ByteArrayInputStream(log))));
    TextOptions verbose = new TextOptions(120, false, TextOptions.Detail.VERBOSE);
    List<String> reports = new ArrayList<>();
    for (String format : ReportFormats.names()) {
      StringBuilder text = new StringBuilder();
      try {
        ReportFormats.writer(format, verbose).write(report, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      reports.add(text.toString());
    }
    return reports;
  }

  static Set<String> secrets(String text) {
    Set<String> secrets = new LinkedHashSet<>();
    for (Pattern pattern : SECRETS) {
      for (Matcher found = pattern.matcher(text); found.find(); ) {
        secrets.add(found.group(1));
      }
    }
    return secrets;
  }

  static Set<String> people(String text) {
    Set<String> people = new LinkedHashSet<>();
    for (Matcher found = PERSON.matcher(text); found.find(); ) {
      people.add(found.group());
    }
    return people;
  }
}

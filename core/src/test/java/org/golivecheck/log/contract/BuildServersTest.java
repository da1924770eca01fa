package org.golivecheck.log.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.listing.Listing;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No output makes a build agent obey a log: their documented rules find no command in it. */
class BuildServersTest {
  /** Azure Pipelines and GitHub's first form: anywhere in a line. TeamCity and GitLab, too. */
  private static final Pattern ANYWHERE =
      Pattern.compile("##vso\\[|##\\[|##teamcity\\[|section_(?:start|end):");

  /** GitHub's second form: after leading blanks. */
  private static final Pattern AT_START = Pattern.compile("(?m)^\\s*::(\\S+)");

  private static final Set<String> OWN = Set.of("error", "warning", "notice");

  private static final List<String> PAYLOADS =
      List.of(
          "##vso[task.setvariable variable=a]b",
          "##[set-env name=a]b",
          "##[error]",
          "::set-output name=a::b",
          "\n::add-mask::b",
          " ::stop-commands::b",
          "##teamcity[buildStop]",
          "section_start:1:a[collapsed=true]\r\u001b[0K",
          "a ::debug::b ::debug::c ::debug::d ::debug::e ::debug::f ::debug::g ::debug::h"
              + " ::debug::i");

  static List<String> payloads() {
    return PAYLOADS;
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void noReportContainsACommandOfALog(String payload) throws IOException {
    String json = payload.replace("\n", "\\n").replace("\r", "\\r").replace("\u001b", "\\u001b");
    String line = payload.replaceAll("[\\r\\n\\u001b]", "");
    String log =
        """
        Timestamp: 2026-03-01T09:15:30Z
        TraceToken: %2$s

        GET https://demo.docusign.net/restapi/v2.1/accounts/%2$s/envelopes?a=%2$s
        User-Agent: %2$s

        400 Bad Request

        Content-Type: application/json
        X-DocuSign-TraceToken: %2$s

        {"errorCode":"%1$s","message":"%1$s"}
        """
            .formatted(json, line);
    GoLiveReport report =
        GoLiveCheck.withDefaults()
            .withProfile(Profile.STRICT)
            .withSeries()
            .check(
                List.of(
                    LogSource.of(
                        payload + "/00_BadRequest_Get.txt",
                        new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                    LogSource.of(payload, new ByteArrayInputStream(new byte[] {1, 2, 3}))));
    assertThatNothingIsObeyed(reports(report));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("renderings")
  void neitherReportsNorListingsContainACommandOfALog(String name, Rendering rendering)
      throws IOException {
    byte[] log = rendering.render(calls());
    GoLiveCheck check =
        GoLiveCheck.withDefaults()
            .withFormat(rendering.options())
            .withProfile(Profile.STRICT)
            .withSeries();
    List<String> commands = new ArrayList<>();
    for (Redactor redactor : List.of(new Redactor(), Redactor.secretsOnly())) {
      GoLiveReport report = check.withRedactor(redactor).check(List.of(source(log)));
      commands.add(String.valueOf(report.calls().total()));
      assertThatNothingIsObeyed(reports(report));
    }
    for (boolean redact : new boolean[] {true, false}) {
      try (Listing listing = new Listing(ReviewSettings.DEFAULT, redact);
          LogCalls calls = check.open(List.of(source(log)))) {
        calls.stream().forEach(listing::add);
        for (String format : Listing.FORMATS) {
          for (int width : format.equals("table") ? new int[] {0, 40, 120} : new int[] {0}) {
            StringBuilder text = new StringBuilder();
            listing.write(format, width, true, text);
            assertThatNothingIsObeyed(Map.of(format, text.toString()));
          }
        }
      }
    }

    assertThat(commands).doesNotContain("0");
  }

  static Stream<Arguments> renderings() {
    return Renderings.ALL.stream()
        .map(rendering -> Arguments.of(rendering.format() + ", " + rendering.variant(), rendering));
  }

  private static LogSource source(byte[] log) {
    return LogSource.of("log", new ByteArrayInputStream(log));
  }

  /** Returns a call for each command, which is everywhere in it. */
  private static List<ScenarioCall> calls() {
    List<ScenarioCall> calls = new ArrayList<>();
    ScenarioCall base =
        Scenario.calls().stream().filter(call -> call.status() == 400).findFirst().orElseThrow();
    for (String payload : PAYLOADS) {
      String line = payload.replaceAll("[\\r\\n\u001b]", "");
      String json = payload.replace("\n", "\\n").replace("\r", "\\r").replace("\u001b", "\\u001b");
      Map<String, String> headers = new LinkedHashMap<>(base.requestHeaders());
      headers.put("User-Agent", line);
      headers.put("X-DocuSign-SDK", line);
      Map<String, String> responseHeaders = new LinkedHashMap<>(base.responseHeaders());
      responseHeaders.put("X-DocuSign-TraceToken", line);
      calls.add(
          new ScenarioCall(
              calls.size() + 1,
              base.start().plusSeconds(calls.size()),
              base.millis(),
              base.method(),
              base.host(),
              base.path() + "?a=" + URLEncoder.encode(line, StandardCharsets.UTF_8),
              headers,
              base.requestBody(),
              base.status(),
              responseHeaders,
              "{\"errorCode\": \"" + json + "\", \"message\": \"" + json + "\"}",
              base.operation()));
    }
    return calls;
  }

  private static Map<String, String> reports(GoLiveReport report) throws IOException {
    Map<String, String> reports = new LinkedHashMap<>();
    for (String format : ReportFormats.names()) {
      for (int width : format.equals("text") ? new int[] {40, 80, 120} : new int[] {80}) {
        StringBuilder text = new StringBuilder();
        TextOptions options = new TextOptions(width, false, TextOptions.Detail.VERBOSE);
        ReportFormats.writer(format, options).write(report, text);
        reports.put(format + " " + width, text.toString());
      }
    }
    return reports;
  }

  private static void assertThatNothingIsObeyed(Map<String, String> outputs) {
    outputs.forEach(
        (output, text) -> {
          assertThat(text).as(output).doesNotContainPattern(ANYWHERE);
          Matcher commands = AT_START.matcher(text);
          while (commands.find()) {
            assertThat(commands.group(1))
                .as(output + ": " + text)
                .matches(command -> isOwn(output, command), "is of our own");
          }
        });
  }

  private static boolean isOwn(String format, String command) {
    return format.startsWith("github") && OWN.contains(command.replaceAll("[:\\s].*", ""));
  }
}

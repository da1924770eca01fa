package org.golivecheck.log.contract;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.log.LogSource;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of secret and personal data, in each place of a call, in a log of each format. */
class RedactionByFormatTest {
  private static final Path PAGE = Path.of("docs", "redaction-tested.md");
  private static final String RENEW = "renewDocs";
  private static final Path KINDS =
      Path.of("src/test/resources/org/golivecheck/redaction/kinds.tsv");

  /** A sample of a kind, what of it must not be seen, and its group. */
  private record Sample(String text, String secret, String group) {

    static List<Sample> all() {
      List<Sample> samples = new ArrayList<>();
      try {
        for (String line : Files.readAllLines(KINDS)) {
          if (!line.startsWith("#")) {
            String[] cells = line.split("\t", -1);
            // Each sample has a secret of its own, where its form allows that.
            char one = (char) ('b' + samples.size() / 20);
            String own = cells[2] + one + (char) ('b' + samples.size() % 20);
            boolean free = cells[2].equals("hunter2secret") || cells[2].equals("Jane");
            String text = cells[1].replace("\\n", "\n");
            samples.add(
                free
                    ? new Sample(text.replace(cells[2], own), own, cells[3])
                    : new Sample(text, cells[2], cells[3]));
          }
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return samples;
    }

    boolean isIn(String text) {
      return text.contains(secret);
    }
  }

  /** Where a call has text that a log may show. */
  private enum Place {
    URL,
    REQUEST_HEADER,
    REQUEST_BODY,
    RESPONSE_HEADER,
    RESPONSE_BODY;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private static ScenarioCall base() {
    return Scenario.calls().stream().filter(call -> call.status() == 400).findFirst().orElseThrow();
  }

  private static List<ScenarioCall> calls(List<Sample> samples, List<Place> places) {
    List<ScenarioCall> calls = new ArrayList<>();
    for (Sample sample : samples) {
      calls.add(planted(base(), calls.size(), sample.text(), places));
    }
    return calls;
  }

  private static ScenarioCall planted(
      ScenarioCall base, int index, String sample, List<Place> places) {
    // A URL or a header cannot contain a line break.
    String line = sample.contains("\n") ? "none" : sample;
    Map<String, String> headers = new LinkedHashMap<>(base.requestHeaders());
    Map<String, String> responseHeaders = new LinkedHashMap<>(base.responseHeaders());
    responseHeaders.put(
        "X-DocuSign-TraceToken", "%08x-ab84-4ab9-b174-02cdfa74040f".formatted(0xa0000000L + index));
    String body = base.requestBody();
    String path = base.path();
    String response = base.responseBody();
    if (places.contains(Place.URL)) {
      path += "?note=" + URLEncoder.encode(line, UTF_8).replace("+", "%20");
    }
    if (places.contains(Place.REQUEST_HEADER)) {
      headers.put("User-Agent", "acme/1.0 (" + line + ")");
      headers.put("X-Note", line);
    }
    if (places.contains(Place.REQUEST_BODY)) {
      body = "{\"status\":\"sent\",\"note\":\"" + json(sample) + "\"}";
    }
    if (places.contains(Place.RESPONSE_HEADER)) {
      responseHeaders.put("X-Note", line);
    }
    if (places.contains(Place.RESPONSE_BODY)) {
      response =
          "{\"errorCode\": \"INVALID_REQUEST_BODY\", \"message\": \"Bad. " + json(sample) + "\"}";
    }
    headers.put("Content-Length", "" + body.getBytes(UTF_8).length);
    responseHeaders.put("Content-Length", "" + response.getBytes(UTF_8).length);
    return new ScenarioCall(
        index + 1,
        base.start().plusSeconds(2L * index),
        base.millis(),
        base.method(),
        base.host(),
        path,
        headers,
        body,
        base.status(),
        responseHeaders,
        response,
        base.operation());
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  static Stream<Arguments> renderings() {
    return Renderings.ALL.stream()
        .map(rendering -> Arguments.of(rendering.format() + ", " + rendering.variant(), rendering));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("renderings")
  void noOutputShowsASecretOfALog(String name, Rendering rendering) throws IOException {
    List<Sample> samples = Sample.all();
    byte[] log = rendering.render(calls(samples, List.of(Place.values())));
    Map<String, String> outputs = outputs(rendering, log);

    outputs.forEach(
        (output, text) ->
            assertThat(samples.stream().filter(sample -> sample.isIn(text))).as(output).isEmpty());
  }

  private static Map<String, String> outputs(Rendering rendering, byte[] log) throws IOException {
    GoLiveCheck check =
        GoLiveCheck.withDefaults()
            .withFormat(rendering.options())
            .withProfile(Profile.STRICT)
            .withSeries();
    Map<String, String> outputs = new LinkedHashMap<>();
    ByteArrayOutputStream safe = new ByteArrayOutputStream();
    check.redact(List.of(LogSource.of("log", new ByteArrayInputStream(log))), safe);
    outputs.put("redacted log", text(safe.toByteArray()));
    GoLiveReport report = check.check(List.of(LogSource.of("log", new ByteArrayInputStream(log))));
    TextOptions verbose = new TextOptions(120, false, TextOptions.Detail.VERBOSE);
    for (String format : ReportFormats.names()) {
      StringBuilder text = new StringBuilder();
      ReportFormats.writer(format, verbose).write(report, text);
      outputs.put(format, text.toString());
    }
    return outputs;
  }

  /** Returns a log as text, also that in an archive. */
  private static String text(byte[] log) throws IOException {
    if (log[0] != 'P' || log[1] != 'K') {
      return decoded(log);
    }
    StringBuilder text = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(log))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        text.append(entry.getName()).append('\n').append(decoded(in.readAllBytes()));
      }
    }
    return text.toString();
  }

  private static String decoded(byte[] text) {
    boolean wide = text.length > 1 && (text[0] == -1 || text[0] == -2);
    return new String(text, wide ? UTF_16 : UTF_8);
  }

  @Test
  void thePageHasTheTableOfToday() throws IOException {
    String page = Files.readString(PAGE);
    int end = page.indexOf("-->") + "-->".length() + 1;
    String renewed = page.substring(0, end) + table();
    if (Boolean.getBoolean(RENEW)) {
      Files.writeString(PAGE, renewed);
    }

    assertThat(Files.readString(PAGE))
        .as("renew with: mvn test -pl core -Dtest=RedactionByFormatTest -D" + RENEW + "=true")
        .isEqualTo(renewed);
  }

  /** Of each format: where in a call its logs have text, and how many samples of each group. */
  private static String table() throws IOException {
    List<Sample> samples = Sample.all();
    List<String> groups = samples.stream().map(Sample::group).distinct().toList();
    Map<String, List<String>> rows = new TreeMap<>();
    for (Rendering rendering : Renderings.ALL) {
      List<Place> places = new ArrayList<>();
      Map<String, Integer> counts = new TreeMap<>();
      for (Place place : Place.values()) {
        String log = text(rendering.render(calls(samples, List.of(place))));
        List<Sample> shown = samples.stream().filter(sample -> sample.isIn(log)).toList();
        if (!shown.isEmpty()) {
          places.add(place);
        }
        shown.forEach(sample -> counts.merge(sample.group(), 1, Integer::sum));
      }
      List<String> cells = new ArrayList<>();
      groups.forEach(group -> cells.add(String.valueOf(counts.getOrDefault(group, 0))));
      cells.add(String.join(", ", places.stream().map(Place::label).toList()));
      rows.putIfAbsent(rendering.format() + " | " + rendering.variant(), cells);
    }
    StringBuilder table = new StringBuilder("\n| format | written by | ");
    table.append(String.join(" | ", groups)).append(" | places in a call |\n|");
    table.append(" --- |".repeat(groups.size() + 3)).append('\n');
    rows.forEach(
        (name, cells) -> table.append("| " + name + " | " + String.join(" | ", cells) + " |\n"));
    return table.toString();
  }
}

package org.golivecheck.log.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.report.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A log that means the same is read as the same calls, however it is spelt, wrapped or divided into
 * files.
 */
class SpellingContractTest {
  private static final List<ScenarioCall> SCENARIO = Scenario.calls();

  /** Lines of others: of a script, of another program's log in text or JSON, of a stack trace. */
  private static final List<String> FOREIGN =
      List.of(
          "=== a line that is no part of the log ===",
          "2026-11-23 09:00:00,123 [main] INFO  com.example.isv.Orders - stored {3 orders}",
          "{\"level\":30,\"pid\":7,\"name\":\"orders\",\"stored\":3}",
          "\tat com.example.isv.Orders.store(Orders.java:33)");

  /** What the text of a log is made of. */
  private enum Form {
    JSON_RECORDS,
    JSON_DOCUMENT,
    DOCUMENT,
    TABLE,
    LINES,
    ARCHIVE;

    static Form of(Rendering rendering) {
      return switch (rendering.format()) {
        case "request-log", "saz" -> ARCHIVE;
        case "csv" -> TABLE;
        case "ndjson", "otlp" -> JSON_RECORDS;
        case "har", "newman" -> JSON_DOCUMENT;
        case "vcr" -> DOCUMENT;
        case "request-log-list" -> rendering.render(SCENARIO)[0] == '<' ? DOCUMENT : JSON_DOCUMENT;
        default -> LINES;
      };
    }
  }

  /** Changes a log and not its meaning. */
  private interface Mutator {
    /** Returns the files that the log becomes. */
    List<byte[]> apply(Rendering rendering, List<ScenarioCall> calls) throws IOException;
  }

  /**
   * A change.
   *
   * @param name what it does
   * @param forms the forms of logs that it can be done to
   * @param mutator does it
   */
  private record Mutation(String name, Set<Form> forms, Mutator mutator) {}

  private static final Set<Form> ALL = Set.of(Form.values());
  private static final Set<Form> TEXTS =
      Set.of(Form.JSON_RECORDS, Form.JSON_DOCUMENT, Form.DOCUMENT, Form.TABLE, Form.LINES);
  private static final Set<Form> JSON = Set.of(Form.JSON_RECORDS, Form.JSON_DOCUMENT);
  private static final Set<Form> RECORDS = Set.of(Form.JSON_RECORDS, Form.TABLE, Form.LINES);
  private static final Set<Form> TABLE = Set.of(Form.TABLE);

  private static List<Mutation> mutations() {
    List<Mutation> all = new ArrayList<>();
    for (JsonSpelling spelling : JsonSpelling.values()) {
      String name = spelling.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      all.add(text(name, JSON, log -> JsonSpelling.rewrite(log, spelling::apply)));
    }
    all.add(
        text(
            "several lines",
            JSON,
            log ->
                log.contains("INFO exporter - {")
                    ? log
                    : JsonSpelling.rewrite(log, JsonSpelling::printed)));
    all.add(text("CRLF", TEXTS, log -> log.replace("\r", "").replace("\n", "\r\n")));
    all.add(text("no last line break", TEXTS, String::stripTrailing));
    all.add(text("blank lines at the end", TEXTS, log -> log + "\n\n \n"));
    all.add(text("byte order mark", TEXTS, log -> "\uFEFF" + log.replace("\uFEFF", "")));
    for (String line : FOREIGN) {
      all.add(text("before: " + line, RECORDS, log -> line + "\n" + log));
      all.add(text("often before: " + line, RECORDS, log -> (line + "\n").repeat(30) + log));
      all.add(text("after: " + line, RECORDS, log -> ended(log) + line + "\n"));
      all.add(
          new Mutation(
              "between: " + line,
              Set.of(Form.JSON_RECORDS, Form.LINES),
              (rendering, calls) -> List.of(bytes(rendering, divided(rendering, calls, line)))));
      all.add(
          text(
              "between rows: " + line,
              TABLE,
              log -> log.lines().collect(Collectors.joining("\n" + line + "\n"))));
    }
    all.add(headers("upper case of headers", name -> name.toUpperCase(Locale.ROOT)));
    all.add(headers("lower case of headers", name -> name.toLowerCase(Locale.ROOT)));
    all.add(columns("upper case of columns", name -> name.toUpperCase(Locale.ROOT)));
    all.add(columns("lower case of columns", name -> name.toLowerCase(Locale.ROOT)));
    all.add(columns("quoted columns", name -> '"' + name + '"'));
    all.add(columns("blanks around columns", name -> "  " + name + " "));
    all.add(
        new Mutation(
            "sep=",
            TABLE,
            (rendering, calls) ->
                List.of(
                    bytes(
                        rendering,
                        "sep=" + delimiter(rendering) + "\r\n" + text(rendering, calls)))));
    all.add(
        new Mutation(
            "two files",
            ALL,
            (rendering, calls) ->
                List.of(
                    rendering.render(calls.subList(0, 9)),
                    rendering.render(calls.subList(9, calls.size())))));
    all.add(
        new Mutation(
            "the same file twice",
            ALL,
            (rendering, calls) -> List.of(rendering.render(calls), rendering.render(calls))));
    all.add(
        new Mutation(
            "gzip",
            ALL,
            (rendering, calls) -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              try (OutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(rendering.render(calls));
              }
              return List.of(bytes.toByteArray());
            }));
    all.add(
        new Mutation(
            "zip",
            ALL,
            (rendering, calls) -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("logs/"));
                zip.putNextEntry(new ZipEntry("logs/integration"));
                zip.write(rendering.render(calls));
              }
              return List.of(bytes.toByteArray());
            }));
    return all;
  }

  private static Mutation text(String name, Set<Form> forms, UnaryOperator<String> change) {
    return new Mutation(
        name,
        forms,
        (rendering, calls) -> List.of(bytes(rendering, change.apply(text(rendering, calls)))));
  }

  private static Mutation headers(String name, UnaryOperator<String> spelling) {
    return new Mutation(
        name,
        Set.of(Form.JSON_RECORDS, Form.JSON_DOCUMENT, Form.DOCUMENT, Form.LINES, Form.ARCHIVE),
        (rendering, calls) ->
            List.of(rendering.render(calls.stream().map(call -> spelt(call, spelling)).toList())));
  }

  private static Mutation columns(String name, UnaryOperator<String> spelling) {
    return new Mutation(
        name,
        TABLE,
        (rendering, calls) -> {
          String text = text(rendering, calls);
          if (rendering instanceof CsvRendering csv && csv.columns().isEmpty()) {
            return List.of(rendering.render(calls));
          }
          int end = text.indexOf('\n');
          String delimiter = delimiter(rendering);
          String first =
              Stream.of(text.substring(0, end).replace("\uFEFF", "").strip().split(delimiter, -1))
                  .map(spelling)
                  .collect(Collectors.joining(delimiter));
          return List.of(bytes(rendering, first + text.substring(end)));
        });
  }

  /** Returns a log with a line after every five calls. */
  private static String divided(Rendering rendering, List<ScenarioCall> calls, String line) {
    StringBuilder log = new StringBuilder();
    for (int from = 0; from < calls.size(); from += 5) {
      List<ScenarioCall> some = calls.subList(from, Math.min(from + 5, calls.size()));
      log.append(ended(text(rendering, some))).append(line).append('\n');
    }
    return log.toString();
  }

  private static String delimiter(Rendering rendering) {
    return rendering instanceof CsvRendering csv ? csv.csv().getDelimiterString() : ",";
  }

  /** Returns a call with other letters in the names of its headers; they are still found. */
  private static ScenarioCall spelt(ScenarioCall call, UnaryOperator<String> spelling) {
    return new ScenarioCall(
        call.number(),
        call.start(),
        call.millis(),
        call.method(),
        call.host(),
        call.path(),
        spelt(call.requestHeaders(), spelling),
        call.requestBody(),
        call.status(),
        spelt(call.responseHeaders(), spelling),
        call.responseBody(),
        call.operation());
  }

  private static Map<String, String> spelt(
      Map<String, String> headers, UnaryOperator<String> spelling) {
    Map<String, String> spelt = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, value) -> spelt.put(spelling.apply(name), value));
    return spelt;
  }

  private static String ended(String log) {
    return log.endsWith("\n") ? log : log + "\n";
  }

  private static Charset charset(Rendering rendering) {
    return rendering instanceof CsvRendering csv ? csv.charset() : UTF_8;
  }

  private static String text(Rendering rendering, List<ScenarioCall> calls) {
    return new String(rendering.render(calls), charset(rendering));
  }

  private static byte[] bytes(Rendering rendering, String text) {
    // UTF-16 has its own mark.
    return charset(rendering).equals(UTF_8)
        ? text.getBytes(UTF_8)
        : text.replace("\uFEFF", "").getBytes(charset(rendering));
  }

  private record Read(List<ApiCall> calls, ReadingSummary summary) {

    long skipped() {
      return summary.inputs().stream().mapToLong(LogInput::skipped).sum();
    }

    static Read of(List<byte[]> files, Rendering rendering) {
      List<LogSource> sources = new ArrayList<>();
      for (byte[] file : files) {
        String name = "log" + (sources.size() + 1);
        sources.add(LogSource.of(name, new ByteArrayInputStream(file)));
      }
      try (LogCalls logs = Logs.open(sources, ReadLimits.DEFAULT, 1, rendering.options())) {
        List<ApiCall> calls = logs.stream().toList();
        return new Read(calls, logs.summary());
      }
    }
  }

  /** How an unchanged log is read and judged. */
  private record Plain(long skipped, Map<Profile, Judged> judged) {
    static Plain of(Rendering rendering) {
      Read read = Read.of(List.of(rendering.render(SCENARIO)), rendering);
      Map<Profile, Judged> judged = new EnumMap<>(Profile.class);
      for (Profile profile : Profile.values()) {
        judged.put(profile, Judged.of(read.calls(), profile));
      }
      return new Plain(read.skipped(), judged);
    }
  }

  private static final IdentityHashMap<Rendering, Plain> PLAIN = new IdentityHashMap<>();

  static Stream<Arguments> changedLogs() {
    return mutations().stream()
        .flatMap(
            mutation ->
                Renderings.ALL.stream()
                    .filter(rendering -> mutation.forms().contains(Form.of(rendering)))
                    .filter(
                        rendering ->
                            !mutation.name().contains("file")
                                || rendering.shows().contains(LogField.TIME))
                    .map(
                        rendering ->
                            Arguments.of(
                                mutation.name(),
                                rendering.format(),
                                rendering.variant(),
                                mutation,
                                rendering)));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("changedLogs")
  void aLogThatMeansTheSameIsReadAsTheSameCalls(
      String change, String format, String variant, Mutation mutation, Rendering rendering)
      throws IOException {
    Plain plain = PLAIN.computeIfAbsent(rendering, Plain::of);

    Read changed = Read.of(mutation.mutator().apply(rendering, SCENARIO), rendering);

    assertThat(changed.summary().problems()).extracting(ProblemCount::problem).isEmpty();
    assertThat(changed.summary().inputs())
        // Among an application's own lines, an exception is one of the things that may be there.
        .allSatisfy(input -> assertThat(input.format()).isIn(format, "app-log"));
    // In lines of text, what follows an answer may be a part of its body.
    if (Form.of(rendering) != Form.LINES && FOREIGN.stream().anyMatch(change::endsWith)) {
      assertThat(changed.skipped()).isGreaterThan(plain.skipped());
    }
    for (Profile profile : Profile.values()) {
      assertThat(Judged.of(changed.calls(), profile))
          .as(profile.name())
          .isEqualTo(plain.judged().get(profile));
    }
  }

  static Stream<Arguments> repeatableLogs() {
    return Renderings.ALL.stream()
        .filter(rendering -> Set.of(Form.JSON_RECORDS, Form.LINES).contains(Form.of(rendering)))
        .filter(rendering -> rendering.shows().contains(LogField.URL))
        .map(rendering -> Arguments.of(rendering.format(), rendering.variant(), rendering));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("repeatableLogs")
  void equalCallsOfOneLogAreOneOnlyByTheirTraceToken(
      String format, String variant, Rendering rendering) {
    List<ScenarioCall> calls = SCENARIO.stream().filter(ScenarioCall::isOfRequestLog).toList();
    String once = ended(text(rendering, calls));

    long single = countable(once, rendering);

    assertThat(countable(once + once, rendering))
        .isEqualTo(rendering.shows().contains(LogField.TRACE_TOKEN) ? single : 2 * single);
  }

  private static long countable(String log, Rendering rendering) {
    return Judged.of(Read.of(List.of(log.getBytes(UTF_8)), rendering).calls(), Profile.CLASSIC)
        .countable();
  }
}

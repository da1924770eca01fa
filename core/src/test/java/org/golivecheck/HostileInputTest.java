package org.golivecheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.log.LogSource;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.Steering;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and hostile logs on their whole way, from bytes to every report. */
class HostileInputTest {
  private static final String TIME = "2026-03-01T09:15:30.1234567Z";
  private static final String PATH =
      "/restapi/v2.1/accounts/11111111-1111-4111-8111-111111111111/envelopes";
  private static final String MARK = "CONTENT-OF-A-FILE";

  @TempDir private Path folder;

  private static String entry(String time, String headers, String status, String body) {
    return "Timestamp: "
        + time
        + "\r\n\r\nGET https://demo.docusign.net"
        + PATH
        + "\r\n"
        + headers
        + "\r\n"
        + status
        + "\r\n\r\nContent-Type: application/json\r\n\r\n"
        + body;
  }

  private static GoLiveReport check(byte[]... logs) {
    List<LogSource> sources = new ArrayList<>();
    for (byte[] log : logs) {
      sources.add(LogSource.of("log" + sources.size(), new ByteArrayInputStream(log)));
    }
    GoLiveReport report = GoLiveCheck.withDefaults().withProfile(Profile.STRICT).check(sources);
    printEverything(report);
    return report;
  }

  private static GoLiveReport check(String log) {
    return check(log.getBytes(UTF_8));
  }

  /** Prints a report in every format and checks that no text in it steers what shows it. */
  private static String printEverything(GoLiveReport report) {
    StringBuilder all = new StringBuilder();
    for (String format : ReportFormats.names()) {
      StringBuilder out = new StringBuilder();
      TextOptions plain = new TextOptions(100, false, TextOptions.Detail.VERBOSE);
      try {
        ReportFormats.writer(format, plain).write(report, out);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      assertThat(out.codePoints()).as(format).noneMatch(Steering::steersLines);
      all.append(out);
    }
    assertThat(text(report, true).replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(text(report, false));
    return all.toString();
  }

  private static String text(GoLiveReport report, boolean color) {
    StringBuilder out = new StringBuilder();
    try {
      ReportFormats.writer("text", new TextOptions(100, color, TextOptions.Detail.VERBOSE))
          .write(report, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }

  private static List<String> codes(GoLiveReport report) {
    return report.problems().stream().map(Problem::code).toList();
  }

  private static WindowCall only(GoLiveReport report) {
    assertThat(report.window().calls()).hasSize(1);
    return report.window().calls().get(0);
  }

  private static String errorCode(GoLiveReport report) {
    return String.valueOf(only(report).errorCode());
  }

  /** Hands out a part over and over, so that a test needs no memory for it. */
  private static InputStream repeated(String before, String part, int times, String after) {
    byte[] bytes = part.getBytes(UTF_8);
    List<InputStream> parts = new ArrayList<>();
    parts.add(new ByteArrayInputStream(before.getBytes(UTF_8)));
    parts.addAll(
        Stream.generate(() -> (InputStream) new ByteArrayInputStream(bytes)).limit(times).toList());
    parts.add(new ByteArrayInputStream(after.getBytes(UTF_8)));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static GoLiveReport checkStream(InputStream in) {
    return GoLiveCheck.withDefaults().check(List.of(LogSource.of("-", in)));
  }

  @Test
  void nulBytesAreText() {
    String log = entry(TIME, "User-Agent: a\0b\r\nX: \0\r\n", "200 OK", "\0\0{\"a\":\"\0\"}");
    GoLiveReport report = check(log.replace("/envelopes", "/envelopes/\0\0"));

    assertThat(only(report).outcome()).isEqualTo(Outcome.OK);
    assertThat(codes(check("\0\0\0" + log))).containsExactly("UNKNOWN_FORMAT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsReadIfItsMarkSaysSo(String charset) {
    String log = entry(TIME, "", "404 NotFound", "{\"errorCode\":\"A_B\",\"message\":\"\u00e4\"}");

    assertThat(errorCode(check(("\uFEFF" + log).getBytes(Charset.forName(charset)))))
        .isEqualTo("A_B");
    assertThat(codes(check(log.getBytes(Charset.forName(charset)))))
        .containsExactly("UNKNOWN_FORMAT");
  }

  static Stream<Arguments> longLines() {
    String log = entry(TIME, "A: b\r\n", "200 OK", "{\"a\":\"x");
    int url = log.indexOf("\r\nA: b");
    int header = log.indexOf("\r\n\r\n200");
    return Stream.of(
        Arguments.of("first line", 10, 0, "NO_TIMESTAMP"),
        Arguments.of("URL", url, 1, "ENTRY_LIMIT"),
        Arguments.of("unused header", header, 1, ""),
        Arguments.of("status line", log.indexOf(" OK"), 0, "NO_STATUS_LINE"),
        Arguments.of("body", log.length(), 1, ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("longLines")
  void lineOfFiftyMegabytesIsReadOrReported(String what, int at, int calls, String problem) {
    String log = entry(TIME, "A: b\r\n", "200 OK", "{\"a\":\"x");
    String part = "x".repeat(1 << 16);
    GoLiveReport report = checkStream(repeated(log.substring(0, at), part, 800, log.substring(at)));

    assertThat(report.calls().total()).isEqualTo(calls);
    assertThat(codes(report)).isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Timestamp: ", "TraceToken: x", "GET https://demo.docusign.net/restapi/"})
  void textWithoutAnyLineBreakIsAProblem(String start) {
    assertThat(codes(check(start))).hasSize(1);
    assertThat(codes(checkStream(repeated(start, "x".repeat(1000), 1000, "")))).hasSize(1);
  }

  @Test
  void millionHeadersAreReadUpToTheLimit() {
    String before = entry(TIME, "", "", "").replace("\r\n\r\nContent-Type", "\r\nContent-Type");
    String request = before.substring(0, before.indexOf("\r\nContent-Type"));
    String response = "\r\n200 OK\r\n\r\nContent-Type: application/json\r\n";
    GoLiveReport inRequest =
        checkStream(repeated(request, "A-Header: with a value\r\n", 1_000_000, response));
    GoLiveReport inResponse =
        checkStream(repeated(request + response, "A-Header: value\r\n", 1_000_000, "\r\n{}"));

    for (GoLiveReport report : List.of(inRequest, inResponse)) {
      assertThat(report.calls().total()).isEqualTo(1);
      assertThat(codes(report)).containsExactly("ENTRY_LIMIT");
      assertThat(report.problems().get(0).message().toString()).contains("--limit headers=");
    }
  }

  @Test
  void firstAndLastYearsAreTimesLikeOthers() {
    byte[][] logs = new byte[21][];
    for (int i = 0; i < 20; i++) {
      String time = String.format(Locale.ROOT, "9999-12-31T%02d:59:59.9999999Z", i);
      logs[i] = entry(time, "", "200 OK", "").getBytes(UTF_8);
    }
    logs[20] = entry("0000-01-01T00:00:00Z", "", "200 OK", "").getBytes(UTF_8);
    GoLiveReport report = check(logs);

    assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.calls().from()).hasToString("0000-01-01T00:00:00Z");
    assertThat(report.calls().to()).hasToString("9999-12-31T19:59:59.999999900Z");
    assertThat(codes(check(entry("10000-01-01T00:00:00Z", "", "200 OK", ""))))
        .containsExactly("NO_TIMESTAMP");
    assertThat(codes(check(entry("-001-01-01T00:00:00Z", "", "200 OK", ""))))
        .containsExactly("NO_TIMESTAMP");
  }

  @ParameterizedTest
  @CsvSource({
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    "2016-12-31T24:00:00Z, 2017-01-01T00:00:00Z",
    "2016-12-31T23:58:60Z, ''",
    "2015-02-29T00:00:00Z, ''"
  })
  void leapSecondsAndTheEndOfADayAreTimes(String written, String time) {
    GoLiveReport report = check(entry(written, "", "200 OK", ""));

    assertThat(report.window().calls().stream().map(call -> call.timestamp().toString()))
        .isEqualTo(time.isEmpty() ? List.of() : List.of(time));
    assertThat(codes(report)).isEqualTo(time.isEmpty() ? List.of("NO_TIMESTAMP") : List.of());
  }

  @Test
  void clockThatGoesBackwardsDecidesTheOrder() {
    byte[] later = entry("2026-03-01T09:20:00Z", "", "200 OK", "").getBytes(UTF_8);
    byte[] earlier = entry("2026-03-01T09:10:00Z", "", "200 OK", "").getBytes(UTF_8);
    GoLiveReport report = check(later, earlier);

    assertThat(report.window().calls())
        .extracting(call -> call.source().toString())
        .containsExactly("log1", "log0");
    assertThat(report.window().calls())
        .extracting(WindowCall::outcome)
        .containsExactly(Outcome.OK, Outcome.BREACH);
  }

  @ParameterizedTest
  @CsvSource({"099, UNKNOWN", "199 X, UNKNOWN", "600, UNKNOWN", "999 Odd, UNKNOWN"})
  void statusThatHttpDoesNotHaveIsUnknown(String status, Outcome outcome) {
    assertThat(only(check(entry(TIME, "", status, ""))).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "000", "20 OK", "2000 OK", "OK 200", "\u0662\u0660\u0660 OK"})
  void statusThatIsNoneIsAProblem(String status) {
    assertThat(codes(check(entry(TIME, "", status, "")))).containsExactly("NO_STATUS_LINE");
  }

  static Stream<String> hostileBodies() {
    return Stream.of(
        "[".repeat(200_000),
        "{\"a\":".repeat(200_000),
        "{\"errorDetails\":".repeat(200_000) + "}".repeat(200_000),
        "<a>".repeat(200_000),
        "{\"errorCode\":" + "9".repeat(200_000) + "}",
        "{\"errorCode\":\"A_B\",\"n\":1e999999999,\"m\":-0.0e-999999999}",
        "{\"errorCode\":\"A_B\",\"errorCode\":\"C_D\",\"errorCode\":[]}",
        "{\"errorCode\":\"A_B",
        "{\"errorCode\":\"\\u12",
        "{\"errorCode\":\"\\ud800\"}",
        "A_B_".repeat(9_999) + "C",
        "a_b_".repeat(9_999) + "c",
        "{\"errorCode\":\"" + "A_B_".repeat(9_999) + "C\"}",
        "{\"error\":\"" + "a_b_".repeat(9_999) + "c\"}",
        "O:8:\"stdClass\"" + "s:1:\"".repeat(9_999),
        "Error calling Get: " + "a_b_".repeat(9_999),
        "\"" + "\\".repeat(99_999),
        "<errorDetails><errorCode>A_B",
        "<![CDATA[<errorDetails>".repeat(9_999),
        "<!--".repeat(99_999),
        "<a b=\"".repeat(99_999));
  }

  @ParameterizedTest
  @MethodSource("hostileBodies")
  void bodiesThatBreakParsersAreReadAsFarAsTheyMakeSense(String body) {
    for (String status : List.of("200 OK", "400 BadRequest", "500 InternalServerError")) {
      GoLiveReport report = check(entry(TIME, "", status, body));

      assertThat(report.calls().total()).isEqualTo(1);
      assertThat(report.problems()).isEmpty();
    }
  }

  @Test
  void theFirstOfDuplicateKeysCounts() {
    String body = "{\"errorCode\":\"A_B\",\"errorCode\":\"C_D\"}";

    assertThat(errorCode(check(entry(TIME, "", "400 BadRequest", body)))).isEqualTo("A_B");
  }

  @Test
  void externalEntitiesAreNeverRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), MARK);
    String body =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\"><!ENTITY % p SYSTEM \""
            + secret.toUri()
            + "\"> %p;]><errorDetails><errorCode>&e;</errorCode><message>&e;</message></errorDetails>";
    for (String status : List.of("200 OK", "400 BadRequest")) {
      GoLiveReport report = check(entry(TIME, "", status, body));

      assertThat(report.calls().total()).isEqualTo(1);
      assertThat(printEverything(report)).doesNotContain(MARK);
    }
  }

  @Test
  void entitiesOfEntitiesAreNotExpanded() {
    StringBuilder body = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 30; i++) {
      String reference = "&a" + (i - 1) + ";";
      body.append("<!ENTITY a").append(i).append(" \"").append(reference.repeat(10)).append("\">");
    }
    body.append("]><errorDetails><errorCode>&a29;</errorCode></errorDetails>");

    assertThat(check(entry(TIME, "", "400 BadRequest", body.toString())).calls().failed())
        .isEqualTo(1);
  }

  /** What steers terminals, breaks out of formats, or looks like something else. */
  static Stream<String> hostileTexts() {
    return Stream.of(
        "\u001b[2J\u001b[31mred\u001b]0;title\u0007",
        "\u009b31m\u0090q\u009c",
        "a\rb\bc\fd\u000be\u0085f\u2028g\u2029h",
        "\u202eright to left\u202c\u2066\u2069\u200f",
        "\u200bzero\u200dwidth\ufeff\u00ad",
        "\ud800lone\udfff \ue0001tag",
        "</script><script>alert(1)</script><!--",
        "]]>&lt;\" onload='x' --><a href=\"javascript:x\">",
        "::error file=a::b%0A::set-output name=c::d",
        "|`*_[x](javascript:y)\n# heading\n- item",
        "=cmd|' /C calc'!A0,\"x\"\r\n+1,-1,@SUM(1)",
        "%s%n${jndi:ldap://x.example.com/a}{{7*7}}",
        "../../etc/passwd\0.txt");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void untrustedTextSteersNeitherTerminalNorReport(String text) throws IOException {
    String inLine = text.replaceAll("[\r\n]", " ");
    String json = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    String log =
        entry(
            TIME,
            "User-Agent: "
                + inLine
                + "\r\nReferer: "
                + inLine
                + "\r\nX-DocuSign-SDK: "
                + inLine
                + "\r\n",
            "400 BadRequest",
            "{\"errorCode\":\"" + json + "\",\"message\":\"" + json + "\"}");
    log =
        "TraceToken: "
            + inLine
            + "\r\n"
            + log.replace("/envelopes", "/envelopes/" + inLine + "?" + inLine);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      put(zip, "a" + text.replaceAll("[\ud800-\udfff]", "?") + ".txt", log);
      put(zip, "b" + text.replaceAll("[\ud800-\udfff]", "?") + ".txt", "no log: " + text);
    }
    GoLiveReport report = check(bytes.toByteArray());

    assertThat(report.calls().failed()).isEqualTo(1);
    assertThat(codes(report)).containsExactly("UNKNOWN_FORMAT");
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }

  @Test
  void nothingOfAnArchiveIsWrittenToDisk() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      put(zip, "../up.txt", entry(TIME, "", "200 OK", ""));
      put(zip, folder + "/absolute.txt", entry(TIME, "", "200 OK", ""));
    }
    Path file =
        Files.write(
            Files.createDirectory(folder.resolve("in")).resolve("a.zip"), bytes.toByteArray());
    GoLiveReport report = GoLiveCheck.withDefaults().check(file);

    assertThat(report.calls().total()).isEqualTo(2);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(file);
    }
  }
}

package org.golivecheck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.golivecheck.cli.Shell.Result;
import org.golivecheck.cli.console.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code redact} and {@code support} over logs of any format, alone and mixed. */
final class RedactAnyFormatTest {
  private static final Path SAMPLES = Path.of("../samples/logs");
  private static final String ACCOUNT = "/restapi/v2.1/accounts/8812734";
  private static final String ENVELOPE = "9f8e7d6c-0000-4000-8000-000000000009";
  private static final String TOKEN = "eyJ0eXAiOiJNVCJ9.c2VjcmV0LW9mLWphbmU.c2lnbg";

  @TempDir private Path folder;

  private static Result run(String... line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            line,
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, UTF_8),
            Environment.NONE);
    return new Result(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static Map<String, String> entries(Path zip) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        entries.put(entry.getName(), new String(file.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    return entries;
  }

  private static String call(int minute, String rest) {
    return "{\"timestamp\":\"2026-11-23T09:0"
        + minute
        + ":00Z\",\"method\":\"GET\",\"url\":\"https://demo.docusign.net"
        + ACCOUNT
        + rest
        + "\",\"status\":200,\"headers\":{\"Authorization\":\"Bearer "
        + TOKEN
        + "\"}}\n";
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path ndjson() throws IOException {
    return write(
        "app.ndjson",
        call(0, "/envelopes/" + ENVELOPE)
            + "user jane.doe@example.com signed in\n"
            + call(1, "/envelopes/" + ENVELOPE)
            + call(2, "/envelopes?user_name=jane.doe%40example.com&start_position=0")
            + call(3, "/envelopes?user_name=jane.doe@example.com&start_position=100"));
  }

  private Path proxy() throws IOException {
    return write(
        "proxy.log",
        "10.0.0.7 - jane [23/Nov/2026:09:07:00 +0000] \"GET "
            + ACCOUNT
            + "/envelopes/"
            + ENVELOPE
            + "?access_token="
            + TOKEN
            + " HTTP/1.1\" 200 140 \"https://app.example.com/case/77?start_position=5\""
            + " \"Swagger-Codegen/v2.1/6.0.0/Java/17.0.21\"\n");
  }

  @Test
  void aMixtureOfLogsIsWrittenEachInItsFormatAndUnderItsName() throws IOException {
    Path safe = folder.resolve("safe.zip");

    Result result =
        run(
            "redact",
            ndjson().toString(),
            proxy().toString(),
            SAMPLES.resolve("passes.zip").toString(),
            "-o",
            safe.toString());

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err())
        .contains(
            "app.ndjson: written in its own format\n",
            "proxy.log: written in its own format\n",
            "passes.zip: written as a request log (",
            "removed: ");
    Map<String, String> entries = entries(safe);
    assertThat(entries.keySet()).contains("app.ndjson", "proxy.log").anyMatch(this::isOfSample);
    String all = String.join("\n", entries.values());
    assertThat(all)
        .doesNotContain(TOKEN, "jane", "8812734", ENVELOPE, "10.0.0.7")
        .contains(
            "https://demo.docusign.net/restapi/v2.1/accounts/",
            "start_position=100",
            "https://app.example.com/",
            "Swagger-Codegen/v2.1/6.0.0/Java/17.0.21",
            "[23/Nov/2026:09:07:00 +0000]");
    assertThat(entries.get("app.ndjson").lines()).hasSize(5);
  }

  private boolean isOfSample(String entry) {
    return entry.startsWith("passes.zip/");
  }

  @Test
  void idsAreTheSameInAllLogsOfARun() throws IOException {
    Path safe = folder.resolve("safe.zip");

    run("redact", ndjson().toString(), proxy().toString(), "-o", safe.toString());

    Pattern resource = Pattern.compile("accounts/[0-9]{7}/envelopes/[0-9a-f-]{36}");
    Map<String, String> entries = entries(safe);
    assertThat(
            entries.values().stream()
                .flatMap(text -> resource.matcher(text).results().map(MatchResult::group))
                .distinct())
        .hasSize(1);
    Pattern user = Pattern.compile("user_name=([^&\"]+)");
    assertThat(
            user.matcher(entries.get("app.ndjson"))
                .results()
                .map(found -> found.group(1))
                .distinct())
        .hasSize(1);
  }

  @Test
  void aRedactedLogIsJudgedAsItWas() throws IOException {
    Path safe = folder.resolve("safe.zip");
    String log = ndjson().toString();

    run("redact", log, "-o", safe.toString());

    for (String profile : List.of("classic", "current", "strict")) {
      Result before = run("check", "-r", "csv", "--profile", profile, log);
      Result after = run("check", "-r", "csv", "--profile", profile, safe.toString());
      assertThat(after.exit()).isEqualTo(before.exit());
      assertThat(rules(after)).isEqualTo(rules(before)).isNotEmpty();
    }
  }

  private static List<String> rules(Result report) {
    return report
        .out()
        .lines()
        .map(
            line -> line.replaceAll("(GET|POST) \\S+", "").replaceAll("[^,]*(zip|ndjson)[^,]*", ""))
        .map(line -> line.substring(0, Math.min(40, line.length())))
        .toList();
  }

  @Test
  void packedLogsAreUnpackedAndAnArchiveOfFiddlerIsListed() throws IOException {
    Path packed = folder.resolve("app.ndjson.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(ndjson(), gzip);
    }
    Path saz = folder.resolve("session.saz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(saz))) {
      entry(
          zip,
          "raw/1_c.txt",
          "GET https://demo.docusign.net" + ACCOUNT + "/users HTTP/1.1\r\n\r\n");
      entry(
          zip,
          "raw/1_m.xml",
          "<Session><SessionTimers ClientBeginRequest=\"2026-11-23T09:00:00Z\""
              + " ServerDoneResponse=\"2026-11-23T09:00:01Z\"/></Session>");
      entry(zip, "raw/1_s.txt", "HTTP/1.1 200 OK\r\n\r\n{}");
    }
    Path safe = folder.resolve("safe.zip");

    Result result = run("redact", packed.toString(), saz.toString(), "-o", safe.toString());

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).contains("session.saz: written as a listing of its calls\n");
    Map<String, String> entries = entries(safe);
    assertThat(entries).containsOnlyKeys("app.ndjson", "session.saz.ndjson");
    assertThat(entries.get("session.saz.ndjson")).doesNotContain("8812734").contains("/users");
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
  }

  @Test
  void whatALogCannotSayOfItsFormatIsSaidAsForACheck() throws IOException {
    String table =
        write(
                "calls.csv",
                "when;what;where;code\n"
                    + "2026-11-23 09:00:00;GET;https://demo.docusign.net"
                    + ACCOUNT
                    + "/users;200\n")
            .toString();
    Path safe = folder.resolve("safe.zip");
    String[] options = {
      "--map",
      "timestamp=when",
      "--map",
      "method=what",
      "--map",
      "url=where",
      "--map",
      "status=code",
      "--zone",
      "Europe/Paris",
      "--input-format",
      "csv"
    };

    Result redacted = run(line(options, "redact", table, "-o", safe.toString()));
    Result support =
        run(line(options, "support", table, "-o", folder.resolve("case.zip").toString()));
    Result calls = run(line(options, "calls", "-r", "csv", safe.toString()));

    assertThat(redacted.exit()).as(redacted.err()).isZero();
    assertThat(support.exit()).as(support.err()).isZero();
    assertThat(entries(safe).get("calls.csv")).startsWith("when;what;where;code\n2026-11-23 09:00");
    assertThat(calls.out()).contains("2026-11-23T08:00:00Z,GET,demo.docusign.net,");
  }

  private static String[] line(String[] options, String... words) {
    String[] line = Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, line, words.length, options.length);
    return line;
  }

  @Test
  void aSupportCaseTakesAnyMixture() throws IOException {
    Path file = folder.resolve("case.zip");

    Result result = run("support", ndjson().toString(), proxy().toString(), "-o", file.toString());

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(entries(file)).containsKeys("report.txt", "logs.zip");
    assertThat(entries(file).get("report.json")).contains("\"total\": 5").doesNotContain("8812734");
  }

  @Test
  void nothingIsWrittenWhereNothingCanBeRead() throws IOException {
    Path safe = folder.resolve("safe.zip");

    Result result =
        run("redact", write("notes.txt", "nothing\n").toString(), "-o", safe.toString());

    assertThat(result.exit()).isEqualTo(3);
    assertThat(safe).doesNotExist();
  }
}

package org.golivecheck.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines before a log that are no part of it change neither its format nor its calls. */
class ForeignLinesTest {
  private static final String GUID = "2d3f0e5c-0000-4000-8000-00000000000";
  private static final String PATH =
      "https://demo.docusign.net/restapi/v2.1/accounts/" + GUID + "1/envelopes";

  /** With lines of an application before them, its exceptions are in an application's log. */
  private static final Map<String, String> LAST_RESORT = Map.of("sdk-exceptions", "app-log");

  private static final Map<String, String> BEFORE = new LinkedHashMap<>();
  private static final Map<String, byte[]> LOGS = new LinkedHashMap<>();

  static {
    BEFORE.put("a blank line", "\n");
    BEFORE.put("npm", "\n> app@1.0.0 start\n> node index.js\n\n");
    BEFORE.put("a prompt", "user@host:~/app$ cat logs/calls.log\n");
    BEFORE.put(
        "a banner",
        """
          .   ____          _            __ _ _
         /\\\\ / ___'_ __ _ _(_)_ __  __ _ \\ \\ \\ \\
        ( ( )\\___ | '_ | '_| | '_ \\/ _` | \\ \\ \\ \\
          '  |____| .__|_| |_|_| |_\\__, | / / / /
         =========|_|==============|___/=/_/_/_/
         :: Spring Boot ::                (v3.3.1)

        """);
    BEFORE.put(
        "start-up lines",
        """
        2026-11-01 09:00:00.101  INFO 1 --- [main] com.example.App : Starting App using Java 17
        2026-11-01 09:00:01.202  INFO 1 --- [main] com.example.App : No active profile set
        2026-11-01 09:00:02.303  WARN 1 --- [main] com.example.App : Started App in 2.1 seconds
        """);
    BEFORE.put("brackets", "[INFO] Scanning for projects...\n[INFO] BUILD SUCCESS\n");
    BEFORE.put("JSON of a tool", "{\"level\":\"info\",\"hello\":\"listening\"}\n");
    BEFORE.put(
        "a stack trace",
        "java.lang.IllegalStateException: no cache\n"
            + "\tat com.example.Cache.get(Cache.java:10)\n".repeat(60)
            + "Caused by: java.io.IOException: disk\n\t... 60 more\n");
    BEFORE.put(
        "many lines", "Attaching to web-1, db-1 and the others of the project\n".repeat(500));

    for (String fixture : FixtureRecognitionTest.fixtures().toList()) {
      LOGS.put(fixture, ReadLog.bytes(fixture));
    }
    LOGS.put("NDJSON", bytes(record(1) + "\n" + record(2) + "\n" + record(3) + "\n"));
    LOGS.put("an array", bytes("[\n" + record(1) + ",\n" + record(2) + "\n]\n"));
    LOGS.put(
        "printed JSON",
        bytes((record(1) + "\n" + record(2) + "\n").replaceAll("([{,])\"", "$1\n \"")));
    LOGS.put(
        "CSV",
        bytes(
            "timestamp,method,url,status\n2026-11-01T10:00:00Z,GET,%s,400\n".formatted(PATH)
                + "2026-11-01T10:01:00Z,POST,%s,201\n".formatted(PATH)));
    LOGS.put(
        "a request log",
        bytes(
            """
            TraceToken: %1$s2
            Timestamp: 2026-11-01T10:00:00.0000000Z

            GET %2$s
            Content-Length: 0

            400 Bad Request
            Content-Type: application/json
            X-DocuSign-TraceToken: %1$s2

            {"errorCode":"INVALID_REQUEST_PARAMETER","message":"m"}
            """
                .formatted(GUID, PATH)));
    LOGS.put(
        "a list of request logs",
        bytes(
            """
            {"apiRequestLogs":[{"createdDateTime":"2026-11-01T10:00:00.0000000Z",
            "description":"Envelopes_GetEnvelope","requestLogId":"%s3","status":"OK"}]}
            """
                .formatted(GUID)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String record(int minute) {
    return "{\"time\":\"2026-11-01T10:0%d:00Z\",\"method\":\"GET\",\"url\":\"%s\",\"status\":400}"
        .formatted(minute, PATH);
  }

  private static byte[] join(String before, byte[] log) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes(before));
    out.writeBytes(log);
    return out.toByteArray();
  }

  private static ReadLog read(byte[] log) {
    FormatOptions options = new FormatOptions(null, ZoneOffset.UTC, Map.of(), null);
    return ReadLog.of(log, options, ReadLimits.DEFAULT);
  }

  static Stream<Arguments> logsAfterOtherLines() {
    return LOGS.keySet().stream()
        .flatMap(log -> BEFORE.keySet().stream().map(before -> arguments(log, before)))
        .filter(pair -> !isDated(pair));
  }

  /** Exceptions without a time of their own have the time of the line before them. */
  private static boolean isDated(Arguments pair) {
    String log = pair.get()[0].toString();
    return (log.contains("axios-error") || log.contains("console-error"))
        && pair.get()[1].equals("start-up lines");
  }

  @ParameterizedTest
  @MethodSource("logsAfterOtherLines")
  void linesBeforeALogChangeNothing(String log, String before) {
    ReadLog alone = read(LOGS.get(log));
    ReadLog after = read(join(BEFORE.get(before), LOGS.get(log)));

    assertThat(alone.calls()).isNotEmpty();
    assertThat(LAST_RESORT.getOrDefault(after.format(), after.format()))
        .isEqualTo(LAST_RESORT.getOrDefault(alone.format(), alone.format()));
    assertThat(after.lines()).isEqualTo(alone.lines());
    assertThat(after.summary().problems()).hasSameSizeAs(alone.summary().problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"web-1  | ", "2026-11-01T10:30:00.123456789Z ", "web-1 | 2026-11-01 "})
  void recordsAfterTheNameOfAContainerOrATimeAreRead(String prefix) {
    String records = (prefix + record(1) + "\n" + prefix + record(2) + "\n");
    ReadLog log = read(bytes(prefix + "listening on port 80\n" + records));

    assertThat(log.format()).isEqualTo("ndjson");
    assertThat(log.lines()).isEqualTo(read(bytes(record(1) + "\n" + record(2))).lines());
    assertThat(log.summary().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"web-1  | ", "2026-11-01T10:30:00.123456789Z "})
  void linesOfAccessLogsAfterTheNameOfAContainerOrATimeAreRead(String prefix) {
    String log =
        new String(ReadLog.bytes("nginx-1.26_egress-combined.log"), StandardCharsets.UTF_8);
    ReadLog alone = read(bytes(log));
    ReadLog after = read(bytes(log.replaceAll("(?m)^(?=.)", prefix)));

    assertThat(after.format()).isEqualTo("access-log");
    assertThat(after.lines()).isEqualTo(alone.lines());
  }

  @Test
  void linesBeforeALogAreSkippedAndCountedAndItsLinesKeepTheirNumbers() {
    String rows = "timestamp,method,url,status\n2026-11-01T10:00:00Z,GET,%s,400\n".formatted(PATH);
    ReadLog log = read(bytes("Report of calls\n\nmade for you\n" + rows));

    assertThat(log.input().skipped()).isEqualTo(2);
    assertThat(log.calls().get(0).source()).endsWith(":5");
  }

  @Test
  void linesBeforeALogOfAFormatThatIsGivenAreSkipped() {
    String rows = "timestamp,method,url,status\n2026-11-01T10:00:00Z,GET,%s,400\n".formatted(PATH);
    FormatOptions options = new FormatOptions("csv", null, Map.of(), null);

    assertThat(ReadLog.text(options, "Report of calls", rows).calls()).hasSize(1);
    assertThat(ReadLog.text(options, rows).calls()).hasSize(1);
  }
}

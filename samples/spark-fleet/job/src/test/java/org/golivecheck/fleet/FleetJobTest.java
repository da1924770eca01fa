package org.golivecheck.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.golivecheck.call.ApiCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FleetJobTest {
  private static SparkSession spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark = Fleet.spark("local[2]");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static String key(ApiCall call) {
    return call.identity().integrationKey();
  }

  @Test
  void fortyKeysGetTheVerdictsOfTheLibraryHoweverTheirLogsAreCut() throws IOException {
    Path logs = folder.resolve("logs");
    new Logs(1, 40).write(logs, 6, 2000);
    Map<String, String> expected = Fleet.judged(logs, FleetJobTest::key);

    assertThat(expected).hasSize(40);
    assertThat(expected.values().stream().map(unit -> unit.substring(0, 4)).distinct())
        .contains("PASS", "FAIL");
    assertThat(Fleet.run(spark, logs, folder.resolve("whole"))).isEqualTo(expected);
    assertThat(
            Fleet.run(
                spark, logs, folder.resolve("ranges"), "--range-bytes", "100003", "--judges", "3"))
        .isEqualTo(expected);
  }

  @Test
  void aSmallLogGivesTheSameInRangesOfAnySize() throws IOException {
    Path logs = folder.resolve("logs");
    new Logs(2, 2).write(logs, 1, 30);
    Map<String, String> expected = Fleet.judged(logs, FleetJobTest::key);
    long size = Files.size(logs.resolve("calls-00.ndjson"));

    for (long bytes : List.of(100L, 131L, 977L, size - 1, size)) {
      assertThat(
              Fleet.run(
                  spark,
                  logs,
                  folder.resolve("out-" + bytes),
                  "--range-bytes",
                  String.valueOf(bytes),
                  "--judges",
                  "2"))
          .as(bytes + " bytes")
          .isEqualTo(expected);
    }
  }

  @Test
  void aTableKeepsItsColumnsInEachRange() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    StringBuilder csv = new StringBuilder("time,http_method,url,status,integration_key\n");
    for (int i = 0; i < 400; i++) {
      csv.append(
          "2026-11-01T%02d:%02d:00Z,POST,https://demo.docusign.net/restapi/v2.1/accounts/7/envelopes,%d,6a1e0c5e-0000-4000-8000-00000000000%d\n"
              .formatted(i / 60, i % 60, i % 50 == 0 ? 400 : 201, i % 3));
    }
    Files.writeString(logs.resolve("calls.csv"), csv);
    Map<String, String> expected = Fleet.judged(logs, FleetJobTest::key);

    assertThat(expected).hasSize(3);
    assertThat(Fleet.run(spark, logs, folder.resolve("out"), "--range-bytes", "1000"))
        .isEqualTo(expected);
  }

  @Test
  void aLogThatIsNotOneCallPerLineIsReadWhole() throws IOException {
    Path logs = folder.resolve("logs");
    new Logs(3, 3).write(logs, 1, 200);
    Path file = logs.resolve("calls-00.ndjson");
    // Only the end shows it: a record of three lines after many of one.
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(190, lines.get(190).replace(",\"status\"", "\n,\n\"status\""));
    Files.write(file, lines);
    Map<String, String> expected = Fleet.judged(logs, FleetJobTest::key);

    assertThat(Fleet.run(spark, logs, folder.resolve("out"), "--range-bytes", "4000"))
        .isEqualTo(expected);
  }

  @Test
  void aDamagedFileIsReportedAndChangesNoOtherUnit() throws IOException {
    Path logs = folder.resolve("logs");
    new Logs(4, 3).write(logs, 1, 300);
    Map<String, String> expected = Fleet.run(spark, logs, folder.resolve("sound"));
    Path other = folder.resolve("other");
    new Logs(5, 1).write(other, 1, 4000);
    byte[] text = Files.readAllBytes(other.resolve("calls-00.ndjson"));
    try (var out = Files.newOutputStream(logs.resolve("cut.ndjson.gz"));
        var gzip = new GZIPOutputStream(out)) {
      gzip.write(text);
    }
    byte[] whole = Files.readAllBytes(logs.resolve("cut.ndjson.gz"));
    Files.write(
        logs.resolve("cut.ndjson.gz"), java.util.Arrays.copyOf(whole, whole.length * 2 / 3));
    Files.writeString(logs.resolve("README.md"), "# Logs\n\nOf three integrations.\n");

    Map<String, String> units = Fleet.run(spark, logs, folder.resolve("out"));

    Map<String, String> added =
        units.entrySet().stream()
            .filter(unit -> !expected.containsKey(unit.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(units).containsAllEntriesOf(expected);
    assertThat(added).hasSize(1);
    assertThat(spark.read().json(folder.resolve("out/problems").toString()).collectAsList())
        .hasSize(1)
        .allSatisfy(row -> assertThat(row.<String>getAs("source")).isEqualTo("cut.ndjson.gz"));
    assertThat(folder.resolve("out/overview.html")).content().contains("1 logs were not read");
  }

  @Test
  void unitsAreTheKeysOfFoldersThenOfAccountsThenOfTheLog() throws IOException {
    String key = "6a1e0c5e-0000-4000-8000-000000000001";
    String other = "6a1e0c5e-0000-4000-8000-000000000002";
    String call =
        "{\"timestamp\":\"2026-11-01T00:00:0%dZ\",\"method\":\"POST\",\"url\":\"https://demo.docusign.net/restapi/v2.1/accounts/%d/envelopes\",\"status\":201%s}\n";
    Path logs = folder.resolve("logs");
    Files.createDirectories(logs.resolve("key=" + key.toUpperCase(java.util.Locale.ROOT)));
    Files.writeString(
        logs.resolve("key=" + key.toUpperCase(java.util.Locale.ROOT) + "/a.ndjson"),
        call.formatted(1, 1, ""));
    Files.writeString(
        logs.resolve("one-key.ndjson"),
        call.formatted(2, 2, ",\"integrationKey\":\"" + other + "\"") + call.formatted(3, 3, ""));
    Files.writeString(logs.resolve("mapped.ndjson"), call.formatted(4, 4, ""));
    Files.writeString(logs.resolve("none.ndjson"), call.formatted(5, 5, ""));
    Path accounts = Files.writeString(folder.resolve("units"), "4=" + key + "\n");

    Map<String, String> units =
        Fleet.run(spark, logs, folder.resolve("out"), "--units", accounts.toString());

    assertThat(units.keySet()).containsExactlyInAnyOrder(key, other, "account 5");
    assertThat(units.get(key)).contains(" 2/2/0/0 ");
    assertThat(units.get(other)).contains(" 2/2/0/0 ");
  }

  @Test
  void aTableInParquetIsReadAsTheListingOfCalls() throws IOException {
    Path logs = folder.resolve("logs");
    new Logs(6, 5).write(logs, 1, 1000);
    Path tables = folder.resolve("tables");
    spark
        .read()
        .json(logs.toString())
        .selectExpr(
            "to_timestamp(timestamp) AS timestamp",
            "method",
            "url",
            "status",
            "integrationKey",
            "traceToken",
            "errorCode",
            "message")
        .write()
        .parquet(tables.toString());

    assertThat(verdicts(Fleet.run(spark, tables, folder.resolve("out"))))
        .isEqualTo(verdicts(Fleet.judged(logs, FleetJobTest::key)));
  }

  /** Without the words, which name files. */
  private static Map<String, String> verdicts(Map<String, String> units) {
    return units.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, unit -> unit.getValue().lines().findFirst().orElseThrow()));
  }

  @Test
  void whatIsWrittenBeforeIsNotOverwritten() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));

    assertThatThrownBy(() -> Fleet.run(spark, folder, out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("name a folder that does not");
  }
}

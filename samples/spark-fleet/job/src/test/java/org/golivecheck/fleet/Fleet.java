package org.golivecheck.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.report.GoLiveReport;
import scala.jdk.javaapi.CollectionConverters;

/** Runs the job, and judges the same logs with the library alone. */
final class Fleet {
  private Fleet() {}

  static SparkSession spark(String master) {
    return SparkSession.builder()
        .master(master)
        .appName("test")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.jars", System.getenv("FLEET_JAR"))
        .getOrCreate();
  }

  /** Runs the job, and returns one text of verdict, counts, reasons and findings per unit. */
  static Map<String, String> run(SparkSession spark, Path logs, Path out, String... more)
      throws IOException {
    List<String> args = new java.util.ArrayList<>(List.of(logs.toString(), out.toString()));
    args.addAll(List.of(more));
    FleetJob.run(spark, FleetJob.Settings.of(args.toArray(String[]::new)));
    Map<String, String> units = new TreeMap<>();
    for (Row row : spark.read().schema(Verdict.SCHEMA).json(out + "/verdicts").collectAsList()) {
      units.put(
          row.getAs("key"),
          "%s %s %s/%s/%s/%s %s %s"
              .formatted(
                  row.getAs("verdict"),
                  row.<Integer>getAs("cleanCallsNeeded"),
                  row.<Long>getAs("total"),
                  row.<Long>getAs("countable"),
                  row.<Long>getAs("failed"),
                  row.<Long>getAs("duplicates"),
                  texts(
                      row,
                      "reasons",
                      reason -> reason.getAs("rule") + " " + reason.getAs("message")),
                  texts(
                      row,
                      "findings",
                      finding ->
                          finding.getAs("severity")
                              + " "
                              + finding.getAs("count")
                              + " "
                              + finding.getAs("fingerprint")
                              + " "
                              + finding.getAs("message"))));
    }
    return units;
  }

  private static String texts(Row row, String column, Function<Row, String> text) {
    Collection<Row> rows =
        CollectionConverters.asJavaCollection(row.<scala.collection.Seq<Row>>getAs(column));
    return rows.stream().map(text).collect(Collectors.joining("\n  ", "\n  ", ""));
  }

  /** Judges the calls of each unit as the library does, in one thread and without any part. */
  static Map<String, String> judged(Path logs, Function<ApiCall, String> unit) {
    GoLiveCheck check = GoLiveCheck.withDefaults().withThreads(1);
    Map<String, List<ApiCall>> units = new TreeMap<>();
    try (Stream<Path> files = Files.walk(logs)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        try (var in = Files.newInputStream(file);
            LogCalls calls =
                check.open(List.of(LogSource.of(logs.relativize(file).toString(), in)))) {
          calls.stream()
              .forEachOrdered(
                  call ->
                      units
                          .computeIfAbsent(unit.apply(call), absent -> new java.util.ArrayList<>())
                          .add(call));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> judged = new TreeMap<>();
    units.forEach((key, calls) -> judged.put(key, text(calls.stream().collect(check.collector()))));
    return judged;
  }

  private static String text(GoLiveReport report) {
    return "%s %s %s/%s/%s/%s %s %s"
        .formatted(
            report.verdict(),
            report.window().cleanCallsNeeded(),
            report.calls().total(),
            report.calls().countable(),
            report.calls().failed(),
            report.calls().duplicates(),
            report.reasons().stream()
                .map(reason -> reason.rule() + " " + reason.message())
                .collect(Collectors.joining("\n  ", "\n  ", "")),
            report.findings().stream()
                .map(
                    finding ->
                        finding.severity().id()
                            + " "
                            + finding.count()
                            + " "
                            + finding.fingerprint()
                            + " "
                            + finding.message())
                .collect(Collectors.joining("\n  ", "\n  ", "")));
  }
}

package org.golivecheck.fleet;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;

/**
 * The verdict of one unit.
 *
 * @param row as it is written
 * @param summary for the overview
 */
record Verdict(Row row, Summary summary) implements Serializable {

  static final StructType SCHEMA =
      StructType.fromDDL(
          "key STRING, verdict STRING, cleanCallsNeeded INT, total BIGINT, countable BIGINT,"
              + " failed BIGINT, duplicates BIGINT, from STRING, to STRING,"
              + " reasons ARRAY<STRUCT<rule: STRING, message: STRING>>,"
              + " findings ARRAY<STRUCT<rule: STRING, severity: STRING, category: STRING,"
              + " actor: STRING, message: STRING, remedy: STRING, method: STRING, path: STRING,"
              + " resource: STRING, operation: STRING, errorCode: STRING, count: BIGINT,"
              + " fingerprint: STRING>>");

  static final StructType PROBLEMS =
      StructType.fromDDL(
          "code STRING, source STRING, line BIGINT, message STRING, count BIGINT,"
              + " incomplete BOOLEAN");

  /**
   * What the overview shows of a unit.
   *
   * @param unit its key in lower case, or what it is known by
   * @param verdict PASS, FAIL or NO_VERDICT
   * @param reason the most important reason, empty for a pass
   * @param total how many calls it made
   * @param failed how many of them failed
   */
  record Summary(String unit, String verdict, String reason, long total, long failed)
      implements Serializable {}

  static Verdict of(String unit, GoLiveReport report) {
    GoLiveReport.Calls calls = report.calls();
    Row row =
        RowFactory.create(
            unit,
            report.verdict().name(),
            report.window().cleanCallsNeeded(),
            calls.total(),
            calls.countable(),
            calls.failed(),
            calls.duplicates(),
            text(calls.from()),
            text(calls.to()),
            report.reasons().stream()
                .map(reason -> RowFactory.create(reason.rule(), text(reason.message())))
                .toArray(),
            report.findings().stream().map(Verdict::row).toArray());
    String reason = report.reasons().isEmpty() ? "" : report.reasons().get(0).message().toString();
    return new Verdict(
        row, new Summary(unit, report.verdict().name(), reason, calls.total(), calls.failed()));
  }

  static Row row(Part.Problem problem) {
    return RowFactory.create(
        problem.code(),
        problem.source(),
        problem.line(),
        problem.message(),
        problem.count(),
        problem.incomplete());
  }

  private static Row row(Finding finding) {
    return RowFactory.create(
        finding.rule(),
        finding.severity().id(),
        finding.category(),
        finding.actor(),
        text(finding.message()),
        finding.remedy(),
        text(finding.method()),
        text(finding.path()),
        text(finding.resource()),
        finding.operation(),
        text(finding.errorCode()),
        finding.count(),
        text(finding.fingerprint()));
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}

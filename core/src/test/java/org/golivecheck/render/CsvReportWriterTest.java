package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what is printed by a library that knows RFC 4180. */
class CsvReportWriterTest {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @Test
  void columnsAreStable() {
    assertThat(Printed.print("csv", ReportFixtures.nothingRead()))
        .isEqualTo(
            "rule,title,severity,basis,category,actor,message,remedy,retry,method,path,resource,"
                + "operation,errorCode,count,newest,status,traceToken,source,fingerprint,state,stateReason,stateUntil,part,recipe\n");
  }

  @Property(tries = 300)
  void everyFindingIsARowThatReadsBack(@ForAll("reports") GoLiveReport report) throws IOException {
    List<CSVRecord> rows = rows(report);

    assertThat(rows).hasSameSizeAs(report.findings());
    for (int i = 0; i < rows.size(); i++) {
      Finding finding = report.findings().get(i);
      CSVRecord row = rows.get(i);
      assertThat(row.isConsistent()).isTrue();
      assertThat(row.get("message")).isEqualTo(guarded(finding.message()));
      assertThat(row.get("errorCode")).isEqualTo(guarded(finding.errorCode()));
      assertThat(row.get("count")).isEqualTo("" + finding.count());
      assertThat(row.get("fingerprint")).isEqualTo(guarded(finding.fingerprint()));
    }
  }

  @Property(tries = 300)
  void noCellBeginsAsAFormulaDoes(@ForAll("reports") GoLiveReport report) throws IOException {
    for (CSVRecord row : rows(report)) {
      assertThat(row.stream())
          .noneMatch(cell -> cell.matches("(?s)[=+@\t\r\uff1d\uff0b\uff0d\uff20-].*"));
    }
  }

  /** Reports whose messages are likely to need quotes or to look like a formula. */
  @Provide
  Arbitrary<GoLiveReport> reports() {
    return Arbitraries.oneOf(ReportArbitraries.reports(), formulas());
  }

  private static Arbitrary<GoLiveReport> formulas() {
    return Arbitraries.strings()
        .withChars("=+-@'\", ;|A\u00e4\uff1d")
        .ofMaxLength(6)
        .map(CsvReportWriterTest::reportOf);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/C calc'!A0", "\uff1d1"})
  void formulaIsMadeText(String formula) throws IOException {
    assertThat(rows(reportOf(formula)).get(0).get("message")).isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "1 = 1", "a, b", "say \"no\"", "'quoted'", " led by a space"})
  void otherTextStaysAsItIs(String text) throws IOException {
    assertThat(rows(reportOf(text)).get(0).get("message")).isEqualTo(text);
  }

  private static GoLiveReport reportOf(String message) {
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    return builder
        .finding(builder.general("GL-001", "Title", Severity.ERROR, message, "Do.", 1))
        .build();
  }

  private static String guarded(SafeText text) {
    String shown = text == null ? "" : text.toString();
    return shown.matches("[=+@\uff1d\uff0b\uff0d\uff20-].*") ? "'" + shown : shown;
  }

  private static List<CSVRecord> rows(GoLiveReport report) throws IOException {
    try (CSVParser parser = CSVParser.parse(Printed.print("csv", report), FORMAT)) {
      return parser.getRecords();
    }
  }
}

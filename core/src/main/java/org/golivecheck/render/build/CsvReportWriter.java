package org.golivecheck.render.build;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Severity;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/**
 * Prints the findings for spreadsheets: one row per finding after a row of names, quoted as in RFC
 * 4180, with line feeds. Later versions may add columns only at the end.
 *
 * <p>{@code newest}, {@code status}, {@code traceToken} and {@code source} are those of the newest
 * call of the finding.
 */
public final class CsvReportWriter implements ReportWriter {
  private static final List<String> COLUMNS =
      List.of(
          ("rule title severity basis category actor message remedy retry method path"
                  + " resource operation errorCode count newest status traceToken source fingerprint"
                  + " state stateReason stateUntil part recipe")
              .split(" ", -1));

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private static final String NO_VERDICT = "GL-000";

  /** Characters with which a formula begins in a spreadsheet, also in East Asian full width. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    printer.printRecord(COLUMNS);
    for (Reason reason : report.reasons()) {
      if (reason.rule().equals(NO_VERDICT)) {
        // A table without rows would look like a log without findings.
        printer.printRecord(
            COLUMNS.stream().map(column -> cell(ofReason(reason, column))).toList());
      }
    }
    for (Finding finding : report.findings()) {
      Evidence newest = finding.evidence().isEmpty() ? null : finding.evidence().get(0);
      FindingState state = finding.state();
      printer.printRecord(
          finding.rule(),
          cell(finding.title()),
          finding.severity().id(),
          cell(finding.basis()),
          cell(finding.category()),
          cell(finding.actor()),
          cell(finding.message()),
          cell(finding.remedy()),
          cell(finding.retry()),
          cell(finding.method()),
          cell(finding.path()),
          cell(finding.resource()),
          cell(finding.operation()),
          cell(finding.errorCode()),
          finding.count(),
          newest == null ? null : UtcTime.isoIfKnown(newest.timestamp()),
          newest == null ? null : newest.status(),
          newest == null ? null : cell(newest.traceToken()),
          newest == null ? null : cell(newest.source()),
          cell(finding.fingerprint()),
          state.kind().id(),
          cell(state.reason()),
          state.until(),
          cell(finding.part()),
          finding.recipe());
    }
  }

  private static @Nullable CharSequence ofReason(Reason reason, String column) {
    return switch (column) {
      case "rule" -> reason.rule();
      case "title" -> "No verdict";
      case "severity" -> Severity.ERROR.id();
      case "message" -> reason.message();
      default -> null;
    };
  }

  /** Adds an apostrophe before a formula, so that a spreadsheet treats it as text. */
  private static @Nullable String cell(@Nullable CharSequence text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text.toString();
  }
}

package org.golivecheck.render.build;

import java.io.IOException;
import java.util.List;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/**
 * Prints the findings for spreadsheets: one row a finding below a row of names, quoted by RFC 4180,
 * with line feeds alone. Later versions may add columns at the end, never in between.
 *
 * <p>{@code newest}, {@code status}, {@code traceToken} and {@code source} tell of the newest call
 * that the finding rests on. The quoting is done here since a library for it would be the second
 * one that core needs; tests read the result by one.
 */
public final class CsvReportWriter implements ReportWriter {
  private static final List<String> COLUMNS =
      List.of(
          "rule",
          "title",
          "severity",
          "basis",
          "category",
          "actor",
          "message",
          "remedy",
          "retry",
          "method",
          "path",
          "resource",
          "operation",
          "errorCode",
          "count",
          "newest",
          "status",
          "traceToken",
          "source",
          "fingerprint",
          "state",
          "stateReason",
          "stateUntil");

  /** With what a spreadsheet takes a cell for a formula, in East Asian width too. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public void write(GoLiveReport report, Appendable out) throws IOException {
    out.append(String.join(",", COLUMNS)).append('\n');
    for (Finding finding : report.findings()) {
      writeRow(finding, out);
    }
  }

  private static void writeRow(Finding finding, Appendable out) throws IOException {
    cell(finding.rule(), out);
    next(finding.title(), out);
    next(finding.severity().id(), out);
    next(finding.basis(), out);
    next(finding.category(), out);
    next(finding.actor(), out);
    next(finding.message(), out);
    next(finding.remedy(), out);
    next(finding.retry(), out);
    next(finding.method(), out);
    next(finding.path(), out);
    next(finding.resource(), out);
    next(finding.operation(), out);
    next(finding.errorCode(), out);
    next(Long.toString(finding.count()), out);
    writeNewest(finding.evidence().isEmpty() ? null : finding.evidence().get(0), out);
    next(finding.fingerprint(), out);
    FindingState state = finding.state();
    next(state.kind().id(), out);
    next(state.reason(), out);
    next(state.until() == null ? null : state.until().toString(), out);
    out.append('\n');
  }

  private static void writeNewest(@Nullable Evidence newest, Appendable out) throws IOException {
    next(newest == null ? null : UtcTime.iso(newest.timestamp()), out);
    next(newest == null ? null : Integer.toString(newest.status()), out);
    next(newest == null ? null : newest.traceToken(), out);
    next(newest == null ? null : newest.source(), out);
  }

  private static void next(@Nullable CharSequence text, Appendable out) throws IOException {
    out.append(',');
    cell(text, out);
  }

  private static void cell(@Nullable CharSequence text, Appendable out) throws IOException {
    if (text == null || text.isEmpty()) {
      return;
    }
    // An apostrophe makes text of what a spreadsheet would run.
    String guard = FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" : "";
    if (needsQuotes(text)) {
      out.append('"').append(guard).append(text.toString().replace("\"", "\"\"")).append('"');
    } else {
      out.append(guard).append(text);
    }
  }

  private static boolean needsQuotes(CharSequence text) {
    return text.charAt(0) == ' '
        || text.charAt(text.length() - 1) == ' '
        || text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
  }
}

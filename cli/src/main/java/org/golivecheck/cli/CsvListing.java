package org.golivecheck.cli;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.golivecheck.render.TextOptions;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/** The list for spreadsheets, by RFC 4180. */
final class CsvListing implements CallListing {

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public void print(Rows rows, TextOptions style, Appendable out) throws IOException {
    // The printer owns nothing but the appendable, which stays open.
    @SuppressWarnings("resource")
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(
        "timestamp",
        "method",
        "host",
        "path",
        "resource",
        "operation",
        "status",
        "errorCode",
        "message",
        "traceToken",
        "durationMs",
        "userAgent",
        "source",
        "excluded",
        "query");
    rows.forEach(
        row ->
            printer.printRecord(
                UtcTime.iso(row.timestamp()),
                guard(row.method()),
                guard(row.host()),
                guard(row.path()),
                guard(row.resource()),
                guard(row.operation()),
                row.status(),
                guard(row.errorCode()),
                guard(row.message()),
                guard(row.traceToken()),
                row.durationMillis() < 0 ? null : row.durationMillis(),
                guard(row.userAgent()),
                guard(row.source()),
                guard(row.excluded()),
                guard(row.query())));
  }

  /** A spreadsheet would run text that begins like a formula; an apostrophe makes it text. */
  private static @Nullable String guard(@Nullable String text) {
    boolean formula = text != null && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}

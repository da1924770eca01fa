package org.golivecheck.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.ReportFormatException;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.rule.error.ErrorCatalog;

/** What the commands need of the library; the seam at which tests put a fake. */
public interface Engine {

  /** Opens logs, to judge or to list their calls. */
  LogCalls open(LogRequest request);

  /**
   * Opens logs that no command line names.
   *
   * @param logs the logs
   * @param request how to read
   */
  LogCalls open(List<LogSource> logs, LogRequest request);

  /** Reads opened logs to their end and judges their calls. */
  GoLiveReport check(LogCalls logs, LogRequest request);

  /**
   * Writes logs again without secrets and personal data, as one zip.
   *
   * @param request what to read
   * @param out takes the zip
   * @throws IOException if {@code out} throws it
   */
  RedactionSummary redact(LogRequest request, OutputStream out) throws IOException;

  /** Returns the formats of logs that can be read, in the order in which they are tried. */
  List<InputFormat> inputFormats();

  /**
   * Reads a report that was saved as JSON.
   *
   * @param in the file; the caller closes it
   * @param redact whether to hide personal data that it may show
   * @throws IOException if it cannot be read
   * @throws ReportFormatException if it holds no report
   */
  GoLiveReport readReport(InputStream in, boolean redact) throws IOException, ReportFormatException;

  /**
   * Writes logs that no command line names again, as {@link #redact(LogRequest, OutputStream)}.
   *
   * @param logs the logs
   * @param request how to read
   * @param out takes the zip
   * @throws IOException if {@code out} throws it
   */
  RedactionSummary redact(List<LogSource> logs, LogRequest request, OutputStream out)
      throws IOException;

  /** Returns the names of the report formats. */
  List<String> reportFormats();

  /** Returns whether a report format shows what charts need. */
  boolean showsSeries(String format);

  /** Returns the writer of one of {@link #reportFormats()}. */
  ReportWriter reportWriter(String format, TextOptions style);

  /** Returns what hides secrets and, if asked to, personal data. */
  Redactor redactor(boolean personalData);

  /** Returns what is known about rules, and about the errors of a catalogue. */
  Handbook handbook(ErrorCatalog errors);
}

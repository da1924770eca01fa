package org.golivecheck.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.LogSources;
import org.golivecheck.log.Logs;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.JsonReportReader;
import org.golivecheck.render.ReportFormatException;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.error.ErrorCatalog;

/** The library itself. */
public final class CoreEngine implements Engine {

  @Override
  public GoLiveReport check(LogCalls logs, LogRequest request) {
    GoLiveCheck reader = reader(request);
    return (request.series() ? reader.withSeries() : reader).check(logs);
  }

  @Override
  public LogCalls open(LogRequest request) {
    return reader(request).open(sources(request));
  }

  @Override
  public LogCalls open(List<LogSource> logs, LogRequest request) {
    return reader(request).open(logs);
  }

  @Override
  public RedactionSummary redact(LogRequest request, OutputStream out) throws IOException {
    return reader(request).redact(sources(request), out);
  }

  @Override
  public List<InputFormat> inputFormats() {
    return Logs.formats().stream()
        .map(
            name -> {
              Set<LogField> shown = Logs.shows(name);
              return new InputFormat(name, Logs.writtenBy(name), shown, Rules.unjudged(shown));
            })
        .toList();
  }

  @Override
  public GoLiveReport readReport(InputStream in, boolean redact)
      throws IOException, ReportFormatException {
    return new JsonReportReader(redactor(redact)).read(in);
  }

  @Override
  public RedactionSummary redact(List<LogSource> logs, LogRequest request, OutputStream out)
      throws IOException {
    return reader(request).redact(logs, out);
  }

  @Override
  public List<String> reportFormats() {
    return ReportFormats.names();
  }

  @Override
  public boolean showsSeries(String format) {
    return ReportFormats.showsSeries(format);
  }

  @Override
  public ReportWriter reportWriter(String format, TextOptions options) {
    return ReportFormats.writer(format, options);
  }

  @Override
  public Redactor redactor(boolean personalData) {
    return personalData ? new Redactor() : Redactor.secretsOnly();
  }

  @Override
  public Handbook handbook(ErrorCatalog errors) {
    return new CoreHandbook(errors);
  }

  private GoLiveCheck reader(LogRequest request) {
    return GoLiveCheck.withDefaults()
        .with(request.settings())
        .with(request.format())
        .with(request.limits())
        .with(redactor(request.redact()))
        .withThreads(request.threads());
  }

  private static List<LogSource> sources(LogRequest request) {
    return LogSources.parse(request.inputs(), request.stdin());
  }
}

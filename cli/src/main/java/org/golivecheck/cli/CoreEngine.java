package org.golivecheck.cli;

import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Operation;
import org.golivecheck.log.LogCalls;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Redactor;
import org.golivecheck.report.ReportWriter;

/** The library itself. */
final class CoreEngine implements Engine {
  @Override
  public GoLiveReport check(LogRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LogCalls open(LogRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> reportFormats() {
    return List.of("text", "json");
  }

  @Override
  public ReportWriter reportWriter(String format, TextStyle style) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Operation operation(ApiCall call) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String resource(ApiCall call) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Redactor redactor(boolean personalData) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Handbook handbook() {
    throw new UnsupportedOperationException();
  }
}

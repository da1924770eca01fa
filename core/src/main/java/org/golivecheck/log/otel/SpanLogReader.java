package org.golivecheck.log.otel;

import java.util.EnumSet;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * Reads spans of OpenTelemetry as the Java exporter for the console writes them: one span per line,
 * with its attributes, but without a time other than that of the line.
 */
public final class SpanLogReader implements LogReader {
  // A line has the end of a span alone, no body, and no credentials.
  private static final LogFormat FORMAT =
      new LogFormat(
          "otel-console",
          "OpenTelemetry: client spans of the Java console exporter",
          EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY, LogField.DURATION)),
          Form.LINES);

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    int from = 0;
    for (int at = 0; at <= length; at++) {
      if (at == length || head[at] == '\n') {
        if (SpanLine.isSpan(head, from, at)) {
          return true;
        }
        from = at + 1;
      }
    }
    return false;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new SpanLogSession(context);
  }
}

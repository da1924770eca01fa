package org.golivecheck.log.otel;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * Reads spans of OpenTelemetry in the words of the Java exporter for the console: a line each, with
 * the attributes, but no time other than the line's own.
 */
public final class SpanLogReader implements LogReader {

  @Override
  public String format() {
    return "otel-console";
  }

  @Override
  public Form form() {
    return Form.LINES;
  }

  @Override
  public String writtenBy() {
    return "OpenTelemetry: client spans of the Java console exporter";
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
  public Set<LogField> shows() {
    // A line has the end of a span alone, no body, and no credentials.
    return EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY, LogField.DURATION));
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new SpanLogSession(context);
  }
}

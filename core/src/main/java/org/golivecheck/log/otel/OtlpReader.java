package org.golivecheck.log.otel;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * Reads spans of OpenTelemetry in OTLP JSON: one batch a line, as the Collector's file exporter
 * writes it, or behind other text in a line, as the exporters to an application's log do.
 */
public final class OtlpReader implements LogReader {

  @Override
  public String format() {
    return "otlp";
  }

  @Override
  public Form form() {
    return Form.JSON;
  }

  @Override
  public String writtenBy() {
    return "OpenTelemetry: client spans in OTLP JSON";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return OtlpHead.recognises(head, length);
  }

  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return OtlpHead.startsLater(bytes, from, to);
  }

  @Override
  public Set<LogField> shows() {
    // No instrumentation records bodies, nor the credentials that tell the key.
    return EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY));
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new OtlpSession(context);
  }
}

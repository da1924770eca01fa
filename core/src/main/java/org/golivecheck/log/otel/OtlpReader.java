package org.golivecheck.log.otel;

import java.util.EnumSet;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * Reads spans of OpenTelemetry in OTLP JSON: one batch per line, as the Collector's file exporter
 * writes it, or after other text in a line, as exporters to an application's log write it.
 */
public final class OtlpReader implements LogReader {
  // No instrumentation records bodies, or the credentials that show the key.
  private static final LogFormat FORMAT =
      new LogFormat(
          "otlp",
          "OpenTelemetry: client spans in OTLP JSON",
          EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY)),
          Form.JSON);

  @Override
  public LogFormat format() {
    return FORMAT;
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
  public ReadSession open(ReadContext context) {
    return new OtlpSession(context);
  }
}

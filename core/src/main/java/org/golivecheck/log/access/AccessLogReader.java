package org.golivecheck.log.access;

import java.util.EnumSet;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * Reads the access logs of proxies between an integration and DocuSign. The usual formats of nginx,
 * Apache, Envoy, Istio, HAProxy and AWS ALB are detected; for others the user gives the format.
 */
public final class AccessLogReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "access-log",
          "nginx, Apache, Envoy, Istio, HAProxy and AWS ALB; others with --log-format",
          EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY)),
          Form.LINES);

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return recognises(head, length, FormatOptions.NONE);
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    return AccessFormats.format(head, length, options) != null;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new AccessLogSession(context);
  }
}

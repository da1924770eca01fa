package org.golivecheck.log.access;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * Reads the access logs of proxies through which an integration calls: the usual ones of nginx,
 * Apache, Envoy and Istio as they are, others by the format that the user gives.
 */
public final class AccessLogReader implements LogReader {

  @Override
  public String format() {
    return "access-log";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return recognises(head, length, FormatOptions.NONE);
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    return AccessHead.format(head, length, options) != null;
  }

  /** What can be logged; the usual formats have neither trace tokens nor limits. */
  @Override
  public Set<LogField> shows() {
    return EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY));
  }

  @Override
  public String writtenBy() {
    return "nginx, Apache, Envoy and Istio; other formats with --log-format";
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new AccessLogSession(context);
  }
}

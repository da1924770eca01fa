package org.golivecheck.log.client;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.TextLogSession;

/** Reads logs of applications for the exceptions of DocuSign's SDKs. */
public final class SdkExceptionReader implements LogReader {

  @Override
  public String format() {
    return "sdk-exceptions";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return ClientText.occursIn(head, length);
  }

  @Override
  public boolean isLastResort() {
    return true;
  }

  @Override
  public String writtenBy() {
    return "DocuSign's SDKs, in what an application logs of a failure";
  }

  @Override
  public Set<LogField> shows() {
    return EnumSet.of(LogField.TIME, LogField.STATUS, LogField.ERROR, LogField.TRACE_TOKEN);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new TextLogSession(context, new SdkExceptionParser(context));
  }
}

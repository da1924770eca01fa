package org.golivecheck.log.client;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.HeadLines;
import org.golivecheck.log.text.TextLogSession;

/** Reads what Python's HTTP clients log. */
public final class PythonHttpReader implements LogReader {

  @Override
  public String format() {
    return "python-http";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return HeadLines.anyOf(head, length, line -> PythonHttpParser.find(line) != null);
  }

  @Override
  public String writtenBy() {
    return "Python: urllib3 (Requests, DocuSign's SDK) and HTTPX";
  }

  @Override
  public Set<LogField> shows() {
    return EnumSet.of(
        LogField.TIME,
        LogField.URL,
        LogField.STATUS,
        LogField.ERROR,
        LogField.OAUTH,
        LogField.ACCOUNT,
        LogField.USER);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new TextLogSession(context, new PythonHttpParser(context));
  }
}

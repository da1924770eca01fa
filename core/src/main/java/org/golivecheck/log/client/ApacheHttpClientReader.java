package org.golivecheck.log.client;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.HeadLines;
import org.golivecheck.log.text.TextLogSession;

/** Reads the wire and header logs of Apache HttpClient. */
public final class ApacheHttpClientReader implements LogReader {

  @Override
  public String format() {
    return "apache-httpclient";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return HeadLines.anyOf(head, length, ApacheParser::startsPart);
  }

  @Override
  public String writtenBy() {
    return "Apache HttpClient 4 and 5: wire and header logs";
  }

  @Override
  public Set<LogField> shows() {
    return EnumSet.allOf(LogField.class);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new TextLogSession(context, new ApacheParser(context));
  }
}

package org.golivecheck.log.client;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.HeadLines;
import org.golivecheck.log.text.TextLogSession;

/** Reads what curl writes of its calls: verbose output and traces. */
public final class CurlReader implements LogReader {

  @Override
  public String format() {
    return "curl";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return HeadLines.anyOf(head, length, CurlParser::isTrace)
        || (HeadLines.anyOf(head, length, CurlParser::isNote)
            && HeadLines.anyOf(head, length, CurlParser::isRequest));
  }

  @Override
  public String writtenBy() {
    return "curl with -v, --trace-ascii or --trace";
  }

  @Override
  public Set<LogField> shows() {
    return EnumSet.allOf(LogField.class);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new TextLogSession(context, new CurlParser(context));
  }
}

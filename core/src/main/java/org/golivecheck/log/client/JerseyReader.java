package org.golivecheck.log.client;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.HeadLines;
import org.golivecheck.log.text.TextLogSession;

/** Reads the debug log of DocuSign's Java SDK, which Jersey writes, alone or in another log. */
public final class JerseyReader implements LogReader {

  @Override
  public String format() {
    return "jersey";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return HeadLines.anyOf(head, length, line -> JerseyParser.startOfRecord(line) >= 0);
  }

  @Override
  public String writtenBy() {
    return "DocuSign's Java SDK in debug mode (Jersey LoggingFeature)";
  }

  @Override
  public Set<LogField> shows() {
    return EnumSet.allOf(LogField.class);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new TextLogSession(context, new JerseyParser(context));
  }
}

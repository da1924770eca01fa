package org.golivecheck.log.client;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.HeadLines;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.log.text.TextLogSession;

/** Reads what Logbook writes in its styles of text; those of JSON are records. */
public final class LogbookReader implements LogReader {

  @Override
  public String format() {
    return "logbook";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return HeadLines.anyOf(head, length, LogbookReader::starts);
  }

  private static boolean starts(TextLine line) {
    return switch (LogbookParser.kind(line)) {
      case REQUEST, ANSWER, CURL, KEY_REQUEST, KEY_ANSWER -> true;
      case NONE, FOREIGN -> false;
    };
  }

  @Override
  public String writtenBy() {
    return "Logbook in its styles http, curl and splunk";
  }

  @Override
  public Set<LogField> shows() {
    return EnumSet.allOf(LogField.class);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new TextLogSession(context, new LogbookParser(context));
  }
}

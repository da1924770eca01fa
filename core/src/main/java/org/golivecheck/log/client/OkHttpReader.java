package org.golivecheck.log.client;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.HeadLines;
import org.golivecheck.log.text.TextLogSession;

/** Reads what OkHttp's logging interceptor writes. */
public final class OkHttpReader implements LogReader {

  @Override
  public String format() {
    return "okhttp";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return HeadLines.anyOf(head, length, line -> OkHttpParser.startOfPart(line) >= 0);
  }

  @Override
  public String writtenBy() {
    return "OkHttp's HttpLoggingInterceptor";
  }

  @Override
  public Set<LogField> shows() {
    return EnumSet.allOf(LogField.class);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new TextLogSession(context, new OkHttpParser(context));
  }
}

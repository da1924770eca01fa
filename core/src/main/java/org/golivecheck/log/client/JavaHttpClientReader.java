package org.golivecheck.log.client;

import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.HeadLines;
import org.golivecheck.log.text.TextLogSession;

/** Reads the log of the HTTP client that Java itself has. */
public final class JavaHttpClientReader implements LogReader {

  @Override
  public String format() {
    return "java-http-client";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return HeadLines.anyOf(head, length, line -> JavaHttpParser.startOfRequest(line) >= 0);
  }

  @Override
  public String writtenBy() {
    return "Java's own HTTP client with jdk.httpclient.HttpClient.log";
  }

  @Override
  public Set<LogField> shows() {
    return EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY));
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new TextLogSession(context, new JavaHttpParser(context));
  }
}

package org.golivecheck.log.client;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.format.LoggedText;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.HeadLines;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * Reads what HTTP clients wrote into a log of records: whole records of theirs in one message, or
 * line by line, as containers log them. Not thread-safe.
 */
public final class ClientText implements LoggedText {
  private final LineParser parser;
  private final TextLine line = new TextLine();

  /** Sets up for some logs. */
  public ClientText(ReadContext context) {
    parser = new ClientParsers(context);
  }

  /**
   * Returns whether the beginning of a log shows an exception of an SDK: then a table of texts is
   * one about calls.
   */
  public static boolean occursIn(byte[] head, int length) {
    return HeadLines.anyOf(head, length, line -> SdkExceptionStart.find(line) != null);
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> calls) {
    line.start();
    parser.start(source, calls);
  }

  @Override
  public boolean take(@Nullable LogTime time, String text, long number) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean taken = false;
    int from = 0;
    int to = endOfLine(bytes, from);
    boolean severalLines = to + 1 < bytes.length;
    while (to >= 0) {
      line.set(bytes, from, withoutReturn(bytes, from, to), number, -1);
      line.setLogged(time);
      taken |= parser.line(line);
      from = to + 1;
      to = from < bytes.length ? endOfLine(bytes, from) : -1;
    }
    if (severalLines) {
      parser.endRecord();
    }
    return taken;
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static int withoutReturn(byte[] bytes, int from, int to) {
    return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
  }

  @Override
  public void end() {
    parser.end();
  }
}

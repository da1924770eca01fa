package org.golivecheck.log.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ndjson.LoggedText;
import org.golivecheck.log.read.ReadContext;
import org.golivecheck.log.text.LogTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads what HTTP clients wrote into a log of JSON records: whole records of theirs in one message,
 * or line by line, as containers log them. Not thread-safe.
 */
public final class ClientText implements LoggedText {
  private final List<LineParser> clients;
  private final LineParser exceptions;
  private final TextLine line = new TextLine();

  /** Whether a client logs its calls, so that exceptions tell of the same ones again. */
  private boolean clientLogs;

  /** Sets up for some logs. */
  public ClientText(ReadContext context) {
    clients = List.of(new JerseyParser(context));
    exceptions = new SdkExceptionParser(context);
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> calls) {
    line.start();
    clientLogs = false;
    exceptions.start(source, calls);
    for (LineParser parser : clients) {
      parser.start(source, calls);
    }
  }

  @Override
  public boolean take(@Nullable LogTime time, String text, long number) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean taken = false;
    boolean severalLines = false;
    int from = 0;
    while (from < bytes.length || from == 0) {
      int to = endOfLine(bytes, from);
      line.set(bytes, from, withoutReturn(bytes, from, to), number, -1);
      line.setLogged(time);
      taken |= anyTakes();
      severalLines |= from > 0;
      from = to + 1;
    }
    if (severalLines) {
      clients.forEach(LineParser::endRecord);
    }
    exceptions.endRecord();
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

  private boolean anyTakes() {
    for (LineParser parser : clients) {
      if (parser.line(line)) {
        clientLogs = true;
        return true;
      }
    }
    return !clientLogs && exceptions.line(line);
  }

  @Override
  public void end() {
    clients.forEach(LineParser::end);
    exceptions.end();
  }
}

package org.golivecheck.log.client;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.exchange.OpenExchanges;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads what OkHttp's {@code HttpLoggingInterceptor} writes, at any of its levels:
 *
 * <pre>
 * --&gt; GET https://demo.docusign.net/restapi/v2.1/...
 * --&gt; END GET
 * &lt;-- 200 OK https://demo.docusign.net/restapi/v2.1/... (178ms)
 * Date: Mon, 23 Nov 2026 21:06:43 GMT
 *
 * {"status":"sent"}
 * &lt;-- END HTTP (17-byte body)
 * </pre>
 *
 * Each line is a message of its own, so calls of several threads are told apart only where what the
 * logger puts before the lines names the thread.
 */
final class OkHttpParser implements LineParser {
  private static final byte[] SENT = Ascii.bytes("--> ");
  private static final byte[] RECEIVED = Ascii.bytes("<-- ");
  private static final byte[] END = Ascii.bytes("END ");
  private static final byte[] FAILED = Ascii.bytes("HTTP FAILED");
  private static final byte[] URL = Ascii.bytes(" http");
  private static final int REACH = 256;
  private static final int MOST_THREADS = 256;
  private static final int LONGEST_NUMBER = 9;

  private enum Part {
    NONE,
    HEADERS,
    BODY
  }

  /** What one thread is writing. */
  private static final class LogThread {
    private final LinePrefix prefix;
    private final String id;
    private Part part = Part.NONE;
    private boolean inResponse;
    private boolean bodyBegun;
    private @Nullable Exchange exchange;

    LogThread(LinePrefix prefix) {
      this.prefix = prefix;
      this.id = prefix.id();
    }
  }

  private final ExchangeCalls calls;
  private final OpenExchanges open;
  private final Map<LinePrefix, LogThread> threads = new LinkedHashMap<>();
  private @Nullable LogThread last;

  /** How many threads have begun a request or a response and not ended it. */
  private int openParts;

  OkHttpParser(ReadContext context) {
    calls = new ExchangeCalls(context);
    open = new OpenExchanges(calls);
  }

  @Override
  public List<String> signs() {
    return List.of("--> ", "<-- ");
  }

  @Override
  public boolean isOpen() {
    return openParts > 0;
  }

  @Override
  public boolean isInCall() {
    return isOpen();
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target);
    open.clear();
    threads.clear();
    openParts = 0;
    last = null;
  }

  @Override
  public void end() {
    threads.values().forEach(this::endPart);
    open.end();
    calls.end();
  }

  /** Returns whether a response begins in a line: other clients write requests as OkHttp does. */
  static boolean startsResponse(TextLine line) {
    int at = arrow(line);
    return at >= 0 && isResponse(line, at);
  }

  /** Returns where an arrow stands that begins a request or a response, or -1 if none does. */
  static int startOfPart(TextLine line) {
    int at = arrow(line);
    boolean starts = at >= 0 && (isRequest(line, at) || isResponse(line, at));
    return starts ? at : -1;
  }

  private static int arrow(TextLine line) {
    int end = line.from() + REACH;
    for (int at = line.indexOf((byte) '-', line.from(), end);
        at >= 0;
        at = line.indexOf((byte) '-', at + 1, end)) {
      int start = line.has(SENT, at) ? at : line.has(RECEIVED, at - 1) ? at - 1 : -1;
      if (start == line.from() || (start > 0 && line.bytes()[start - 1] == ' ')) {
        return start;
      }
    }
    return -1;
  }

  private static boolean isRequest(TextLine line, int at) {
    return line.has(SENT, at)
        && !line.has(END, at + SENT.length)
        && line.indexOf(URL, at, line.to()) > at + SENT.length;
  }

  private static boolean isResponse(TextLine line, int at) {
    return line.has(RECEIVED, at)
        && (line.has(FAILED, at + RECEIVED.length)
            || (line.status(at + RECEIVED.length) > 0 && line.indexOf(URL, at, line.to()) > at));
  }

  @Override
  public boolean line(TextLine line) {
    LogThread thread = last;
    if (line.continued()) {
      return thread != null && body(thread, line, 0);
    }
    int at = arrow(line);
    if (at >= 0 && (isRequest(line, at) || isResponse(line, at))) {
      LogThread own = thread(LinePrefix.of(line, at));
      last = own;
      startPart(own, line, at);
      return true;
    }
    return thread != null && goOn(line, thread);
  }

  private LogThread thread(LinePrefix prefix) {
    LogThread thread = threads.get(prefix);
    if (thread == null) {
      thread = new LogThread(prefix);
      threads.put(prefix, thread);
      if (threads.size() > MOST_THREADS) {
        Iterator<LogThread> oldest = threads.values().iterator();
        endPart(oldest.next());
        oldest.remove();
      }
    }
    return thread;
  }

  private void startPart(LogThread thread, TextLine line, int at) {
    endPart(thread);
    if (isRequest(line, at)) {
      request(thread, line, at + SENT.length);
    } else if (line.has(FAILED, at + RECEIVED.length)) {
      Exchange failed = open.takeOnly(thread.id);
      if (failed != null) {
        calls.close(failed);
      }
    } else {
      respond(thread, line, at + RECEIVED.length);
    }
  }

  private void request(LogThread thread, TextLine line, int at) {
    int blank = line.indexOf((byte) ' ', at, line.to());
    int end = line.indexOf((byte) ' ', blank + 1, line.to());
    String url = line.text(blank + 1, end < 0 ? line.to() : end);
    Exchange started = calls.open(line.text(at, blank), url, line, line.time(at));
    thread.exchange = started;
    thread.inResponse = false;
    thread.part = Part.HEADERS;
    openParts++;
    bodySize(started, line, blank);
    open.add(url, thread.id, started);
  }

  /** Takes the size in brackets, such as {@code (38-byte body)}. */
  private static void bodySize(Exchange exchange, TextLine line, int from) {
    long size = numberIn(line, from, "-byte body");
    if (size >= 0) {
      exchange.requestBytes(size);
    }
  }

  /** Returns the number before a unit after the last bracket, or -1: a URL may contain anything. */
  private static long numberIn(TextLine line, int from, String unit) {
    String text = line.text(Math.max(from, line.to() - 64), line.to());
    int end = text.indexOf(unit, text.lastIndexOf('(') + 1);
    int start = end;
    while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    boolean number = start >= 0 && end - start >= 1 && end - start <= LONGEST_NUMBER;
    return number ? Long.parseLong(text.substring(start, end)) : -1;
  }

  private void respond(LogThread thread, TextLine line, int at) {
    int start = line.indexOf(URL, at, line.to()) + 1;
    int end = line.indexOf((byte) ' ', start, line.to());
    Exchange exchange = open.take(line.text(start, end < 0 ? line.to() : end), thread.id);
    if (exchange == null) {
      // After a redirection the response names another URL.
      exchange = open.takeOnly(thread.id);
    }
    if (exchange == null) {
      calls.withoutRequest(line);
      return;
    }
    exchange.respond(line.status(at), line.time(at));
    long millis = numberIn(line, at, "ms");
    exchange.took(millis < 0 ? null : Duration.ofMillis(millis));
    thread.exchange = exchange;
    thread.inResponse = true;
    thread.part = Part.HEADERS;
    openParts++;
  }

  /** Takes a line of the thread that wrote last, or of another one that its beginning names. */
  private boolean goOn(TextLine line, LogThread recent) {
    LogThread thread = recent;
    int at = thread.prefix.end(line);
    if (at < 0 && recent.prefix.timed()) {
      for (LogThread other : threads.values()) {
        int end = other.prefix.end(line);
        if (end >= 0) {
          thread = other;
          at = end;
          break;
        }
      }
    }
    boolean bare = at == line.from();
    boolean foreign = (at < 0 || bare) && LogTimes.at(line.bytes(), line.from(), line.to()) != null;
    if (at < 0 || foreign) {
      return !foreign && body(recent, line, 0);
    }
    last = thread;
    return message(thread, line, at);
  }

  private boolean message(LogThread thread, TextLine line, int at) {
    Exchange exchange = thread.exchange;
    if (thread.part == Part.NONE || exchange == null) {
      return false;
    }
    boolean arrow = line.has(thread.inResponse ? RECEIVED : SENT, at);
    if (arrow && line.has(END, at + SENT.length)) {
      if (!thread.inResponse) {
        bodySize(exchange, line, at);
      }
      endPart(thread);
    } else if (thread.part == Part.BODY) {
      body(thread, line, at - line.from());
    } else if (at == line.to()) {
      thread.part = Part.BODY;
      thread.bodyBegun = false;
    } else if (thread.inResponse) {
      exchange.responseHeader(line.bytes(), at, line.to());
    } else {
      exchange.requestHeader(line.bytes(), at, line.to());
    }
    return true;
  }

  private static boolean body(LogThread thread, TextLine line, int skipped) {
    Exchange exchange = thread.exchange;
    if (thread.part != Part.BODY || exchange == null) {
      return false;
    }
    boolean newLine = thread.bodyBegun && !line.continued();
    thread.bodyBegun = true;
    if (thread.inResponse) {
      exchange.responseBody(line, skipped, newLine);
    } else {
      exchange.requestBody(line, skipped, newLine);
    }
    return true;
  }

  private void endPart(LogThread thread) {
    Exchange exchange = thread.exchange;
    if (exchange != null && thread.inResponse) {
      calls.close(exchange);
    }
    thread.exchange = null;
    openParts -= thread.part == Part.NONE ? 0 : 1;
    thread.part = Part.NONE;
  }
}

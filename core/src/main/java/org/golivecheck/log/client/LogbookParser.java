package org.golivecheck.log.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.exchange.OpenExchanges;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Logbook writes of a client in its styles {@code http}, {@code curl} and {@code
 * splunk}; requests and responses have an id in common. What it writes of a server is passed over.
 */
final class LogbookParser implements LineParser {
  private static final byte[] REQUEST = Ascii.bytes("Outgoing Request: ");
  private static final byte[] RESPONSE = Ascii.bytes("Incoming Response: ");
  private static final byte[] SERVER_REQUEST = Ascii.bytes("Incoming Request: ");
  private static final byte[] SERVER_RESPONSE = Ascii.bytes("Outgoing Response: ");
  private static final byte[] CURL = Ascii.bytes(" curl -v -X ");
  private static final byte[] KEY_REQUEST = Ascii.bytes("type=request correlation=");
  private static final byte[] KEY_RESPONSE = Ascii.bytes("type=response correlation=");
  private static final byte[] HTTP = Ascii.bytes("HTTP/");
  private static final byte[] DURATION = Ascii.bytes("Duration: ");
  private static final String LOCAL = "origin=local ";
  private static final String REMOTE = "origin=remote ";
  private static final int REACH = 512;
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_NUMBER = 9;

  /** What a line begins. */
  enum Kind {
    NONE,
    REQUEST,
    RESPONSE,
    CURL,
    KEY_REQUEST,
    KEY_RESPONSE,
    /** Something of a server. */
    FOREIGN
  }

  private enum Part {
    NONE,
    /** Before the request line or the status line. */
    FIRST,
    HEADERS,
    BODY
  }

  private final ExchangeCalls calls;
  private final OpenExchanges open;
  private Part part = Part.NONE;
  private boolean inResponse;
  private boolean bodyBegun;
  private String id = "";
  private long millis = -1;
  private @Nullable LogTime time;
  private @Nullable Exchange exchange;

  LogbookParser(ReadContext context) {
    calls = new ExchangeCalls(context);
    open = new OpenExchanges(calls);
  }

  @Override
  public List<String> signs() {
    return List.of(" Request: ", " Response: ", " curl -v -X ", " correlation=");
  }

  @Override
  public boolean isOpen() {
    return part != Part.NONE;
  }

  @Override
  public boolean isInCall() {
    return isOpen();
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target);
    open.clear();
    exchange = null;
    part = Part.NONE;
  }

  @Override
  public void end() {
    endRecord();
    open.end();
    calls.end();
  }

  @Override
  public void endRecord() {
    Exchange ended = exchange;
    if (inResponse && ended != null) {
      calls.close(ended);
    }
    exchange = null;
    part = Part.NONE;
  }

  /** Returns what a line begins. */
  static Kind kind(TextLine line) {
    int end = line.from() + REACH;
    for (int at = line.from(); at < Math.min(end, line.to()); at++) {
      Kind kind =
          switch (line.bytes()[at]) {
            case 'O' ->
                line.has(REQUEST, at)
                    ? Kind.REQUEST
                    : line.has(SERVER_RESPONSE, at) ? Kind.FOREIGN : Kind.NONE;
            case 'I' ->
                line.has(RESPONSE, at)
                    ? Kind.RESPONSE
                    : line.has(SERVER_REQUEST, at) ? Kind.FOREIGN : Kind.NONE;
            case ' ' -> line.has(CURL, at) ? Kind.CURL : Kind.NONE;
            case 't' -> keyKind(line, at);
            default -> Kind.NONE;
          };
      if (kind != Kind.NONE) {
        return isIdAfter(line, kind, at) ? kind : Kind.NONE;
      }
    }
    return Kind.NONE;
  }

  private static Kind keyKind(TextLine line, int at) {
    boolean request = line.has(KEY_REQUEST, at);
    if (!request && !line.has(KEY_RESPONSE, at)) {
      return Kind.NONE;
    }
    String before = line.text(line.from(), at);
    boolean local = before.endsWith(LOCAL);
    if (!local && !before.endsWith(REMOTE)) {
      return Kind.NONE;
    }
    // A client sends requests and receives responses.
    return request == local ? (request ? Kind.KEY_REQUEST : Kind.KEY_RESPONSE) : Kind.FOREIGN;
  }

  /** Returns whether nothing but an id ends a line that begins a record of several lines. */
  private static boolean isIdAfter(TextLine line, Kind kind, int at) {
    if (kind != Kind.REQUEST && kind != Kind.RESPONSE && kind != Kind.FOREIGN) {
      return true;
    }
    if (line.bytes()[at] == 't') {
      return true;
    }
    int from = line.indexOf((byte) ':', at, line.to()) + 2;
    return from < line.to()
        && line.to() - from <= LONGEST_ID
        && line.indexOf((byte) ' ', from, line.to()) < 0;
  }

  @Override
  public boolean line(TextLine line) {
    if (line.continued()) {
      return part == Part.BODY && body(line);
    }
    Kind kind = kind(line);
    if (kind != Kind.NONE) {
      endRecord();
      begin(kind, line);
      return kind != Kind.FOREIGN;
    }
    if (part == Part.NONE) {
      return false;
    }
    if (LogTimes.at(line.bytes(), line.from(), line.to()) != null) {
      endRecord();
      return false;
    }
    switch (part) {
      case FIRST -> first(line);
      case HEADERS -> header(line);
      default -> body(line);
    }
    return true;
  }

  private void begin(Kind kind, TextLine line) {
    inResponse = kind == Kind.RESPONSE || kind == Kind.KEY_RESPONSE;
    bodyBegun = false;
    time = line.time(line.from() + REACH);
    switch (kind) {
      case REQUEST, RESPONSE -> {
        String text = line.text();
        id = text.substring(text.lastIndexOf(' ') + 1);
        millis = -1;
        part = Part.FIRST;
      }
      case CURL -> curl(line);
      case KEY_REQUEST, KEY_RESPONSE -> keys(line, line.text());
      default -> part = Part.NONE;
    }
  }

  private void request(String method, String url, TextLine line) {
    Exchange started = calls.open(method, url, line, time);
    exchange = started;
    open.add(id, "", started);
  }

  private void respond(int status, TextLine line, long millis) {
    Exchange asked = open.take(id, "");
    exchange = asked;
    if (asked == null) {
      calls.withoutRequest(line);
      part = Part.NONE;
    } else {
      asked.respond(status, time);
      asked.took(millis < 0 ? null : Duration.ofMillis(millis));
    }
  }

  /** Takes a line of the style http before the headers. */
  private void first(TextLine line) {
    if (inResponse && line.startsWith(DURATION)) {
      millis = number(line.text(), DURATION.length);
      return;
    }
    int blank = line.indexOf((byte) ' ', line.from(), line.to());
    if (inResponse && line.startsWith(HTTP) && blank > 0 && line.status(blank + 1) > 0) {
      part = Part.HEADERS;
      respond(line.status(blank + 1), line, millis);
      return;
    }
    int last = blank < 0 ? -1 : line.indexOf((byte) ' ', blank + 1, line.to());
    if (!inResponse && last > 0 && line.has(HTTP, last + 1)) {
      part = Part.HEADERS;
      request(line.text(line.from(), blank), line.text(blank + 1, last), line);
    }
  }

  /** Returns the number at an index of a text, or -1. */
  private static long number(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    boolean number = end > from && end - from <= LONGEST_NUMBER;
    return number ? Long.parseLong(text.substring(from, end)) : -1;
  }

  private void header(TextLine line) {
    Exchange current = exchange;
    if (line.isEmpty()) {
      part = Part.BODY;
    } else if (current != null && inResponse) {
      current.responseHeader(line.bytes(), line.from(), line.to());
    } else if (current != null) {
      current.requestHeader(line.bytes(), line.from(), line.to());
    }
  }

  private boolean body(TextLine line) {
    Exchange current = exchange;
    if (current == null) {
      return false;
    }
    boolean newLine = bodyBegun && !line.continued();
    bodyBegun = true;
    if (inResponse) {
      current.responseBody(line, 0, newLine);
    } else {
      current.requestBody(line, 0, newLine);
    }
    return true;
  }

  /** Takes {@code 8750a82528011e35 curl -v -X POST 'https://...' -H 'A: b' --data-binary '...'}. */
  private void curl(TextLine line) {
    String text = line.text();
    int at = text.indexOf(" curl -v -X ");
    id = text.substring(text.lastIndexOf(' ', at - 1) + 1, at);
    int method = at + CURL.length;
    int blank = text.indexOf(' ', method);
    Quoted url = blank < 0 ? null : Quoted.at(text, blank + 1);
    part = Part.BODY;
    bodyBegun = true;
    if (url == null) {
      calls.withoutRequestLine(line);
      part = Part.NONE;
      return;
    }
    request(text.substring(method, blank), url.text(), line);
    Exchange current = exchange;
    Quoted next = url;
    while (next != null && current != null) {
      boolean header = text.startsWith(" -H ", next.end());
      boolean data = text.startsWith(" --data-binary ", next.end());
      int from = next.end() + (header ? 4 : 15);
      next = header || data ? Quoted.at(text, from) : null;
      if (next != null && header) {
        byte[] bytes = next.text().getBytes(StandardCharsets.UTF_8);
        current.requestHeader(bytes, 0, bytes.length);
      } else if (next != null) {
        current.requestBody(next.text());
      }
    }
  }

  /**
   * A text in the quotes of a shell.
   *
   * @param text the text, without the quotes
   * @param end where the line continues after it
   */
  private record Quoted(String text, int end) {

    /** Returns the text that begins at an index, as far as it is in the line, or null. */
    static @Nullable Quoted at(String line, int from) {
      if (from >= line.length() || line.charAt(from) != '\'') {
        return null;
      }
      StringBuilder text = new StringBuilder();
      int at = from + 1;
      while (at < line.length() && line.charAt(at) != '\'') {
        boolean escaped = line.charAt(at) == '\\' && at + 1 < line.length();
        boolean quote = escaped && line.charAt(at + 1) == '\'';
        at += quote ? 1 : 0;
        text.append(line.charAt(at));
        at++;
      }
      return new Quoted(text.toString(), Math.min(at + 1, line.length()));
    }
  }

  /** Takes a line of the style splunk. */
  private void keys(TextLine line, String text) {
    id = value(text, "correlation=");
    part = Part.BODY;
    bodyBegun = true;
    if (inResponse) {
      long took = number(value(text, " duration="), 0);
      long status = number(value(text, " status="), 0);
      if (status < 100 || status > 999) {
        open.take(id, "");
        calls.withoutRequest(line);
        part = Part.NONE;
        return;
      }
      respond((int) status, line, took);
    } else {
      String method = value(text, " method=");
      String url = value(text, " uri=");
      if (method.isEmpty() || url.isEmpty()) {
        calls.withoutRequestLine(line);
        part = Part.NONE;
        return;
      }
      request(method, url, line);
    }
    Exchange current = exchange;
    if (current != null) {
      headersAndBody(current, text);
    }
  }

  /** Returns the value after a key, up to the next blank; empty where there is none. */
  private static String value(String text, String key) {
    int from = text.indexOf(key);
    if (from < 0) {
      return "";
    }
    from += key.length();
    int end = text.indexOf(' ', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  /** Takes {@code headers={A=[b, c], D=[e]} body=...}. */
  private void headersAndBody(Exchange current, String text) {
    int from = text.indexOf(" headers={");
    int end = from < 0 ? -1 : text.indexOf("]} body=", from);
    if (from >= 0) {
      int last = end >= 0 ? end : text.endsWith("]}") ? text.length() - 2 : text.length();
      int start = Math.min(from + " headers={".length(), last);
      for (String header : text.substring(start, last).split("], ", -1)) {
        byte[] bytes = header.replaceFirst("=\\[", ": ").getBytes(StandardCharsets.UTF_8);
        if (inResponse) {
          current.responseHeader(bytes, 0, bytes.length);
        } else {
          current.requestHeader(bytes, 0, bytes.length);
        }
      }
    }
    int body = end >= 0 ? end + "]} body=".length() : -1;
    if (from < 0 && text.contains(" body=")) {
      body = text.indexOf(" body=") + " body=".length();
    }
    if (body >= 0 && inResponse) {
      current.responseBody(text.substring(body));
    } else if (body >= 0) {
      current.requestBody(text.substring(body));
    }
  }
}

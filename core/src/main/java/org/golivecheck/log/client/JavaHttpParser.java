package org.golivecheck.log.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
 * Reads what {@code java.net.http} logs with {@code -Djdk.httpclient.HttpClient.log=requests} and
 * with {@code headers}. It never logs bodies. The headers of a response name no request: they are
 * taken for those of the next response.
 */
final class JavaHttpParser implements LineParser {
  private static final byte[] REQUEST = Ascii.bytes("REQUEST: ");
  private static final byte[] RESPONSE = Ascii.bytes("RESPONSE: (");
  private static final byte[] HEADERS = Ascii.bytes("HEADERS: ");
  private static final byte[] REQUEST_HEADERS = Ascii.bytes("REQUEST HEADERS:");
  private static final byte[] RESPONSE_HEADERS = Ascii.bytes("RESPONSE HEADERS:");
  private static final byte[] SCHEME = Ascii.bytes("://");
  private static final int REACH = 256;
  private static final int MOST_BLOCKS = 64;
  private static final int MOST_HEADERS = 200;

  private final ExchangeCalls calls;
  private final OpenExchanges open;
  private final ArrayDeque<List<byte[]>> responseHeads = new ArrayDeque<>();
  private @Nullable Exchange newest;
  private @Nullable Exchange requestHeaders;
  private @Nullable List<byte[]> responseHeaders;

  JavaHttpParser(ReadContext context) {
    calls = new ExchangeCalls(context);
    open = new OpenExchanges(calls);
  }

  @Override
  public List<String> signs() {
    return List.of("REQUEST: ", "RESPONSE: (", "HEADERS: ");
  }

  @Override
  public boolean isOpen() {
    return requestHeaders != null || responseHeaders != null;
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target);
    open.clear();
    responseHeads.clear();
    endHeaders();
    newest = null;
  }

  private void endHeaders() {
    requestHeaders = null;
    responseHeaders = null;
  }

  @Override
  public void end() {
    open.end();
    calls.end();
  }

  /** Returns where a line begins to tell of a request, or -1 if it does not. */
  static int startOfRequest(TextLine line) {
    int at = line.indexOf(REQUEST, line.from(), line.from() + REACH);
    boolean alone = at == line.from() || (at > 0 && line.bytes()[at - 1] == ' ');
    int blank = at < 0 ? -1 : line.indexOf((byte) ' ', at + REQUEST.length, line.to());
    return alone
            && blank > 0
            && line.indexOf(SCHEME, at, blank) > 0
            && line.isMethod(blank + 1, line.to())
        ? at
        : -1;
  }

  @Override
  public boolean line(TextLine line) {
    if (line.continued()) {
      return false;
    }
    int request = startOfRequest(line);
    if (request >= 0) {
      endHeaders();
      request(line, request);
      return true;
    }
    int response = line.indexOf(RESPONSE, line.from(), line.from() + REACH);
    if (response >= 0) {
      endHeaders();
      return response(line, response);
    }
    int headers = line.indexOf(HEADERS, line.from(), line.from() + REACH);
    if (headers >= 0) {
      endHeaders();
      return startHeaders(line, headers + HEADERS.length);
    }
    return header(line);
  }

  private void request(TextLine line, int at) {
    int from = at + REQUEST.length;
    int blank = line.indexOf((byte) ' ', from, line.to());
    String url = line.text(from, blank);
    String method = line.text(blank + 1, line.to());
    Exchange started = calls.open(method, url, line, line.time(at));
    newest = started;
    open.add(method + " " + url, started.line() + "", started);
  }

  /** Takes {@code RESPONSE: (GET https://...) 404 HTTP_1_1 Local port: 51498}. */
  private boolean response(TextLine line, int at) {
    int from = at + RESPONSE.length;
    int close = from;
    int status = 0;
    while (status == 0 && close >= 0) {
      close = line.indexOf((byte) ')', close + 1, line.to());
      status = close < 0 ? 0 : line.status(close + 2);
    }
    if (status == 0) {
      return false;
    }
    Exchange exchange = open.take(line.text(from, close), "");
    List<byte[]> headers = responseHeads.poll();
    if (exchange == null) {
      calls.withoutRequest(line);
      return true;
    }
    LogTime time = line.time(at);
    exchange.respond(status, time);
    if (headers != null) {
      for (byte[] header : headers) {
        exchange.responseHeader(header, 0, header.length);
      }
    }
    if (exchange == newest) {
      newest = null;
    }
    calls.close(exchange);
    return true;
  }

  private boolean startHeaders(TextLine line, int at) {
    if (line.has(REQUEST_HEADERS, at)) {
      requestHeaders = newest;
      return true;
    }
    if (line.has(RESPONSE_HEADERS, at)) {
      List<byte[]> block = new ArrayList<>();
      responseHeaders = block;
      responseHeads.add(block);
      if (responseHeads.size() > MOST_BLOCKS) {
        responseHeads.removeFirst();
      }
      return true;
    }
    return false;
  }

  private boolean header(TextLine line) {
    if (requestHeaders == null && responseHeaders == null) {
      return false;
    }
    if (line.isEmpty() || LogTimes.at(line.bytes(), line.from(), line.to()) != null) {
      endHeaders();
      return false;
    }
    int from = line.from();
    while (from < line.to() && line.bytes()[from] == ' ') {
      from++;
    }
    Exchange request = requestHeaders;
    if (request != null) {
      request.requestHeader(line.bytes(), from, line.to());
    }
    List<byte[]> block = responseHeaders;
    if (block != null && block.size() < MOST_HEADERS) {
      block.add(line.text(from, line.to()).getBytes(StandardCharsets.UTF_8));
    }
    return true;
  }
}

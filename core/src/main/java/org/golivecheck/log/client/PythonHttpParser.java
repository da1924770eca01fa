package org.golivecheck.log.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Python's HTTP clients log of a call in one line: urllib3, which Requests and
 * DocuSign's SDK are built on, and HTTPX.
 *
 * <pre>
 * https://demo.docusign.net:443 "GET /restapi/v2.1/... HTTP/1.1" 200 108
 * HTTP Request: GET https://demo.docusign.net/restapi/v2.1/... "HTTP/1.1 200 OK"
 * </pre>
 *
 * The SDK adds the body of the response in debug mode: {@code response body: b'...'}. It also
 * switches on the debug output of {@code http.client}, which is that of the same call:
 *
 * <pre>
 * send: b'GET /restapi/v2.1/... HTTP/1.1\r\nHost: demo.docusign.net\r\n\r\n'
 * reply: 'HTTP/1.1 200 OK\r\n'
 * header: X-DocuSign-TraceToken: ...
 * </pre>
 */
final class PythonHttpParser implements LineParser {
  private static final byte[] HTTPX = Ascii.bytes("HTTP Request: ");
  private static final byte[] HTTP = Ascii.bytes(" HTTP/");
  private static final byte[] HTTPX_RESPONSE = Ascii.bytes(" \"HTTP/");
  private static final byte[] SCHEME = Ascii.bytes("http");
  private static final byte[] SLASHES = Ascii.bytes("://");
  private static final byte[] BODY = Ascii.bytes("response body: ");
  private static final byte[] SEND = Ascii.bytes("send: b");
  private static final byte[] REPLY = Ascii.bytes("reply: 'HTTP/");
  private static final byte[] HEADER = Ascii.bytes("header: ");

  /** What {@link String#translateEscapes} does not know of Python's escapes, and what looks so. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\\\|x([0-9a-f]{2}))");

  private static final Pattern REQUEST =
      Pattern.compile("(?s)([A-Z]{3,7}) (\\S+) HTTP/1\\.[01]\r\n(.*?)(?:\r\n\r\n.*)?");
  private static final Pattern HOST = Pattern.compile("(?im)^host: *(\\S+)");
  private static final int REACH = 512;
  private static final int LONGEST_PORT = 5;

  /**
   * A call as one line shows it.
   *
   * @param from where it begins in the bytes of the line
   */
  record Call(int from, String method, String url, int status) {}

  private final ExchangeCalls calls;
  private @Nullable Exchange newest;

  /** Whether the newest call is one that {@code http.client} shows. */
  private boolean sent;

  PythonHttpParser(ReadContext context) {
    calls = new ExchangeCalls(context);
  }

  @Override
  public List<String> signs() {
    return List.of("://", "response body: ", "send: b", "reply: 'HTTP/", "header: ");
  }

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target);
    newest = null;
  }

  @Override
  public void end() {
    closeNewest();
    calls.end();
  }

  private void closeNewest() {
    Exchange ended = newest;
    if (ended != null) {
      calls.close(ended);
    }
    newest = null;
    sent = false;
  }

  /** Returns whether a log of this format may begin with a line. */
  static boolean begins(TextLine line) {
    return find(line) != null || request(line) != null;
  }

  /** Returns the request that {@code http.client} sends by a line, or null. */
  private static @Nullable Matcher request(TextLine line) {
    int at = line.indexOf(SEND, line.from(), line.from() + REACH);
    Matcher request = at < 0 ? null : REQUEST.matcher(literal(line, at + SEND.length));
    return request != null && request.matches() ? request : null;
  }

  /** Returns the text of a literal of Python, from its quote on. */
  private static String literal(TextLine line, int from) {
    String text = line.text(Math.min(from + 1, line.to()), Math.max(from + 1, line.to() - 1));
    String octal =
        ESCAPE
            .matcher(text)
            .replaceAll(
                found ->
                    found.group(1) == null
                        ? "\\\\\\\\"
                        : String.format("\\\\%03o", Integer.parseInt(found.group(1), 16)));
    try {
      return octal.translateEscapes();
    } catch (IllegalArgumentException e) {
      // Cut, or not of Python.
      return text;
    }
  }

  /** Returns the call that a line shows, or null if it shows none. */
  static @Nullable Call find(TextLine line) {
    int quote = line.indexOf((byte) '"', line.from(), line.from() + REACH);
    Call call = quote < 0 ? null : ofUrllib3(line, quote);
    if (call != null) {
      return call;
    }
    int at = line.indexOf(HTTPX, line.from(), line.from() + REACH);
    return at < 0 ? null : ofHttpx(line, at);
  }

  private static @Nullable Call ofUrllib3(TextLine line, int quote) {
    int host = startOfHost(line, quote - 1);
    int blank = line.indexOf((byte) ' ', quote, line.to());
    int end = blank < 0 ? -1 : line.indexOf(HTTP, blank + 1, line.to());
    int close = end < 0 ? -1 : line.indexOf((byte) '"', end, line.to());
    int status = close < 0 ? 0 : line.status(close + 2);
    if (host < 0 || status == 0 || !line.isMethod(quote + 1, blank)) {
      return null;
    }
    String target = line.text(blank + 1, end);
    // Through a proxy the target is the whole URL.
    String url = target.startsWith("/") ? line.text(host, quote - 1) + target : target;
    return new Call(host, line.text(quote + 1, blank), withoutUsualPort(url), status);
  }

  /** Returns where {@code https://demo.docusign.net:443} begins that ends at an index, or -1. */
  private static int startOfHost(TextLine line, int end) {
    byte[] bytes = line.bytes();
    int colon = end;
    while (colon > line.from() && Ascii.isDigit(bytes[colon - 1])) {
      colon--;
    }
    int digits = end - colon;
    if (digits < 1 || digits > LONGEST_PORT || colon == line.from() || bytes[colon - 1] != ':') {
      return -1;
    }
    int from = colon - 1;
    while (from > line.from() && bytes[from - 1] > ' ') {
      from--;
    }
    int start = line.indexOf(SCHEME, from, colon);
    return start >= 0 && line.indexOf(SLASHES, start, colon) > 0 ? start : -1;
  }

  private static String withoutUsualPort(String url) {
    return url.startsWith("https://") ? url.replaceFirst(":443(?=/)", "") : url;
  }

  private static @Nullable Call ofHttpx(TextLine line, int at) {
    int method = at + HTTPX.length;
    int blank = line.indexOf((byte) ' ', method, line.to());
    int end = blank < 0 ? -1 : line.indexOf(HTTPX_RESPONSE, blank + 1, line.to());
    int space = end < 0 ? -1 : line.indexOf((byte) ' ', end + 1, line.to());
    int status = space < 0 ? 0 : line.status(space + 1);
    return status > 0 && line.isMethod(method, blank) && line.has(SCHEME, blank + 1)
        ? new Call(at, line.text(method, blank), line.text(blank + 1, end), status)
        : null;
  }

  @Override
  public boolean line(TextLine line) {
    if (line.continued()) {
      return false;
    }
    if (ofHttpClient(line)) {
      return true;
    }
    Call call = find(line);
    if (call != null && isSent(call)) {
      Objects.requireNonNull(newest).received(line.time(call.from()));
      sent = false;
      return true;
    }
    if (call != null) {
      closeNewest();
      LogTime time = line.time(call.from());
      Exchange exchange = calls.open(call.method(), call.url(), line, null);
      exchange.respond(call.status(), time);
      newest = exchange;
      return true;
    }
    Exchange current = newest;
    int body = current == null ? -1 : line.indexOf(BODY, line.from(), line.from() + REACH);
    if (current == null || body < 0) {
      return false;
    }
    body(current, line, body + BODY.length);
    closeNewest();
    return true;
  }

  /** Returns whether {@code http.client} has shown a call, which urllib3 logs afterwards. */
  private boolean isSent(Call call) {
    Exchange current = newest;
    return current != null
        && sent
        && current.status() == call.status()
        && current.method().equals(call.method())
        && call.url().endsWith(current.url());
  }

  private boolean ofHttpClient(TextLine line) {
    Matcher request = request(line);
    Exchange current = newest;
    if (request != null) {
      closeNewest();
      if (!request.group(1).equals("CONNECT")) {
        open(request, line);
      }
      return true;
    }
    if (current == null || !sent) {
      return false;
    }
    int reply = line.indexOf(REPLY, line.from(), line.from() + REACH);
    int header = line.indexOf(HEADER, line.from(), line.from() + REACH);
    int send = line.indexOf(SEND, line.from(), line.from() + REACH);
    if (reply >= 0) {
      int blank = line.indexOf((byte) ' ', reply + REPLY.length, line.to());
      current.respond(blank < 0 ? 0 : line.status(blank + 1), line.time(reply));
    } else if (header >= 0 && current.status() > 0) {
      current.responseHeader(line.bytes(), header + HEADER.length, line.to());
    } else if (send >= 0 && current.status() == 0) {
      current.requestBody(literal(line, send + SEND.length));
    }
    return reply >= 0 || header >= 0 || send >= 0;
  }

  private void open(Matcher request, TextLine line) {
    Matcher host = HOST.matcher(request.group(3));
    String url = host.find() ? "https://" + host.group(1) + request.group(2) : request.group(2);
    Exchange exchange = calls.open(request.group(1), url, line, null);
    for (String field : request.group(3).split("\r\n", -1)) {
      int colon = field.indexOf(':');
      if (colon > 0) {
        exchange.requestHeader(field.substring(0, colon), field.substring(colon + 1));
      }
    }
    newest = exchange;
    sent = true;
  }

  /** Takes a body, which may be the literal of a byte string. */
  private static void body(Exchange current, TextLine line, int from) {
    boolean literal =
        line.to() - from >= 3
            && line.bytes()[from] == 'b'
            && line.bytes()[from + 1] == line.bytes()[line.to() - 1];
    if (literal) {
      String text = line.text(from + 2, line.to() - 1);
      byte[] bytes = text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
      current.responseBody(bytes, 0, bytes.length);
    } else {
      current.responseBody(line.bytes(), from, line.to());
    }
  }
}

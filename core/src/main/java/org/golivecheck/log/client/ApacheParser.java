package org.golivecheck.log.client;

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
import org.golivecheck.log.text.TextLine;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wire log and the header log of Apache HttpClient, 4 and 5, or either alone:
 *
 * <pre>
 * http-outgoing-0 &gt;&gt; GET /restapi/v2.1/... HTTP/1.1
 * http-outgoing-0 &gt;&gt; "GET /restapi/v2.1/... HTTP/1.1[\r][\n]"
 * http-outgoing-0 &lt;&lt; "HTTP/1.1 200 OK[\r][\n]"
 * http-outgoing-0 &lt;&lt; "{"status":"sent"}"
 * </pre>
 *
 * The name is that of a connection, which has one exchange after another.
 */
final class ApacheParser implements LineParser {
  private static final byte[] SENT = Ascii.bytes(" >> ");
  private static final byte[] RECEIVED = Ascii.bytes(" << ");
  private static final byte[] HTTP = Ascii.bytes("HTTP/");
  private static final byte[] LINE_BREAK = Ascii.bytes("[\\r][\\n]\"");
  private static final byte[] FEED = Ascii.bytes("[\\n]\"");
  private static final byte[] HOST = Ascii.bytes("host:");
  private static final byte[] CHUNKED = Ascii.bytes("transfer-encoding: chunked");
  private static final int REACH = 512;
  private static final int LONGEST_NAME = 40;
  private static final int MOST_CONNECTIONS = OpenExchanges.MOST;

  /** What goes over one connection. */
  private static final class Connection {
    private @Nullable Exchange exchange;
    private String requestLine = "";
    private boolean requestBody;
    private boolean responseBody;
    private boolean chunked;
  }

  private final ExchangeCalls calls;
  private final Map<String, Connection> connections = new LinkedHashMap<>();

  ApacheParser(ReadContext context) {
    calls = new ExchangeCalls(context);
  }

  @Override
  public List<String> signs() {
    return List.of(" >> ", " << ");
  }

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target);
    connections.clear();
  }

  @Override
  public void end() {
    connections.values().forEach(this::close);
    calls.end();
  }

  private void close(Connection connection) {
    Exchange exchange = connection.exchange;
    if (exchange != null) {
      calls.close(exchange);
    }
    connection.exchange = null;
  }

  /** Returns where the arrow after the name of a connection is, or -1 if there is none. */
  static int arrow(TextLine line) {
    int end = line.from() + REACH;
    for (int at = line.indexOf((byte) ' ', line.from(), end);
        at >= 0;
        at = line.indexOf((byte) ' ', at + 1, end)) {
      if ((line.has(SENT, at) || line.has(RECEIVED, at)) && startOfName(line, at) >= 0) {
        return at;
      }
    }
    return -1;
  }

  /** Returns where a name such as {@code http-outgoing-0} begins that ends at an index, or -1. */
  private static int startOfName(TextLine line, int end) {
    byte[] bytes = line.bytes();
    int at = end;
    while (at > line.from() && Ascii.isDigit(bytes[at - 1])) {
      at--;
    }
    if (at == end || at == line.from() || bytes[at - 1] != '-') {
      return -1;
    }
    at--;
    while (at > line.from() && end - at < LONGEST_NAME && isOfName(bytes[at - 1])) {
      at--;
    }
    return at < line.to() && isOfName(bytes[at]) && bytes[at] != '-' ? at : -1;
  }

  private static boolean isOfName(byte b) {
    return (b >= 'a' && b <= 'z') || b == '-';
  }

  /** Returns whether a line begins a request or a response. */
  static boolean startsPart(TextLine line) {
    int arrow = arrow(line);
    if (arrow < 0) {
      return false;
    }
    int at = arrow + SENT.length;
    at += at < line.to() && line.bytes()[at] == '"' ? 1 : 0;
    return line.has(SENT, arrow) ? isRequest(line, at, line.to()) : isResponse(line, at);
  }

  private static boolean isRequest(TextLine line, int from, int to) {
    int blank = line.indexOf((byte) ' ', from, to);
    int last = blank < 0 ? -1 : line.indexOf((byte) ' ', blank + 1, to);
    return last >= 0 && line.has(HTTP, last + 1) && line.isMethod(from, blank);
  }

  private static boolean isResponse(TextLine line, int from) {
    int blank = line.indexOf((byte) ' ', from, line.to());
    return line.has(HTTP, from) && blank > 0 && line.status(blank + 1) > 0;
  }

  @Override
  public boolean line(TextLine line) {
    int arrow = line.continued() ? -1 : arrow(line);
    if (arrow < 0) {
      // The rest of a body that is longer than a line may be is not missed.
      return false;
    }
    Connection connection = connection(line.text(startOfName(line, arrow), arrow));
    int from = arrow + SENT.length;
    boolean wire = from < line.to() && line.bytes()[from] == '"';
    int to = wire ? endOfWire(line, from + 1) : line.to();
    from += wire ? 1 : 0;
    if (line.has(SENT, arrow)) {
      sent(connection, line, from, to, wire);
    } else {
      received(connection, line, from, to, wire);
    }
    return true;
  }

  /** Returns where the text of a line of the wire log ends, before its line break. */
  private static int endOfWire(TextLine line, int from) {
    int end = line.to();
    if (line.endsWith(LINE_BREAK)) {
      end -= LINE_BREAK.length;
    } else if (line.endsWith(FEED)) {
      end -= FEED.length;
    } else if (line.bytes()[end - 1] == '"') {
      end--;
    }
    return Math.max(from, end);
  }

  private Connection connection(String name) {
    Connection connection = connections.get(name);
    if (connection == null) {
      connection = new Connection();
      connections.put(name, connection);
      if (connections.size() > MOST_CONNECTIONS) {
        Iterator<Connection> oldest = connections.values().iterator();
        close(oldest.next());
        oldest.remove();
      }
    }
    return connection;
  }

  private void sent(Connection connection, TextLine line, int from, int to, boolean wire) {
    Exchange exchange = connection.exchange;
    boolean inBody = wire && connection.requestBody && exchange != null && exchange.status() == 0;
    if (!inBody && isRequest(line, from, to)) {
      request(connection, line, from, to);
    } else if (exchange == null || exchange.status() != 0) {
      return;
    } else if (inBody) {
      exchange.requestBody(line.bytes(), from, to);
    } else if (from == to) {
      connection.requestBody = wire;
    } else {
      if (Ascii.startsWithIgnoringCase(line.bytes(), from, to, HOST)) {
        exchange.host(line.text(from + HOST.length, to));
      }
      exchange.requestHeader(line.bytes(), from, to);
    }
  }

  private void request(Connection connection, TextLine line, int from, int to) {
    String requestLine = line.text(from, to);
    Exchange before = connection.exchange;
    boolean again =
        before != null && before.status() == 0 && connection.requestLine.equals(requestLine);
    if (again) {
      // The header log and the wire log show the same request.
      return;
    }
    close(connection);
    int blank = requestLine.indexOf(' ');
    connection.exchange =
        calls.open(
            requestLine.substring(0, blank),
            requestLine.substring(blank + 1, requestLine.indexOf(' ', blank + 1)),
            line,
            line.time(from));
    connection.requestLine = requestLine;
    connection.requestBody = false;
    connection.responseBody = false;
    connection.chunked = false;
  }

  private void received(Connection connection, TextLine line, int from, int to, boolean wire) {
    Exchange exchange = connection.exchange;
    boolean inBody = wire && connection.responseBody;
    if (!inBody && isResponse(line, from)) {
      respond(connection, line, from);
    } else if (exchange == null || exchange.status() == 0) {
      return;
    } else if (inBody) {
      if (!(connection.chunked && isChunkSize(line, from, to))) {
        exchange.responseBody(line.bytes(), from, to);
      }
    } else if (from == to) {
      connection.responseBody = wire && exchange.status() >= 200;
    } else {
      connection.chunked |= Ascii.startsWithIgnoringCase(line.bytes(), from, to, CHUNKED);
      exchange.responseHeader(line.bytes(), from, to);
    }
  }

  private void respond(Connection connection, TextLine line, int from) {
    Exchange exchange = connection.exchange;
    int status = line.status(line.indexOf((byte) ' ', from, line.to()) + 1);
    if (exchange == null) {
      calls.withoutRequest(line);
    } else if (exchange.status() < 200 && exchange.status() != status) {
      // What came before, if anything, was an interim response such as 100 Continue.
      exchange.respond(status, line.time(from));
    }
  }

  private static boolean isChunkSize(TextLine line, int from, int to) {
    if (to - from > 8 || !line.endsWith(LINE_BREAK)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!Ascii.isHexDigit(line.bytes()[i])) {
        return false;
      }
    }
    return true;
  }
}

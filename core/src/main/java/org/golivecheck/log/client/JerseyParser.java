package org.golivecheck.log.client;

import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.exchange.OpenExchanges;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records that Jersey's {@code LoggingFeature} writes of a client, and the filters before
 * it:
 *
 * <pre>
 * 1 * Sending client request on thread main
 * 1 &gt; POST https://demo.docusign.net/restapi/v2.1/...
 * 1 &gt; Accept: application/json
 * {"status":"sent"}
 *
 * 1 * Client response received on thread main
 * 1 &lt; 201
 * 1 &lt; Content-Type: application/json
 * {"envelopeId": ...}
 *
 * </pre>
 *
 * Records of threads come in any order, but none inside another. The numbers count in each client,
 * so one number may be that of several calls.
 */
final class JerseyParser implements LineParser {
  private static final byte[] STAR = Ascii.bytes(" * ");
  private static final byte[] ON_THREAD = Ascii.bytes(" on thread ");
  private static final byte[] REQUEST = Ascii.bytes("Sending client request");
  private static final byte[] RESPONSE = Ascii.bytes("Client response received");
  private static final byte[] OLD_REQUEST = Ascii.bytes("Client out-bound request");
  private static final byte[] OLD_RESPONSE = Ascii.bytes("Client in-bound response");
  private static final byte[] SERVER = Ascii.bytes("Server ");
  private static final byte[] CUT_BODY = Ascii.bytes("...more...");

  /** How far into its line a record begins, after time, thread and logger. */
  private static final int REACH = 1_024;

  /** How much a container's log may put before every line. */
  private static final int LONGEST_PREFIX = 128;

  private static final int LONGEST_NUMBER = 18;

  private enum Kind {
    NONE,
    REQUEST,
    RESPONSE,
    /** Of Jersey's server: no call of ours. */
    FOREIGN
  }

  private final ExchangeCalls calls;
  private final OpenExchanges open;
  private Kind kind = Kind.NONE;
  private boolean inBody;
  private String id = "";
  private String thread = "";
  private byte[] prefix = new byte[0];

  /** How many bytes stand before every line of the record. */
  private int indent;

  private @Nullable LogTime time;
  private @Nullable Exchange exchange;

  JerseyParser(ReadContext context) {
    calls = new ExchangeCalls(context);
    open = new OpenExchanges(calls);
  }

  @Override
  public List<String> signs() {
    return List.of(" * ");
  }

  @Override
  public boolean isOpen() {
    return kind != Kind.NONE;
  }

  @Override
  public boolean isInCall() {
    return exchange != null;
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target);
    open.clear();
    kind = Kind.NONE;
    exchange = null;
  }

  @Override
  public void end() {
    endRecord();
    open.end();
    calls.end();
  }

  @Override
  public void endRecord() {
    Exchange current = exchange;
    if (kind == Kind.RESPONSE && current != null) {
      calls.close(current);
    }
    exchange = null;
    kind = Kind.NONE;
  }

  /** Returns where the number of a record stands that begins in a line, or -1 if none does. */
  static int startOfRecord(TextLine line) {
    int end = line.from() + REACH;
    int star = line.indexOf(STAR, line.from(), end);
    while (star >= 0) {
      int start = star;
      while (start > line.from() && Ascii.isDigit(line.bytes()[start - 1])) {
        start--;
      }
      boolean numbered = start < star && star - start <= LONGEST_NUMBER;
      boolean apart = start == line.from() || line.bytes()[start - 1] == ' ';
      if (numbered && apart && kind(line, star + STAR.length) != Kind.NONE) {
        return start;
      }
      star = line.indexOf(STAR, star + 1, end);
    }
    return -1;
  }

  private static Kind kind(TextLine line, int at) {
    if (line.has(REQUEST, at) || line.has(OLD_REQUEST, at)) {
      return Kind.REQUEST;
    }
    if (line.has(RESPONSE, at) || line.has(OLD_RESPONSE, at)) {
      return Kind.RESPONSE;
    }
    return line.has(SERVER, at) && line.indexOf(ON_THREAD, at, line.to()) > 0
        ? Kind.FOREIGN
        : Kind.NONE;
  }

  @Override
  public boolean line(TextLine line) {
    if (line.continued()) {
      Exchange current = exchange;
      if (inBody && current != null) {
        body(current, line);
      }
      return inBody;
    }
    if (kind != Kind.NONE && line.has(prefix, line.from() + indent)) {
      head(line, line.from() + indent + prefix.length);
      return true;
    }
    int start = startOfRecord(line);
    if (start >= 0) {
      startRecord(line, start);
      return true;
    }
    if (kind == Kind.NONE) {
      return false;
    }
    Exchange current = exchange;
    if (current == null || (current.status() == 0 && kind == Kind.RESPONSE)) {
      return afterPrefix(line);
    }
    boolean empty = line.to() - line.from() <= indent;
    if (empty && !(inBody && kind == Kind.RESPONSE && current.expectsBody())) {
      endRecord();
    } else {
      body(current, line);
    }
    return true;
  }

  private void startRecord(TextLine line, int start) {
    endRecord();
    int star = line.indexOf(STAR, start, line.to());
    id = line.text(start, star);
    kind = kind(line, star + STAR.length);
    int on = line.indexOf(ON_THREAD, star, line.to());
    thread = on < 0 ? "" : line.text(on + ON_THREAD.length, line.to());
    time = line.time(start);
    prefix = Ascii.bytes(id + (kind == Kind.REQUEST ? " > " : " < "));
    indent = 0;
    inBody = false;
    if (kind == Kind.RESPONSE) {
      exchange = open.take(id, thread);
      if (exchange == null) {
        calls.withoutRequest(line);
        kind = Kind.FOREIGN;
      }
    }
  }

  /** Takes the first line of a record whose lines all have something before them, or ends it. */
  private boolean afterPrefix(TextLine line) {
    int at = indent > 0 ? -1 : line.indexOf(prefix, line.from(), line.from() + LONGEST_PREFIX);
    if (at > line.from() && line.bytes()[at - 1] == ' ') {
      indent = at - line.from();
      head(line, at + prefix.length);
      return true;
    }
    endRecord();
    return false;
  }

  /** Takes a line with a number: the request line or the status, then headers. */
  private void head(TextLine line, int at) {
    Exchange current = exchange;
    if (kind == Kind.REQUEST && current == null) {
      request(line, at);
    } else if (current == null) {
      return;
    } else if (kind == Kind.REQUEST) {
      current.requestHeader(line.bytes(), at, line.to());
    } else if (current.status() == 0) {
      int status = line.status(at);
      if (status > 0) {
        current.respond(status, time);
      }
    } else {
      current.responseHeader(line.bytes(), at, line.to());
    }
  }

  private void request(TextLine line, int at) {
    int blank = line.indexOf((byte) ' ', at, line.to());
    if (blank <= at || blank + 1 == line.to()) {
      calls.withoutRequestLine(line);
      endRecord();
      return;
    }
    Exchange started =
        calls.open(line.text(at, blank), line.text(blank + 1, line.to()), line, time);
    exchange = started;
    open.add(id, thread, started);
  }

  private void body(Exchange current, TextLine line) {
    boolean first = !inBody;
    inBody = true;
    boolean newLine = !first && !line.continued();
    int skipped = line.continued() ? 0 : Math.min(indent, line.to() - line.from());
    if (kind == Kind.REQUEST) {
      current.requestBody(line, skipped, newLine);
    } else {
      current.responseBody(line, skipped, newLine);
    }
    if (!line.cut() && line.endsWith(CUT_BODY)) {
      endRecord();
      inBody = false;
    }
  }
}

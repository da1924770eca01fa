package org.golivecheck.log.client;

import java.util.Arrays;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads what curl writes of its calls with {@code -v}, {@code --trace-ascii} and {@code --trace},
 * with {@code --trace-time} or without. Calls come one after another.
 */
final class CurlParser implements LineParser {
  private static final byte[] SENT = Ascii.bytes("> ");
  private static final byte[] RECEIVED = Ascii.bytes("< ");
  private static final byte[] NOTE = Ascii.bytes("* ");
  private static final byte[] CONNECTION_NOTE = Ascii.bytes("* Connection #");
  private static final byte[] SENT_BYTES = Ascii.bytes("} [");
  private static final byte[] RECEIVED_BYTES = Ascii.bytes("{ [");
  private static final byte[] SEND_HEADER = Ascii.bytes("=> Send header");
  private static final byte[] SEND_DATA = Ascii.bytes("=> Send data");
  private static final byte[] RECV_HEADER = Ascii.bytes("<= Recv header");
  private static final byte[] RECV_DATA = Ascii.bytes("<= Recv data");
  private static final byte[] SEND = Ascii.bytes("=> Send ");
  private static final byte[] RECV = Ascii.bytes("<= Recv ");
  private static final byte[] INFO = Ascii.bytes("== Info");
  private static final byte[] HTTP = Ascii.bytes("HTTP/");
  private static final byte[] HOST = Ascii.bytes("host:");

  /** What the bytes of a trace are. */
  private enum Block {
    NONE,
    SENT_HEADER,
    SENT_DATA,
    RECEIVED_HEADER,
    RECEIVED_DATA
  }

  private final ExchangeCalls calls;
  private final TraceBytes trace;
  private final TextLine traced = new TextLine();
  private Block block = Block.NONE;
  private boolean inSentHeaders;
  private boolean inBody;
  private boolean bodyBegun;
  private @Nullable LogTime time;
  private @Nullable Exchange exchange;

  CurlParser(ReadContext context) {
    calls = new ExchangeCalls(context);
    trace = new TraceBytes(context.limits().maxLineBytes());
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target);
    block = Block.NONE;
    trace.clear();
    forget();
  }

  private void forget() {
    exchange = null;
    inSentHeaders = false;
    inBody = false;
    bodyBegun = false;
  }

  @Override
  public void end() {
    endBlock();
    endCall();
    calls.end();
  }

  private void endCall() {
    Exchange ended = exchange;
    if (ended != null) {
      calls.close(ended);
    }
    forget();
  }

  /** Returns whether a line is a request line as {@code -v} shows it. */
  static boolean isRequest(TextLine line) {
    int at = afterTime(line);
    return line.has(SENT, at) && endOfTarget(line, at + SENT.length) > 0;
  }

  /** Returns whether a line is a note as {@code -v} writes them. */
  static boolean isNote(TextLine line) {
    return line.has(NOTE, afterTime(line));
  }

  /** Returns whether a line begins a part of a trace. */
  static boolean isTrace(TextLine line) {
    int at = afterTime(line);
    return line.has(INFO, at) || line.has(SEND, at) || line.has(RECV, at);
  }

  /** Returns where a line continues after the time that {@code --trace-time} puts before it. */
  private static int afterTime(TextLine line) {
    byte first = line.isEmpty() ? 0 : line.bytes()[line.from()];
    LogTime own = Ascii.isDigit(first) ? LogTimes.at(line.bytes(), line.from(), line.to()) : null;
    return own == null ? line.from() : Math.min(own.end() + 1, line.to());
  }

  /** Returns where the target of a request line ends that begins at an index, or -1. */
  private static int endOfTarget(TextLine line, int from) {
    int blank = line.indexOf((byte) ' ', from, line.to());
    int end = blank <= from ? -1 : line.indexOf((byte) ' ', blank + 1, line.to());
    return end >= 0 && line.has(HTTP, end + 1) && line.isMethod(from, blank) ? end : -1;
  }

  @Override
  public boolean line(TextLine line) {
    if (line.continued()) {
      return inBody && body(line);
    }
    int at = afterTime(line);
    if (isTrace(line)) {
      endBlock();
      block = block(line, at);
      time = at > line.from() ? LogTimes.at(line.bytes(), line.from(), line.to()) : null;
      traced.set(line.bytes(), line.from(), line.to(), line.number(), line.offset());
      return block != Block.NONE;
    }
    if (block != Block.NONE) {
      return trace.add(line);
    }
    if (line.has(SENT, at) || (line.to() - at == 1 && line.bytes()[at] == '>')) {
      time = line.time(at);
      sent(line, Math.min(at + SENT.length, line.to()));
      return true;
    }
    if (line.has(RECEIVED, at) || (line.to() - at == 1 && line.bytes()[at] == '<')) {
      time = line.time(at);
      received(line, Math.min(at + RECEIVED.length, line.to()));
      return true;
    }
    boolean note = line.has(NOTE, at) || line.has(SENT_BYTES, at) || line.has(RECEIVED_BYTES, at);
    return !note && inBody && body(line);
  }

  private static Block block(TextLine line, int at) {
    if (line.has(SEND_HEADER, at)) {
      return Block.SENT_HEADER;
    }
    if (line.has(SEND_DATA, at)) {
      return Block.SENT_DATA;
    }
    if (line.has(RECV_HEADER, at)) {
      return Block.RECEIVED_HEADER;
    }
    return line.has(RECV_DATA, at) ? Block.RECEIVED_DATA : Block.NONE;
  }

  /** Takes the bytes of a part of a trace. */
  private void endBlock() {
    Block ended = block;
    block = Block.NONE;
    Exchange current = exchange;
    byte[] bytes = trace.take();
    if (ended == Block.SENT_HEADER || ended == Block.RECEIVED_HEADER) {
      headers(ended, bytes);
    } else if (current != null && ended == Block.SENT_DATA && current.status() == 0) {
      current.requestBody(bytes, 0, bytes.length);
    } else if (current != null && ended == Block.RECEIVED_DATA && current.status() > 0) {
      current.responseBody(bytes, 0, bytes.length);
    }
  }

  private void headers(Block kind, byte[] bytes) {
    inSentHeaders = false;
    long number = traced.number();
    long offset = traced.offset();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        int to = i > from && bytes[i - 1] == '\r' ? i - 1 : i;
        traced.set(bytes, from, to, number, offset);
        if (kind == Block.SENT_HEADER) {
          sent(traced, from);
        } else {
          received(traced, from);
        }
        from = i + 1;
      }
    }
  }

  private void sent(TextLine line, int from) {
    Exchange current = exchange;
    int end = inSentHeaders ? -1 : endOfTarget(line, from);
    if (end > 0) {
      request(line, from, end);
    } else if (from == line.to()) {
      inSentHeaders = false;
    } else if (current != null && inSentHeaders) {
      if (Ascii.startsWithIgnoringCase(line.bytes(), from, line.to(), HOST)) {
        current.host(line.text(from + HOST.length, line.to()));
      }
      current.requestHeader(line.bytes(), from, line.to());
    }
  }

  private void request(TextLine line, int from, int end) {
    endCall();
    int blank = line.indexOf((byte) ' ', from, line.to());
    String method = line.text(from, blank);
    inSentHeaders = true;
    // The way through a proxy is no call.
    if (!method.equals("CONNECT")) {
      exchange = calls.open(method, line.text(blank + 1, end), line, time);
    }
  }

  private void received(TextLine line, int from) {
    Exchange current = exchange;
    if (current == null) {
      return;
    }
    int blank = line.indexOf((byte) ' ', from, line.to());
    int status = line.has(HTTP, from) && blank > 0 ? line.status(blank + 1) : 0;
    if (status > 0 && current.status() < 200) {
      current.respond(status, time);
      inBody = false;
    } else if (from == line.to()) {
      inBody = current.status() >= 200;
      bodyBegun = false;
    } else if (current.status() > 0) {
      current.responseHeader(line.bytes(), from, line.to());
    }
  }

  /** Takes a line of a body that the same terminal showed. */
  private boolean body(TextLine line) {
    Exchange current = exchange;
    if (current == null) {
      return false;
    }
    int note = line.indexOf(CONNECTION_NOTE, line.from(), line.to());
    int to = note < 0 ? line.to() : note;
    if (bodyBegun && !line.continued()) {
      current.responseBody("\n");
    }
    bodyBegun = true;
    current.responseBody(line.bytes(), line.from(), to);
    return true;
  }

  /**
   * The bytes of one part of a trace of curl, put together of its lines: of {@code 0040: text}, or
   * of {@code 0010: 50 4f 53 54 ... POST}. Keeps a bounded number; not thread-safe.
   */
  private static final class TraceBytes {
    /** How many bytes a line of text shows, unless a line break of the text ends it. */
    private static final int TEXT_WIDTH = 64;

    private static final int HEX_WIDTH = 16;
    private static final int LONGEST_OFFSET = 16;

    private final int max;
    private byte[] bytes = new byte[1_024];
    private int length;
    private long lastOffset;
    private boolean begun;
    private boolean hex;

    TraceBytes(int max) {
      this.max = max;
    }

    void clear() {
      length = 0;
      begun = false;
      hex = false;
    }

    /** Returns the bytes, and begins with none. */
    byte[] take() {
      if (begun && !hex) {
        // What ended the last line is not shown.
        put((byte) '\n');
      }
      byte[] taken = Arrays.copyOf(bytes, length);
      clear();
      return taken;
    }

    /** Takes a line; returns whether it is one of a trace. */
    boolean add(TextLine line) {
      int colon = line.indexOf((byte) ':', line.from(), line.from() + LONGEST_OFFSET);
      if (colon <= line.from()) {
        return false;
      }
      long offset = 0;
      for (int i = line.from(); i < colon; i++) {
        int digit = Character.digit(line.bytes()[i], 16);
        if (digit < 0) {
          return false;
        }
        offset = offset * 16 + digit;
      }
      int from = Math.min(colon + 2, line.to());
      if (!begun) {
        hex = isHex(line, from);
      }
      if (hex) {
        addHex(line, from);
      } else {
        addText(line, from, offset);
      }
      begun = true;
      lastOffset = offset;
      return true;
    }

    private void addText(TextLine line, int from, long offset) {
      if (begun && offset != lastOffset + TEXT_WIDTH) {
        put((byte) '\n');
      }
      for (int i = from; i < line.to(); i++) {
        put(line.bytes()[i]);
      }
    }

    /** Returns whether what is shown are numbers, with the text after them. */
    private static boolean isHex(TextLine line, int from) {
      int end = from + 3 * HEX_WIDTH;
      if (end > line.to()) {
        return false;
      }
      boolean ended = false;
      for (int i = from; i < end; i += 3) {
        boolean pair = digit(line, i) >= 0 && digit(line, i + 1) >= 0;
        boolean blank = line.bytes()[i] == ' ' && line.bytes()[i + 1] == ' ' && i > from;
        if (line.bytes()[i + 2] != ' ' || (ended ? !blank : !pair && !blank)) {
          return false;
        }
        ended |= blank;
      }
      return true;
    }

    private static int digit(TextLine line, int at) {
      return at < line.to() ? Character.digit(line.bytes()[at], 16) : -1;
    }

    private void addHex(TextLine line, int from) {
      for (int i = from; i < from + 3 * HEX_WIDTH; i += 3) {
        int high = digit(line, i);
        int low = digit(line, i + 1);
        if (high < 0 || low < 0) {
          return;
        }
        put((byte) (high * 16 + low));
      }
    }

    private void put(byte b) {
      if (length == max) {
        return;
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(max, 2 * length));
      }
      bytes[length++] = b;
    }
  }
}

package org.golivecheck.log.request;

import java.util.Arrays;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.text.LineFeeds;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Parses the entries of request logs and passes their parts to a listener. Bytes are pushed in, in
 * chunks of any size; the events do not depend on how the entry is cut, except that a body comes in
 * more or fewer parts. Memory is fixed, whatever the size of the entry.
 *
 * <p>The format, with all that is uncertain about it, is described in {@code
 * core/docs/request-log-format.md}.
 */
final class RequestLogParser {

  private enum State {
    PROLOGUE,
    BEFORE_HEADERS,
    REQUEST_HEADERS,
    /** In the request body; while the status line is uncertain, in a response body too. */
    BODY,
    RESPONSE_HEADERS,
    /** In the response body of the true status line, in which nothing is looked for. */
    RESPONSE_BODY,
    UNREADABLE
  }

  private static final int BYTE_ORDER_MARK = 3;

  private final RequestLogListener listener;
  private final int maxHeaders;
  private final int lineWindow;

  private final LogLine line = new LogLine();
  private final LogLine heldLine = new LogLine();
  private final StatusChoice choice = new StatusChoice();
  private final HeldStatus held = new HeldStatus();
  private final BodyPosition position = new BodyPosition();
  private final ShortValue watched = new ShortValue();

  private State state = State.PROLOGUE;
  private byte[] carry = new byte[1024];
  private int carried;
  private boolean atLineStart;
  private boolean skippingLine;
  private boolean prologueFirst;
  private boolean afterBlankLine;
  private @Nullable FieldName watchedField;
  private int headers;
  private boolean headersCut;
  private long lineNumber;
  private int statusLines;
  private int knownOrdinal;

  /**
   * Creates a parser that can parse many entries.
   *
   * @param limits how long a header line and how large a header block may be
   * @param listener receives the events
   */
  RequestLogParser(ReadLimits limits, RequestLogListener listener) {
    this.listener = listener;
    this.maxHeaders = limits.maxHeaders();
    // With room for the line break of the longest line.
    this.lineWindow = Math.max(limits.maxLineBytes(), StatusForm.MAX_LENGTH) + 2;
  }

  /** Begins an entry whose true status line is to be found. */
  void start() {
    startKnowing(0);
  }

  /**
   * Begins an entry that was parsed before, whose true status line is known. Only that line makes a
   * {@link RequestLogListener#status} event; lines like it are body.
   *
   * @param ordinal what was passed to {@link RequestLogListener#end}, or 0 to find it
   */
  void startKnowing(int ordinal) {
    knownOrdinal = ordinal;
    state = State.PROLOGUE;
    carried = 0;
    atLineStart = true;
    skippingLine = false;
    prologueFirst = false;
    afterBlankLine = false;
    watchedField = null;
    headers = 0;
    headersCut = false;
    lineNumber = 0;
    statusLines = 0;
    choice.reset();
    held.clear();
    position.reset();
  }

  /** Returns whether a block has had more header lines than the limit allows. */
  boolean headersCut() {
    return headersCut;
  }

  /** Takes the next bytes of the entry: those in {@code [from, to)}. */
  void feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      at =
          switch (state) {
            case RESPONSE_BODY -> {
              listener.responseBody(bytes, at, to);
              yield to;
            }
            case UNREADABLE -> {
              listener.other(bytes, at, to);
              yield to;
            }
            case BODY -> mayBeStatus(bytes[at]) ? line(bytes, at, to) : text(bytes, at, to);
            default -> skippingLine ? skipLine(bytes, at, to) : line(bytes, at, to);
          };
    }
  }

  /** Ends the entry. */
  void end() {
    if (carried > 0) {
      line.set(carry, 0, carried, false);
      carried = 0;
      dispatch();
    }
    settleWatched();
    if (!held.isEmpty()) {
      if (choice.isEmpty() && held.standsAlone()) {
        confirmHeld();
      } else {
        releaseHeld();
      }
    }
    listener.end(choice.chosen());
  }

  /** Returns whether the line that begins or continues here has to be examined as a whole. */
  private boolean mayBeStatus(byte first) {
    return carried > 0 || !held.isEmpty() || (atLineStart && Ascii.isDigit(first));
  }

  /** Passes on body text up to the next line that begins with a digit. */
  private int text(byte[] bytes, int from, int to) {
    int at = from;
    do {
      int feed = LineFeeds.find(bytes, at, to);
      int end = feed < 0 ? to : feed + 1;
      position.advance(bytes, at, end);
      atLineStart = feed >= 0;
      at = end;
    } while (at < to && !Ascii.isDigit(bytes[at]));
    body(bytes, from, at);
    return at;
  }

  /** Handles one line, or keeps its beginning until the next bytes come. */
  private int line(byte[] bytes, int from, int to) {
    int window = state == State.BODY && held.isEmpty() ? StatusForm.MAX_LENGTH : lineWindow;
    int end = Math.min(to, from + window - carried);
    int feed = LineFeeds.find(bytes, from, end);
    boolean cut = feed < 0 && end - from + carried == window;
    if (feed >= 0) {
      end = feed + 1;
    }
    if (carried > 0 || (feed < 0 && !cut)) {
      keep(bytes, from, end);
      if (feed < 0 && !cut) {
        return end;
      }
      line.set(carry, 0, carried, cut);
    } else {
      line.set(bytes, from, end, cut);
    }
    carried = 0;
    dispatch();
    skippingLine = cut && state != State.BODY;
    return end;
  }

  private void keep(byte[] bytes, int from, int to) {
    int count = to - from;
    if (carried + count > carry.length) {
      carry = Arrays.copyOf(carry, Math.max(carried + count, 2 * carry.length));
    }
    System.arraycopy(bytes, from, carry, carried, count);
    carried += count;
  }

  /** Passes on what exceeds the limit of a line. */
  private int skipLine(byte[] bytes, int from, int to) {
    int feed = LineFeeds.find(bytes, from, to);
    int end = feed < 0 ? to : feed + 1;
    skippingLine = feed < 0;
    if (state == State.RESPONSE_HEADERS) {
      position.advance(bytes, from, end);
    }
    listener.other(bytes, from, end);
    return end;
  }

  private void dispatch() {
    switch (state) {
      case PROLOGUE -> prologueLine();
      case BEFORE_HEADERS -> lineBeforeHeaders();
      case REQUEST_HEADERS -> requestHeaderLine();
      case BODY -> bodyLine();
      case RESPONSE_HEADERS -> responseHeaderLine();
      case RESPONSE_BODY, UNREADABLE -> other();
    }
  }

  private void prologueLine() {
    line.number(++lineNumber);
    if (lineNumber == 1) {
      skipByteOrderMark();
    }
    if (line.blank()) {
      other();
    } else if (isPrologue()) {
      prologueFirst = true;
      prologue();
    } else if (line.isHeader()) {
      other();
    } else if (RequestLine.matches(line)) {
      choice.converted(line.endsWithBareLineFeed());
      listener.requestLine(line);
      state = State.BEFORE_HEADERS;
    } else {
      other();
      state = State.UNREADABLE;
    }
  }

  private void skipByteOrderMark() {
    byte[] bytes = line.bytes();
    int from = line.from();
    if (line.to() - from >= BYTE_ORDER_MARK
        && bytes[from] == (byte) 0xEF
        && bytes[from + 1] == (byte) 0xBB
        && bytes[from + 2] == (byte) 0xBF) {
      listener.other(bytes, from, from + BYTE_ORDER_MARK);
      line.set(bytes, from + BYTE_ORDER_MARK, line.to(), line.cut());
    }
  }

  private boolean isPrologue() {
    FieldName field = line.field();
    return field == FieldName.TRACE_TOKEN || field == FieldName.TIMESTAMP;
  }

  private void prologue() {
    if (line.field() == FieldName.TRACE_TOKEN) {
      choice.ownToken(line);
    }
    listener.prologue(line);
  }

  /** After the request line come, in one layout, the headers; in the other, the prologue first. */
  private void lineBeforeHeaders() {
    line.number(++lineNumber);
    if (line.blank()) {
      afterBlankLine = true;
      other();
    } else if (!prologueFirst && isPrologue()) {
      afterBlankLine = false;
      prologue();
    } else if (line.isHeader()) {
      state = State.REQUEST_HEADERS;
      header(true);
    } else if (!afterBlankLine) {
      // Not even a blank line ended the headers: one of them is broken.
      state = State.REQUEST_HEADERS;
      other();
    } else {
      startBody();
      bodyLine();
    }
  }

  private void requestHeaderLine() {
    line.number(++lineNumber);
    if (line.blank()) {
      settleWatched();
      other();
      startBody();
    } else if (line.isHeader() || line.isFolded()) {
      header(true);
    } else {
      other();
    }
  }

  private void startBody() {
    state = State.BODY;
    atLineStart = true;
    position.reset();
  }

  private void responseHeaderLine() {
    if (line.isHeader() || line.isFolded()) {
      header(false);
    } else {
      settleWatched();
      if (line.blank()) {
        other();
        headers = 0;
        state = choice.settled() ? State.RESPONSE_BODY : State.BODY;
      } else if (choice.settled()) {
        other();
      } else {
        headers = 0;
        state = State.BODY;
        bodyLine();
        return;
      }
    }
    position.advance(line.bytes(), line.from(), line.to());
  }

  private void header(boolean ofRequest) {
    if (++headers > maxHeaders) {
      headersCut = true;
      other();
      return;
    }
    if (line.isFolded()) {
      // Token and length are one word. An indented line after one is body text of a look-alike.
      if (watchedField != null && watched.isEmpty()) {
        watched.append(line);
      }
    } else {
      settleWatched();
      watch(ofRequest ? FieldName.CONTENT_LENGTH : FieldName.RESPONSE_TRACE_TOKEN);
    }
    if (ofRequest) {
      listener.requestHeader(line);
    } else {
      listener.responseHeader(line);
    }
  }

  private void watch(FieldName wanted) {
    if (line.field() == wanted) {
      watchedField = wanted;
      watched.clear();
      watched.append(line);
    }
  }

  /** Uses the value that was watched, as no folded line can change it any more. */
  private void settleWatched() {
    if (watchedField == FieldName.CONTENT_LENGTH) {
      choice.contentLength(watched);
    } else if (watchedField == FieldName.RESPONSE_TRACE_TOKEN) {
      choice.responseToken(watched);
    }
    watchedField = null;
  }

  private void bodyLine() {
    if (!held.isEmpty()) {
      if (line.blank() && held.addBlankLine(line)) {
        position.advance(line.bytes(), line.from(), line.to());
        return;
      }
      if (held.allowsHeader() && line.isHeader()) {
        confirmHeld();
        state = State.RESPONSE_HEADERS;
        responseHeaderLine();
        return;
      }
      releaseHeld();
    }
    if (!hold()) {
      body(line.bytes(), line.from(), line.to());
    }
    position.advance(line.bytes(), line.from(), line.to());
    atLineStart = !line.cut();
  }

  /** Keeps the line if it may be the status line. */
  private boolean hold() {
    StatusForm form = atLineStart ? StatusForm.of(line) : StatusForm.NONE;
    if (form == StatusForm.NONE) {
      return false;
    }
    int ordinal = ++statusLines;
    boolean wanted = knownOrdinal == 0 ? choice.admits(form) : knownOrdinal == ordinal;
    if (wanted) {
      held.hold(line, ordinal, form, position);
    }
    return wanted;
  }

  private void confirmHeld() {
    int ordinal = held.ordinal();
    boolean endsContent = choice.add(ordinal, held.form(), held.position());
    heldLine.set(held.bytes(), 0, held.lineEnd(), false);
    int status = StatusForm.statusOf(heldLine);
    long requestBytes = held.position().contentEnd();
    listener.status(
        new RequestLogListener.Candidate(ordinal, status, requestBytes, endsContent), heldLine);
    if (held.length() > held.lineEnd()) {
      listener.other(held.bytes(), held.lineEnd(), held.length());
    }
    held.clear();
    headers = 0;
  }

  private void releaseHeld() {
    body(held.bytes(), 0, held.length());
    held.clear();
  }

  private void body(byte[] bytes, int from, int to) {
    if (choice.isEmpty()) {
      listener.requestBody(bytes, from, to);
    } else {
      listener.responseBody(bytes, from, to);
    }
  }

  private void other() {
    listener.other(line.bytes(), line.from(), line.to());
  }
}

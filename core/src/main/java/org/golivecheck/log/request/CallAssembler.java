package org.golivecheck.log.request;

import java.time.Instant;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.exchange.FieldValues;
import org.golivecheck.log.exchange.LogTimestamp;
import org.golivecheck.log.exchange.Response;
import org.jspecify.annotations.Nullable;

/**
 * Fills an exchange from the events of an entry.
 *
 * <p>While the true status line is uncertain it keeps two responses: the likeliest by {@code
 * Content-Length} and the latest. The true response is always one of these.
 */
final class CallAssembler implements RequestLogListener {
  private final Exchange exchange;
  private final FieldValues prologue = new FieldValues();
  private final Part first;
  private final Part second;

  private @Nullable RequestLine requestLine;
  private long timestampLine;
  private boolean requestLineCut;
  private @Nullable Part latest;
  private @Nullable Part byLength;
  private @Nullable Part chosen;

  CallAssembler(Exchange exchange, int maxDepth) {
    this.exchange = exchange;
    first = new Part(exchange.response());
    second = new Part(new Response(maxDepth));
  }

  /** Begins an entry. */
  void start() {
    exchange.start();
    prologue.clear();
    requestLine = null;
    requestLineCut = false;
    timestampLine = 0;
    latest = null;
    byLength = null;
    chosen = null;
  }

  @Override
  public void prologue(LogLine line) {
    if (line.field() == FieldName.TIMESTAMP && timestampLine == 0) {
      timestampLine = line.number();
    }
    line.addTo(prologue);
  }

  @Override
  public void requestLine(LogLine line) {
    requestLine = RequestLine.parse(line);
    requestLineCut = line.cut();
  }

  @Override
  public void requestHeader(LogLine line) {
    line.addTo(exchange.request());
  }

  @Override
  public void requestBody(byte[] bytes, int from, int to) {
    // Nothing of the body is kept. Its size comes with the status line.
  }

  @Override
  public void status(Candidate candidate, LogLine line) {
    if (byLength != null) {
      byLength.response.body(line.bytes(), line.from(), line.to());
    }
    // The other part than the likeliest by length, which may still be needed.
    Part part = byLength == first ? second : first;
    if (candidate.endsContent()) {
      byLength = part;
    }
    part.start(candidate);
    latest = part;
  }

  @Override
  public void responseHeader(LogLine line) {
    if (latest != null) {
      line.addTo(latest.response.fields());
    }
    alsoByLength(line.bytes(), line.from(), line.to());
  }

  @Override
  public void responseBody(byte[] bytes, int from, int to) {
    if (latest != null) {
      latest.response.body(bytes, from, to);
    }
    alsoByLength(bytes, from, to);
  }

  @Override
  public void other(byte[] bytes, int from, int to) {
    alsoByLength(bytes, from, to);
  }

  /** If an earlier response is the true one, what seems to follow it is its body. */
  private void alsoByLength(byte[] bytes, int from, int to) {
    if (byLength != null && byLength != latest) {
      byLength.response.body(bytes, from, to);
    }
  }

  @Override
  public void end(int ordinal) {
    if (latest != null && latest.candidate.ordinal() == ordinal) {
      chosen = latest;
    } else if (byLength != null && byLength.candidate.ordinal() == ordinal) {
      chosen = byLength;
    }
  }

  /** Returns whether a limit cut something that is kept. */
  boolean cut() {
    return requestLineCut
        || exchange.request().cut()
        || prologue.cut()
        || (chosen != null && chosen.response.cut());
  }

  /** Returns the time as logged, or null if the entry has none. */
  @Nullable String timestampText() {
    return prologue.text(FieldName.TIMESTAMP);
  }

  /** Returns the line of the time, or 0 if the entry has none. */
  long timestampLine() {
    return timestampLine;
  }

  /** Returns when the call ended, or null if that is unreadable. */
  @Nullable Instant timestamp() {
    String text = timestampText();
    return text == null ? null : LogTimestamp.parse(text);
  }

  /** Returns method and URL, or null if they are unreadable. */
  @Nullable RequestLine requestLine() {
    return requestLine;
  }

  /** Returns the true response, or null if the entry has none. */
  @Nullable Part response() {
    return chosen;
  }

  /** Returns the exchange of an entry that has all the parts that a call needs. */
  Exchange exchange(String source, Instant timestamp, RequestLine line, Part part) {
    exchange.time(timestamp);
    exchange.method(line.method());
    exchange.url(line.url());
    exchange.operation(OperationHint.of(source));
    exchange.requestBytes(part.candidate.requestBytes());
    exchange.respond(part.response);
    exchange.traceToken(prologue.text(FieldName.TRACE_TOKEN));
    return exchange;
  }

  /** A response, true or not. Reused. */
  static final class Part {
    private final Response response;
    private Candidate candidate = new Candidate(0, 0, 0, false);

    Part(Response response) {
      this.response = response;
    }

    void start(Candidate status) {
      candidate = status;
      response.start(status.status());
    }

    Candidate candidate() {
      return candidate;
    }
  }
}

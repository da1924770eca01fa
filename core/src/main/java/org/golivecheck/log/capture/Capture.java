package org.golivecheck.log.capture;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.json.JsonInput;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * The numbered exchanges of one capture after another, in whatever order the parts of an exchange
 * come. What is not an HTTP request, such as a tunnel or an image within a page, is passed over.
 * Not thread-safe.
 */
final class Capture {
  private static final int MAX_METHOD = 32;
  private static final byte[] NO_BODY = new byte[0];

  private final ExchangeCalls calls;
  private final Exchange exchange;
  private String source = "";
  private long number;
  private String status = "";
  private String failure = "";
  private byte[] responseBody = NO_BODY;
  private boolean bodyCut;

  /** Reads one JSON document where a parser stands. */
  interface DocumentReader {
    void read(JsonParser json) throws IOException;
  }

  Capture(ReadContext context) {
    calls = new ExchangeCalls(context);
    exchange = calls.open();
  }

  /** Begins a capture. */
  void start(String newSource, Consumer<? super ApiCall> target) {
    source = newSource;
    number = 0;
    calls.start(newSource, target);
  }

  /** Goes on with the capture. */
  void handTo(Consumer<? super ApiCall> target) {
    calls.handTo(target);
  }

  /** Ends the capture. */
  void finish() {
    calls.end();
  }

  /** Reads a capture that is JSON, and returns whether it does not break off, which is reported. */
  boolean readJson(JsonInput input, InputStream in, DocumentReader documents) throws IOException {
    try (JsonParser json = input.open(in)) {
      boolean hasDocument = false;
      try {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          documents.read(json);
          hasDocument = true;
        }
        return true;
      } catch (IOException e) {
        if (!Json.isOfText(e)) {
          throw e;
        }
        // Before what is buffered is released, by which it would move.
        JsonLocation at = json.currentLocation();
        if (hasDocument && json.getParsingContext().inRoot() && isLastDocument(json)) {
          calls.passOver();
          return true;
        }
        breakOff(at.getLineNr(), at.getByteOffset(), Json.reason(e));
        return false;
      }
    }
  }

  /** Returns whether no line of what is left begins as a document does, and reads it to its end. */
  private static boolean isLastDocument(JsonParser json) throws IOException {
    if (!(json.getInputSource() instanceof InputStream unread)) {
      return false;
    }
    ByteArrayOutputStream ahead = new ByteArrayOutputStream();
    json.releaseBuffered(ahead);
    int last = 0;
    try (InputStream rest =
        new SequenceInputStream(
            new ByteArrayInputStream(ahead.toByteArray()), new BufferedInputStream(unread))) {
      for (int next = rest.read(); next >= 0; next = rest.read()) {
        if (last == '\n' && (next == '{' || next == '[')) {
          return false;
        }
        last = next;
      }
    }
    return true;
  }

  /** Begins the exchange of a JSON value where a parser stands. */
  void begin(JsonParser json) {
    JsonLocation at = json.currentTokenLocation();
    begin(number + 1, at.getLineNr(), at.getByteOffset());
  }

  /**
   * Begins the exchange that has a number in the capture itself.
   *
   * @param line where it is, from 1 on, or 0 where lines do not apply
   * @param offset how many bytes of the capture are before it, or -1
   */
  void begin(long newNumber, long line, long offset) {
    number = newNumber;
    status = "";
    failure = "";
    responseBody = NO_BODY;
    bodyCut = false;
    exchange.start();
    exchange.at(line, offset);
  }

  /** Returns the exchange, to be filled but for status and body of the response. */
  Exchange exchange() {
    return exchange;
  }

  void method(@Nullable String text) {
    exchange.method(text == null ? "" : text.strip());
  }

  /** Takes the absolute URL. */
  void url(@Nullable String text) {
    exchange.url(text == null ? "" : text.strip());
  }

  /** Takes the status; 0 and nothing mean a request without a response. */
  void status(@Nullable String text) {
    status = text == null ? "" : text.strip();
  }

  /** Takes the body of the response, or the beginning of it. */
  void responseBody(byte[] bytes) {
    responseBody = bytes;
  }

  /** Takes what the client says where no response came. */
  void failure(@Nullable String text) {
    failure = text == null ? "" : text;
  }

  void responseBody(String text) {
    responseBody = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Notes that a limit cut the body of the response. */
  void noteBodyCut() {
    bodyCut = true;
  }

  /** Returns whether the exchange is one of HTTP, with a server. */
  private boolean isHttp() {
    if (exchange.method().equalsIgnoreCase("CONNECT")) {
      return false;
    }
    String url = exchange.url();
    int colon = url.indexOf(':');
    boolean otherScheme = colon > 0 && url.indexOf('/') != 0 && !isWeb(url);
    return !otherScheme;
  }

  private static boolean isWeb(String url) {
    return url.regionMatches(true, 0, "https://", 0, 8)
        || url.regionMatches(true, 0, "http://", 0, 7);
  }

  /** Passes the exchange over: it is not a call. */
  void passOver() {
    calls.passOver();
  }

  /**
   * Ends the exchange: hands its call on, or reports why it is not one.
   *
   * @param timeDefect what is wrong with the time if the exchange has none
   */
  void end(String timeDefect) {
    if (!isHttp()) {
      passOver();
      return;
    }
    int code = ExchangeCalls.status(status);
    String defect = defect(code);
    if (defect == null && code == 0) {
      calls.unanswered(exchange.url(), failure, source + '!' + number);
      return;
    }
    if (defect == null && !exchange.isTimed()) {
      defect = timeDefect;
    }
    if (defect != null) {
      lose(defect);
      return;
    }
    exchange.status(code);
    exchange.responseBody(responseBody, 0, responseBody.length);
    if (calls.accept(exchange, source + '!' + number)) {
      calls.reportCuts(exchange, "Exchange " + number);
      if (bodyCut) {
        report(
            ProblemCode.ENTRY_LIMIT,
            "The response of exchange "
                + number
                + " is so long that errors of single items at its end were not looked for. Raise"
                + " the limit with --limit line-bytes=N.");
      }
    }
  }

  private @Nullable String defect(int code) {
    String method = exchange.method();
    if (!isMethod(method)) {
      return method.isEmpty()
          ? "has no method"
          : "has an unreadable method " + ExchangeCalls.quoted(method);
    }
    if (exchange.url().isEmpty()) {
      return "has no URL";
    }
    boolean none = status.isEmpty() || status.equals("0") || status.equals("-1");
    return code == 0 && !none ? "has an unreadable status " + ExchangeCalls.quoted(status) : null;
  }

  private static boolean isMethod(String method) {
    return !method.isEmpty()
        && method.length() <= MAX_METHOD
        && method.chars().allMatch(c -> c == '-' || c == '_' || Ascii.isLetter(c));
  }

  /** Reports that the exchange is not a call, and why. */
  void lose(String defect) {
    report(ProblemCode.BAD_RECORD, "Exchange " + number + ' ' + defect + "; it is left out.");
  }

  private void report(ProblemCode code, String message) {
    calls.report(code, exchange.line(), exchange.offset(), message);
  }

  /** Reports that the log is not a capture, and what it is. */
  void noCapture(String what) {
    calls.report(ProblemCode.UNKNOWN_FORMAT, 0, -1, what);
  }

  /** Reports that the capture ends before its end, or cannot be read further. */
  private void breakOff(long line, long offset, String reason) {
    calls.report(
        ProblemCode.TRUNCATED_ARCHIVE,
        line,
        offset,
        "is cut or damaged: "
            + reason
            + ". "
            + number
            + (number == 1 ? " exchange was" : " exchanges were")
            + " found, more may be missing; save it again.");
  }
}

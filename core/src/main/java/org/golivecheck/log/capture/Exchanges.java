package org.golivecheck.log.capture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.exchange.HttpExchange;
import org.golivecheck.log.exchange.IntegrationKeys;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LogClock;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of the exchanges of one capture after another, in whatever order the parts of an
 * exchange come. What is no HTTP request, such as a tunnel or an image within a page, is passed
 * over. Not thread-safe.
 */
final class Exchanges {
  private static final int MAX_QUOTE = 60;
  private static final int MAX_METHOD = 32;
  private static final byte[] NO_BODY = new byte[0];

  private record Header(String name, String value) {}

  private final ReadContext context;
  private final IntegrationKeys keys = new IntegrationKeys();
  private final HttpExchange exchange;
  private final int maxHeaders;
  private final int maxValue;
  private final List<Header> answerHeaders = new ArrayList<>();
  private String source = "";
  private Consumer<? super ApiCall> calls = call -> {};
  private long number;
  private long passedOver;

  private long line;
  private long offset;
  private String method = "";
  private String url = "";
  private String status = "";
  private @Nullable String date;
  private byte[] answerBody = NO_BODY;
  private int requestHeaders;
  private int answerLines;
  private boolean valueCut;
  private boolean bodyCut;

  Exchanges(ReadContext context) {
    this.context = context;
    exchange = new HttpExchange(context.limits().maxDepth(), keys);
    maxHeaders = context.limits().maxHeaders();
    maxValue = context.limits().maxLineBytes();
  }

  /** Begins a capture. */
  void start(String newSource, Consumer<? super ApiCall> target) {
    source = newSource;
    calls = target;
    number = 0;
    passedOver = 0;
    keys.forget();
  }

  /** Goes on with the capture. */
  void goOn(Consumer<? super ApiCall> target) {
    calls = target;
  }

  /** Ends the capture, or a part of it: tells how many exchanges were passed over. */
  void finish() {
    context.problems().passedOver(passedOver);
    passedOver = 0;
  }

  /** Returns how many exchanges were begun. */
  long number() {
    return number;
  }

  /**
   * Begins an exchange.
   *
   * @param newLine where it is, from 1 on, or 0 where lines do not apply
   * @param newOffset how many bytes of the capture are before it, or -1
   */
  void begin(long newLine, long newOffset) {
    begin(number + 1, newLine, newOffset);
  }

  /** Begins the exchange that has a number in the capture itself. */
  void begin(long newNumber, long newLine, long newOffset) {
    number = newNumber;
    line = newLine;
    offset = newOffset;
    method = "";
    url = "";
    status = "";
    date = null;
    answerBody = NO_BODY;
    requestHeaders = 0;
    answerLines = 0;
    valueCut = false;
    bodyCut = false;
    answerHeaders.clear();
    exchange.start();
  }

  void method(@Nullable String text) {
    method = text == null ? "" : text.strip();
  }

  /** Takes the absolute URL. */
  void url(@Nullable String text) {
    url = text == null ? "" : text.strip();
    if (url.length() > maxValue) {
      url = url.substring(0, maxValue);
      valueCut = true;
    }
  }

  /** Takes the status; 0 and nothing stand for a request without an answer. */
  void status(@Nullable String text) {
    status = text == null ? "" : text.strip();
  }

  void requestHeader(String name, String value) {
    if (++requestHeaders <= maxHeaders) {
      exchange.requestHeader(name, shortened(name, value));
    }
  }

  /** Takes the size of the body of the request; -1 where it is not known. */
  void requestBytes(long bytes) {
    exchange.requestBytes(bytes);
  }

  void requestBody(String text) {
    exchange.requestBody(text);
  }

  void requestBody(byte[] bytes, int from, int to) {
    exchange.requestBody(bytes, from, to);
  }

  void requestParameter(String name, String value) {
    exchange.requestParameter(name, value);
  }

  void answerHeader(String name, String value) {
    if (++answerLines > maxHeaders) {
      return;
    }
    if (name.equalsIgnoreCase("Date")) {
      date = value;
    } else if (FieldName.of(name) != null) {
      answerHeaders.add(new Header(name, shortened(name, value)));
    }
  }

  private String shortened(String name, String value) {
    if (value.length() <= maxValue) {
      return value;
    }
    valueCut |= FieldName.of(name) != null;
    return value.substring(0, maxValue);
  }

  /** Takes the body of the answer, or the beginning of it. */
  void answerBody(byte[] bytes) {
    answerBody = bytes;
  }

  void answerBody(String text) {
    answerBody = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Notes that a limit cut the body of the answer. */
  void noteBodyCut() {
    bodyCut = true;
  }

  /** Returns when the answer was sent, by its {@code Date} header; null where it has none. */
  @Nullable Instant date() {
    return date == null ? null : LogClock.ofHeader(date);
  }

  /** Returns the {@code Date} header of the answer as it is written, or null. */
  @Nullable String dateText() {
    return date;
  }

  /** Returns where the exchange is. */
  long line() {
    return line;
  }

  /** Returns whether the exchange is one of HTTP, with a server. */
  boolean isHttp() {
    if (method.equalsIgnoreCase("CONNECT")) {
      return false;
    }
    int colon = url.indexOf(':');
    boolean otherScheme = colon > 0 && url.indexOf('/') != 0 && !isWeb(url);
    return !otherScheme;
  }

  private static boolean isWeb(String url) {
    return url.regionMatches(true, 0, "https://", 0, 8)
        || url.regionMatches(true, 0, "http://", 0, 7);
  }

  /** Passes the exchange over: it is no call. */
  void passOver() {
    passedOver++;
  }

  /**
   * Ends the exchange: hands its call on, or reports why it is none.
   *
   * @param end when the answer had come, or null where the capture does not tell
   * @param timeDefect what is wrong with the time where {@code end} is null
   * @param took how long that took, or null where the capture does not tell
   */
  void end(@Nullable Instant end, String timeDefect, @Nullable Duration took) {
    if (!isHttp()) {
      passOver();
      return;
    }
    int code = code();
    String defect = defect(code);
    if (defect != null) {
      lose(defect);
    } else if (end == null) {
      lose(timeDefect);
    } else {
      calls.accept(call(end, took, code));
      tellCuts();
    }
  }

  private ApiCall call(Instant end, @Nullable Duration took, int code) {
    exchange.status(code);
    for (Header header : answerHeaders) {
      exchange.answerHeader(header.name(), header.value());
    }
    exchange.answerBody(answerBody, 0, answerBody.length);
    ApiCall.Builder call = exchange.call(end, method, url, source + '!' + number);
    if (took != null) {
      call.duration(took);
    }
    return call.build();
  }

  private int code() {
    if (status.length() != 3) {
      return 0;
    }
    int code = 0;
    for (int i = 0; i < 3; i++) {
      int digit = status.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      code = code * 10 + digit;
    }
    return code;
  }

  private @Nullable String defect(int code) {
    if (!isMethod()) {
      return method.isEmpty() ? "has no method" : "has an unreadable method " + quoted(method);
    }
    if (url.isEmpty()) {
      return "has no URL";
    }
    if (code < 100) {
      return status.isEmpty() || status.equals("0") || status.equals("-1")
          ? "got no answer"
          : "has an unreadable status " + quoted(status);
    }
    return null;
  }

  private boolean isMethod() {
    return !method.isEmpty()
        && method.length() <= MAX_METHOD
        && method.chars().allMatch(c -> c == '-' || c == '_' || Ascii.isLetter(c));
  }

  static String quoted(String text) {
    return '\'' + (text.length() > MAX_QUOTE ? text.substring(0, MAX_QUOTE) + "..." : text) + '\'';
  }

  /** Reports that the exchange is no call, and why. */
  void lose(String defect) {
    report(
        ProblemCode.BAD_RECORD,
        String.format(Locale.ROOT, "Exchange %d %s; it is left out.", number, defect));
  }

  private void tellCuts() {
    if (requestHeaders > maxHeaders || answerLines > maxHeaders) {
      report(
          ProblemCode.ENTRY_LIMIT,
          "Exchange "
              + number
              + " has a request or answer of more than "
              + maxHeaders
              + " headers; the others are ignored. Raise the limit with --limit headers=N.");
    }
    if (valueCut) {
      report(
          ProblemCode.ENTRY_LIMIT,
          "Exchange "
              + number
              + " has a URL or header longer than "
              + maxValue
              + " bytes, which was cut. Raise the limit with --limit line-bytes=N.");
    }
    if (bodyCut) {
      report(
          ProblemCode.ENTRY_LIMIT,
          "The answer of exchange "
              + number
              + " is so long that errors of single items at its end were not looked for. Raise the"
              + " limit with --limit line-bytes=N.");
    }
  }

  private void report(ProblemCode code, String message) {
    context.problems().report(new LogProblem(code, source, line, offset, message));
  }

  /** Reports that the log is no capture, and what it is. */
  void noCapture(String what) {
    line = 0;
    offset = -1;
    report(ProblemCode.UNKNOWN_FORMAT, what);
  }

  /**
   * Reports that the capture ends before its end, or cannot be read further.
   *
   * @param newLine where
   * @param newOffset where
   */
  void breakOff(long newLine, long newOffset, String reason) {
    line = newLine;
    offset = newOffset;
    report(
        ProblemCode.TRUNCATED_ARCHIVE,
        "is cut or damaged: "
            + reason
            + ". "
            + number
            + (number == 1 ? " exchange was" : " exchanges were")
            + " found, more may be missing; save it again.");
  }
}

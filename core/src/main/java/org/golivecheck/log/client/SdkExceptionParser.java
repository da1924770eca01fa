package org.golivecheck.log.client;

import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.log.client.SdkExceptionStart.Sdk;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds the exceptions of DocuSign's SDKs in the log of an application. Each is a call that failed,
 * of which status and error are known and the URL is not.
 */
final class SdkExceptionParser implements LineParser {
  private static final byte[] CAUSED_BY = Ascii.bytes("Caused by");
  private static final byte[] INNER = Ascii.bytes("---> ");
  private static final byte[] FATAL_ERROR = Ascii.bytes("|FATAL_ERROR|");
  private static final byte[] AT = Ascii.bytes("at ");
  private static final byte[] STACK_TRACE = Ascii.bytes("Stack trace:");
  private static final byte[] FRAME = Ascii.bytes("#0 ");

  private final ExchangeCalls calls;
  private @Nullable LogTime time;
  private @Nullable SdkException current;
  private boolean uncaught;
  private @Nullable SdkException before;
  private @Nullable SdkException thrown;

  SdkExceptionParser(ReadContext context) {
    calls = new ExchangeCalls(context);
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target);
    time = null;
    current = null;
    before = null;
    thrown = null;
  }

  @Override
  public void end() {
    endRecord();
    calls.end();
  }

  @Override
  public boolean line(TextLine line) {
    if (line.continued()) {
      return false;
    }
    LogTime own = isIndented(line) ? null : LogTimes.in(line.bytes(), line.from(), line.to());
    LogTime lineTime = line.logged() != null ? line.logged() : own;
    boolean timed = own != null && own.from() - line.from() <= 1;
    SdkExceptionStart start = SdkExceptionStart.find(line);
    SdkException open = current;
    if (start == null && open != null && !timed && !isEnd(line, open)) {
      open.line(line);
      return true;
    }
    if (start == null || !isDumpOf(open, start, line)) {
      endRecord();
    }
    if (lineTime != null) {
      time = lineTime;
      before = null;
    }
    if (start == null) {
      return false;
    }
    if (current != null) {
      current.line(line);
    } else {
      current = new SdkException(start, line, time);
      uncaught = line.indexOf(FATAL_ERROR, line.from(), line.to()) >= 0;
      boolean cause =
          line.startsWith(CAUSED_BY) || line.indexOf(INNER, line.from(), start.at()) >= 0;
      boolean ofSameRecord = time != null || cause || start.sdk() == Sdk.NODE;
      if (!ofSameRecord && before != null && !current.follows(before)) {
        before = null;
      }
    }
    return true;
  }

  private static boolean isIndented(TextLine line) {
    return line.isEmpty() || line.bytes()[line.from()] == ' ' || line.bytes()[line.from()] == '\t';
  }

  /** Returns whether a line cannot be of the exception any more. */
  private static boolean isEnd(TextLine line, SdkException open) {
    if (line.isEmpty()) {
      return !open.goesOnAfterEmptyLines();
    }
    return open.isFull() || line.startsWith(CAUSED_BY);
  }

  /** Returns whether a dump of an error repeats its own message, or contains its cause. */
  private static boolean isDumpOf(
      @Nullable SdkException open, SdkExceptionStart start, TextLine line) {
    return open != null && open.isDump() && start.sdk() == Sdk.NODE && isIndented(line);
  }

  /** Returns whether a line is of the stack trace after an exception. */
  static boolean isTrace(TextLine line) {
    int at = line.from();
    while (at < line.to() && (line.bytes()[at] == ' ' || line.bytes()[at] == '\t')) {
      at++;
    }
    return (at > line.from() && line.has(AT, at))
        || line.startsWith(STACK_TRACE)
        || line.startsWith(FRAME);
  }

  /** Returns whether an exception has begun whose further lines may follow. */
  boolean isInException() {
    return current != null;
  }

  @Override
  public void endRecord() {
    SdkException ended = current;
    current = null;
    if (ended == null || !ended.isOfDocuSign()) {
      return;
    }
    // Salesforce logs an exception when it is thrown, and again where nothing caught it.
    SdkException earlier = uncaught && ended.isOf(Sdk.APEX) ? thrown : before;
    if (earlier == null || !ended.repeats(earlier)) {
      call(ended);
    }
    before = ended;
    thrown = ended.isOf(Sdk.APEX) ? ended : thrown;
  }

  private void call(SdkException ended) {
    if (ended.hasNoResponse()) {
      calls.withoutResponse(ended.line(), ended.url(), ended.text());
      return;
    }
    Exchange exchange = calls.open();
    exchange.at(ended.line(), -1);
    String method = ended.method();
    String url = ended.url();
    exchange.method(method == null || url == null ? ApiCall.NO_METHOD : method);
    exchange.url(url == null ? "/" : url);
    if (url == null) {
      exchange.gap(Gap.URL);
    } else if (method == null) {
      exchange.gap(Gap.METHOD);
    }
    exchange.respond(ended.status(), ended.time());
    exchange.date(ended.date());
    exchange.responseField(FieldName.RESPONSE_TRACE_TOKEN, ended.traceToken());
    ended.headers().forEach(exchange::requestHeader);
    ended.headers().forEach(exchange::responseHeader);
    exchange.operation(ended.operation());
    exchange.error(ended.error());
    if (ended.impliesStatus()) {
      exchange.gap(Gap.STATUS);
    }
    calls.close(exchange);
  }
}

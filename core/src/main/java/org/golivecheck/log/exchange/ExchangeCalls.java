package org.golivecheck.log.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of exchanges: of those that are answered. A request without an answer, or an answer
 * without a request, is a problem if it may be about DocuSign. Not thread-safe.
 */
public final class ExchangeCalls {
  private static final int MOST_SPARE = 64;

  private final ReadLimits limits;
  private final CallTimes times;
  private final IntegrationKeys keys = new IntegrationKeys();
  private final ArrayDeque<OpenExchange> spare = new ArrayDeque<>();
  private Consumer<? super ApiCall> calls = call -> {};

  public ExchangeCalls(ReadContext context) {
    this.limits = context.limits();
    this.times = new CallTimes(context);
  }

  /** Begins a log. */
  public void start(String source, Consumer<? super ApiCall> target) {
    calls = target;
    keys.forget();
    times.start(source);
  }

  /** Ends the log: tells of calls that lack a time zone. */
  public void end() {
    times.end();
  }

  /** Returns an exchange that begins at a line. */
  public OpenExchange open(String method, String url, TextLine at, @Nullable LogTime sent) {
    OpenExchange exchange = spare.poll();
    if (exchange == null) {
      exchange = new OpenExchange(limits.maxDepth(), limits.maxHeaders(), keys);
    }
    exchange.start(method, url, at, sent);
    return exchange;
  }

  /** Ends an exchange: hands its call on, or reports that it has no answer. */
  public void close(OpenExchange exchange) {
    if (exchange.status() == 0) {
      unanswered(exchange);
    } else {
      answered(exchange);
    }
    if (spare.size() < MOST_SPARE) {
      spare.push(exchange);
    }
  }

  private void unanswered(OpenExchange exchange) {
    if (mayBeOfDocuSign(exchange.url())) {
      times.lose(
          exchange.line(),
          exchange.offset(),
          "The request has no answer in the log; the call is left out.");
    }
  }

  private static boolean mayBeOfDocuSign(String url) {
    return url.contains("docusign.") || url.contains("/restapi/");
  }

  /** Reports an answer whose request is not in the log. */
  public void withoutRequest(TextLine at) {
    times.lose(
        at.number(),
        at.offset(),
        "The answer has no request before it in the log; the call is left out.");
  }

  /** Reports that a line should begin a request. */
  public void withoutRequestLine(TextLine at) {
    times.lose(
        at.number(),
        at.offset(),
        "The line has no method and URL of a request; the call is left out.");
  }

  private void answered(OpenExchange exchange) {
    CallTimes.When when = times.of(exchange.answered(), exchange.date(), exchange.line());
    if (when == null) {
      return;
    }
    ApiCall.Builder call =
        exchange
            .http()
            .call(when.time(), exchange.method(), exchange.url(), times.place(exchange.line()))
            .gaps(when.gaps());
    long nanos = nanos(exchange);
    if (nanos >= 0) {
      call.duration(Duration.ofNanos(nanos));
    }
    calls.accept(call.build());
  }

  /** Returns how long a call took, or -1; clocks that show whole seconds do not tell. */
  private static long nanos(OpenExchange exchange) {
    if (exchange.millis() >= 0) {
      return exchange.millis() * 1_000_000;
    }
    LogTime sent = exchange.sent();
    LogTime answered = exchange.answered();
    if (sent == null || answered == null || (sent.nanos() | answered.nanos()) == 0) {
      return -1;
    }
    return answered.nanosSince(sent);
  }
}

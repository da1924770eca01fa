package org.golivecheck.log.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.http.IntegrationKeys;
import org.golivecheck.log.read.ReadContext;
import org.golivecheck.log.text.LogClock;
import org.golivecheck.log.text.LogTime;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of exchanges: of those that are answered. A request without an answer, or an answer
 * without a request, is a problem if it may be about DocuSign. Not thread-safe.
 */
final class ExchangeCalls {
  private static final Set<Gap> NO_TIME = Set.of(Gap.TIME);
  private static final int MOST_SPARE = 64;

  private final ReadContext context;
  private final LogClock clock;
  private final IntegrationKeys keys = new IntegrationKeys();
  private final ArrayDeque<OpenExchange> spare = new ArrayDeque<>();
  private String source = "";
  private Consumer<? super ApiCall> calls = call -> {};
  private boolean timed;
  private long timeless;

  ExchangeCalls(ReadContext context) {
    this.context = context;
    this.clock = new LogClock(context);
  }

  /** Begins a log. */
  void start(String newSource, Consumer<? super ApiCall> target) {
    source = newSource;
    calls = target;
    timed = false;
    timeless = 0;
    keys.forget();
    clock.start(newSource);
  }

  /** Ends the log: tells of calls that lack a time zone. */
  void end() {
    clock.end();
  }

  /** Returns an exchange that begins at a line. */
  OpenExchange open(String method, String url, TextLine at, @Nullable LogTime sent) {
    OpenExchange exchange = spare.poll();
    if (exchange == null) {
      exchange = new OpenExchange(context.limits().maxDepth(), context.limits().maxHeaders(), keys);
    }
    exchange.start(method, url, at, sent);
    return exchange;
  }

  /** Ends an exchange: hands its call on, or reports that it has no answer. */
  void close(OpenExchange exchange) {
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
      lose(
          exchange.line(),
          exchange.offset(),
          "The request has no answer in the log; the call is left out.");
    }
  }

  private static boolean mayBeOfDocuSign(String url) {
    return url.contains("docusign.") || url.contains("/restapi/");
  }

  /** Reports an answer whose request is not in the log. */
  void withoutRequest(TextLine at) {
    lose(
        at.number(),
        at.offset(),
        "The answer has no request before it in the log; the call is left out.");
  }

  /** Reports a call that is left out. */
  void lose(long line, long offset, String message) {
    context
        .problems()
        .report(new LogProblem(ProblemCode.BAD_RECORD, source, line, offset, message));
  }

  private void answered(OpenExchange exchange) {
    LogTime time = exchange.answered();
    Instant timestamp = clock.instant(time, exchange.date());
    boolean ordered = timestamp == null && time == null && !timed;
    if (ordered) {
      timestamp = Instant.EPOCH.plusMillis(timeless++);
    } else {
      timed = true;
    }
    if (timestamp == null) {
      withoutTime(exchange, time);
      return;
    }
    ApiCall.Builder call =
        exchange
            .http()
            .call(timestamp, exchange.method(), exchange.url(), source + ":" + exchange.line());
    if (ordered) {
      call.gaps(NO_TIME);
    }
    long nanos = nanos(exchange);
    if (nanos >= 0) {
      call.duration(Duration.ofNanos(nanos));
    }
    calls.accept(call.build());
  }

  private void withoutTime(OpenExchange exchange, @Nullable LogTime time) {
    if (time != null) {
      clock.lose(time, exchange.line());
    } else {
      lose(
          exchange.line(),
          exchange.offset(),
          "Neither the line nor the Date header of the answer tells when this call was; it is"
              + " left out.");
    }
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

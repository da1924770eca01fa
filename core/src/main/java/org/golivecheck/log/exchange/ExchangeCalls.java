package org.golivecheck.log.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.Unanswered;
import org.golivecheck.call.body.ErrorBody;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.exchange.Response.ErrorBodyParser;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LogClock;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of exchanges, for the readers of all formats: decides when a call was, and words what
 * is left out or cut. Reads one log after another. Not thread-safe.
 */
public final class ExchangeCalls {
  private static final int MOST_SPARE = 64;
  private static final int MAX_QUOTE = 60;

  private final ReadContext context;
  private final Vantage vantage;
  private final ErrorBodyParser errorBodies;
  private final LogClock clock;
  private final @Nullable IntegrationKeys keys;
  private final ArrayDeque<Exchange> spare = new ArrayDeque<>();
  private String source = "";
  private Consumer<? super ApiCall> calls = call -> {};
  private long passedOver;

  /** Sets up for logs of a client, or of a proxy in front of it. */
  public ExchangeCalls(ReadContext context) {
    this(context, Vantage.CLIENT, new IntegrationKeys(), ErrorBody::parse);
  }

  private ExchangeCalls(
      ReadContext context,
      Vantage vantage,
      @Nullable IntegrationKeys keys,
      ErrorBodyParser errorBodies) {
    this.context = context;
    this.vantage = vantage;
    this.errorBodies = errorBodies;
    this.keys = keys;
    clock = new LogClock(context);
  }

  /** Returns the maker for logs of DocuSign's own, which never show credentials. */
  public static ExchangeCalls ofDocuSign(ReadContext context, ErrorBodyParser errorBodies) {
    return new ExchangeCalls(context, Vantage.DOCUSIGN, null, errorBodies);
  }

  /** Begins a log. */
  public void start(String newSource, Consumer<? super ApiCall> target) {
    source = newSource;
    calls = target;
    passedOver = 0;
    clock.start(newSource);
    if (keys != null) {
      keys.forget();
    }
  }

  /** Goes on with the same log, handing calls to another taker. */
  public void handTo(Consumer<? super ApiCall> target) {
    calls = target;
  }

  /**
   * Ends the log, or a part of it: reports what was lost without a time zone, and other records.
   */
  public void end() {
    clock.end();
    clock.start(source);
    context.problems().passedOver(passedOver);
    passedOver = 0;
  }

  /** Counts a record that is not a call and should not be one. */
  public void passOver() {
    passedOver++;
  }

  /** Returns the clock of the log. */
  public LogClock clock() {
    return clock;
  }

  /** Returns an empty exchange. */
  public Exchange open() {
    Exchange exchange = spare.poll();
    if (exchange == null) {
      return new Exchange(context.limits(), keys);
    }
    exchange.start();
    return exchange;
  }

  /** Returns an exchange that begins at a line. */
  public Exchange open(String method, String url, TextLine at, @Nullable LogTime sent) {
    Exchange exchange = open();
    exchange.method(method);
    exchange.url(url);
    exchange.at(at.number(), at.offset());
    exchange.sent(sent);
    return exchange;
  }

  /** Ends an exchange of a line: hands its call on, or counts it if it has no response. */
  public void close(Exchange exchange) {
    if (exchange.status() > 0) {
      accept(exchange, source + ':' + exchange.line());
    } else if (mayBeOfDocuSign(exchange.url())) {
      withoutResponse(exchange.line(), exchange.url(), "");
    }
    reuse(exchange);
  }

  /** Takes back an exchange that is not needed any more. */
  public void reuse(Exchange exchange) {
    if (spare.size() < MOST_SPARE) {
      spare.push(exchange);
    }
  }

  /** Returns whether a URL is likely one of DocuSign's, so that a loss is worth reporting. */
  public static boolean mayBeOfDocuSign(String url) {
    return url.contains("docusign.") || url.contains("/restapi/");
  }

  /**
   * Hands the call of a whole exchange on. If its time cannot be understood without a time zone or
   * a date, counts it as lost instead.
   *
   * @param place what the call has as its source
   * @return whether there is a call
   */
  public boolean accept(Exchange exchange, String place) {
    Instant time = time(exchange);
    if (time == null) {
      LogTime shown = shown(exchange);
      if (shown != null) {
        clock.lose(shown, exchange.line());
        return false;
      }
      exchange.gap(Gap.TIME);
      time = Instant.EPOCH;
    }
    calls.accept(call(exchange, time, place, vantage, errorBodies));
    return true;
  }

  /** Returns when the call of an exchange ended, or null where nothing says that. */
  private @Nullable Instant time(Exchange exchange) {
    if (exchange.time() != null) {
      return exchange.time();
    }
    Instant known = clock.instant(shown(exchange), exchange.date());
    Duration took = exchange.took();
    boolean began = exchange.received() == null && exchange.began() != null;
    return known == null || took == null || !began ? known : known.plus(took);
  }

  /** Returns the time that the log shows: of the end of the exchange, or else of its beginning. */
  private static @Nullable LogTime shown(Exchange exchange) {
    return exchange.received() != null ? exchange.received() : exchange.began();
  }

  /**
   * Returns the call of an exchange as a client sees it.
   *
   * @param time when it ended
   * @param place what the call has as its source
   */
  public static ApiCall call(Exchange exchange, Instant time, String place) {
    return call(exchange, time, place, Vantage.CLIENT, ErrorBody::parse);
  }

  private static ApiCall call(
      Exchange exchange, Instant time, String place, Vantage vantage, ErrorBodyParser errorBodies) {
    Response response = exchange.response();
    FieldValues fields = response.fields();
    String token = fields.text(FieldName.RESPONSE_TRACE_TOKEN);
    ApiCall.Builder call =
        ApiCall.builder(time, exchange.method(), exchange.url(), exchange.status())
            .source(place)
            .vantage(vantage)
            .loggedOperation(exchange.operation())
            .client(exchange.request().client())
            .legacyAuthentication(exchange.request().has(FieldName.AUTHENTICATION))
            .requestBytes(exchange.requestSize())
            .traceToken(exchange.traceToken() != null ? exchange.traceToken() : token)
            .answeredByDocuSign(token != null)
            .limits(fields.limits())
            .identity(exchange.identity())
            .grant(exchange.grant())
            .duration(duration(exchange));
    if (!exchange.gaps().isEmpty()) {
      call.gaps(exchange.gaps());
    }
    ApiError said = exchange.error();
    List<ItemError> items = exchange.itemErrors();
    if (response.succeeded()) {
      call.itemErrors(items != null ? items : response.itemErrors());
    } else {
      call.error(said != null ? said : response.error(errorBodies));
    }
    return call.build();
  }

  /** Returns how long a call took, or null where nothing says that. */
  private static @Nullable Duration duration(Exchange exchange) {
    if (exchange.took() != null) {
      return exchange.took();
    }
    LogTime sent = exchange.sent();
    LogTime received = exchange.received();
    // Clocks that show whole seconds say too little.
    if (sent != null && received != null && (sent.nanos() | received.nanos()) != 0) {
      long nanos = received.nanosSince(sent);
      if (nanos >= 0) {
        return Duration.ofNanos(nanos);
      }
    }
    return Response.timeTrack(exchange.response().fields().text(FieldName.TIME_TRACK));
  }

  /** Reports a response whose request is not in the log. */
  public void withoutRequest(TextLine at) {
    withoutRequest(at.number(), at.offset());
  }

  /** Reports a response whose request is not in the log. */
  public void withoutRequest(long line, long offset) {
    lose(line, offset, "The response has no request before it in the log; the call is left out.");
  }

  /**
   * Counts a request that got no response, which is not a call.
   *
   * @param url its URL, or null if unknown
   * @param text what the client says of the failure; may be empty
   */
  public void withoutResponse(long line, @Nullable String url, String text) {
    unanswered(url, text, source + ':' + line);
  }

  /** Counts a request that got no response at a place. */
  public void unanswered(@Nullable String url, String text, String place) {
    context.problems().unanswered(Unanswered.of(url, text, place));
  }

  /** Reports that a line should begin a request. */
  public void withoutRequestLine(TextLine at) {
    lose(
        at.number(),
        at.offset(),
        "The line has no method and URL of a request; the call is left out.");
  }

  /** Reports a call that is left out, in a sentence that says why. */
  public void lose(long line, long offset, String message) {
    report(ProblemCode.BAD_RECORD, line, offset, message);
  }

  /**
   * Reports that the log was not read beyond a record, or the record not to its end, so that calls
   * may be missing: a limit was reached, or the log is cut.
   */
  public void loseUnread(long line, long offset, String message) {
    context
        .problems()
        .report(
            new LogProblem(
                ProblemCode.BAD_RECORD,
                new LogProblem.Position(source, line, offset),
                message,
                true));
  }

  /**
   * Reports what limits cut of an exchange whose call was handed on.
   *
   * @param name what the exchange is called, such as {@code The entry}
   */
  public void reportCuts(Exchange exchange, String name) {
    reportCuts(
        exchange.line(), exchange.offset(), name, exchange.headersCut(), exchange.valueCut());
  }

  /**
   * Reports what limits cut.
   *
   * @param name what the exchange is called, such as {@code The entry}
   * @param headers whether there are more headers than the limit
   * @param value whether a URL or a header is longer than the limit
   */
  public void reportCuts(long line, long offset, String name, boolean headers, boolean value) {
    ReadLimits limits = context.limits();
    if (headers) {
      report(
          ProblemCode.ENTRY_LIMIT,
          line,
          offset,
          name
              + " has a request or response of more than "
              + limits.maxHeaders()
              + " headers; the others are ignored. Raise the limit with --limit headers=N.");
    }
    if (value) {
      report(
          ProblemCode.ENTRY_LIMIT,
          line,
          offset,
          name
              + " has a URL or header longer than "
              + limits.maxLineBytes()
              + " bytes, which was cut. Raise the limit with --limit line-bytes=N.");
    }
  }

  /** Reports a problem. */
  public void report(ProblemCode code, long line, long offset, String message) {
    context.problems().report(new LogProblem(code, source, line, offset, message));
  }

  /**
   * Returns the status that a text begins with, or 0 if it does not begin with one: three digits,
   * which a word or {@code .0} may follow.
   */
  public static int status(@Nullable String text) {
    if (text == null || text.length() < 3) {
      return 0;
    }
    int status = 0;
    for (int i = 0; i < 3; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      status = status * 10 + digit;
    }
    boolean ends = text.length() == 3 || text.charAt(3) == ' ' || text.startsWith(".0", 3);
    return ends && status >= 100 ? status : 0;
  }

  /** Returns a text for a message, in quotes and shortened. */
  public static String quoted(String text) {
    return '\'' + (text.length() <= MAX_QUOTE ? text : text.substring(0, MAX_QUOTE) + "...") + '\'';
  }
}

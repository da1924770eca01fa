package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.golivecheck.cli.fetch.FetchException.Kind;
import org.golivecheck.cli.fetch.FetchPlan.Rhythm;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a log again and again, and clears it every time, so that DocuSign logs more calls than
 * one log takes. Ends by itself; earlier where going on makes no sense.
 */
final class FetchLoop {
  private static final int FAILURES = 3;

  private final RequestLog log;
  private final Requests requests;
  private final Rhythm rhythm;
  private final boolean clearFirst;
  private final LogFetcher.Sink sink;
  private final LogFetcher.Listener messages;
  private final LogFetcher.@Nullable Integration integration;
  private int logs;

  FetchLoop(
      RequestLog log,
      Requests requests,
      Rhythm rhythm,
      boolean clearFirst,
      LogFetcher.Sink sink,
      LogFetcher.Listener messages,
      LogFetcher.@Nullable Integration integration) {
    this.log = log;
    this.requests = requests;
    this.rhythm = rhythm;
    this.clearFirst = clearFirst;
    this.sink = sink;
    this.messages = messages;
    this.integration = integration;
  }

  /**
   * Fetches until the time is over.
   *
   * @throws FetchException if it has to end earlier; what was fetched until then is with the sink
   */
  void run() throws FetchException {
    Instant end = requests.now().plus(rhythm.span());
    begin();
    if (integration != null) {
      try {
        integration.start();
      } catch (IOException e) {
        throw new FetchException(String.valueOf(e.getMessage()));
      }
    }
    int failures = 0;
    for (boolean last = false; !last; ) {
      last =
          await(requests.now().plus(rhythm.every()), end, "for calls to come") || leaveCalls(end);
      try {
        fetch();
        failures = 0;
      } catch (FetchException e) {
        failures++;
        if (last || failures == FAILURES || !mayPass(e, end)) {
          throw e;
        }
        messages.warning(e.getMessage() + "; going on");
        sleepUntil(requests.now().plus(e.pause()), "for the limit to end");
      }
    }
    if (logs == 0) {
      messages.warning(
          "no call was logged in all that time; run the integration as the user of the access"
              + " token");
    }
  }

  /** Switches logging on, after what is in the log already is saved and cleared if asked to. */
  private void begin() throws FetchException {
    RequestLog.State state = log.start();
    int old = state.entries().orElse(0);
    if (old > 0 && clearFirst) {
      if (log.save(state, true, earlier(sink)) == null) {
        throw new FetchException(
            Kind.REFUSED,
            "the log contains calls from before this run, which could not be kept; give -o a"
                + " folder");
      }
      messages.warning("the log contained calls from before this run; they are not judged");
      start();
    } else if (old > 0) {
      messages.warning(
          "the log contains calls from before this run, which are judged too; --clear --start"
              + " saves and clears them first");
    }
    if (!state.on() && old == 0) {
      throw new FetchException(Kind.REFUSED, LogFetcher.NOT_SWITCHED_ON);
    }
  }

  private static LogFetcher.Sink earlier(LogFetcher.Sink sink) {
    return new LogFetcher.Sink() {
      @Override
      public boolean take(FetchedLog log) {
        return sink.takeEarlier(log);
      }

      @Override
      public void stopped(String reason) {
        sink.stopped(reason);
      }
    };
  }

  /** Waits, and returns whether no more calls will come. */
  private boolean await(Instant moment, Instant end, String reason) throws FetchException {
    Instant next = earlier(moment, end);
    if (integration == null) {
      sleepUntil(next, reason);
      return !requests.now().isBefore(end);
    }
    return integration.await(Duration.between(requests.now(), next));
  }

  private boolean mayPass(FetchException failure, Instant end) {
    return (failure.kind() == Kind.UNAVAILABLE || failure.kind() == Kind.LIMIT)
        && requests.now().plus(failure.pause()).isBefore(end);
  }

  /**
   * Waits where few calls are left, since the integration needs them more than we do. Returns
   * whether no more calls will come.
   */
  private boolean leaveCalls(Instant end) throws FetchException {
    Duration pause = requests.limits().pause(requests.now());
    if (pause.isZero()) {
      return false;
    }
    messages.warning("the account has few calls left; not fetching, so that it keeps them");
    return await(requests.now().plus(pause), end, "for the account to have calls again");
  }

  private void fetch() throws FetchException {
    RequestLog.State state = log.state();
    if (state.mayContainCalls()) {
      FetchedLog fetched = log.save(state, true, sink);
      if (fetched == null) {
        throw new FetchException(
            Kind.REFUSED, "the log could not be kept, so it is not cleared and fetching ends");
      }
      if (fetched.entries() > 0) {
        describe(fetched, state);
        logs++;
        start();
        return;
      }
    }
    if (!state.on()) {
      reportOff();
      start();
    }
  }

  private void reportOff() {
    String reason = "request logging was switched off meanwhile, so calls are missing; run again";
    messages.warning(reason);
    sink.stopped(reason);
  }

  private void describe(FetchedLog fetched, RequestLog.State state) {
    if (fetched.entries() >= state.maxEntries()) {
      long shorter = Math.max(1, rhythm.every().toSeconds() / 2);
      messages.warning(
          ("the log was full before it was fetched, so calls may be missing; fetch more "
                  + "often, by --every %ss")
              .formatted(shorter));
      sink.stopped(LogFetcher.full(fetched.entries()));
    } else if (!state.on()) {
      reportOff();
    }
  }

  private void start() throws FetchException {
    if (!log.start().on()) {
      throw new FetchException(Kind.REFUSED, LogFetcher.NOT_SWITCHED_ON);
    }
  }

  private void sleepUntil(Instant moment, String reason) throws FetchException {
    Duration pause = Duration.between(requests.now(), moment);
    if (!pause.isNegative() && !pause.isZero()) {
      requests.sleep(pause, reason);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}

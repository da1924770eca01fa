package org.golivecheck.cli.fetch;

import org.jspecify.annotations.Nullable;

/** Fetches the request log of a user. */
public final class LogFetcher {
  private final FetchPlan plan;
  private final FetchMessages messages;
  private final Requests requests;
  private @Nullable RequestLog found;

  private LogFetcher(FetchPlan plan, TokenSource tokens, Time time, FetchMessages messages) {
    this.plan = plan;
    this.messages = messages;
    this.requests = new Requests(Connection.open(plan.timeout()), tokens, time, messages);
  }

  /** Returns what fetches by a plan, with the user's tokens. */
  public static LogFetcher of(FetchPlan plan, TokenSource tokens, FetchMessages messages) {
    return of(plan, tokens, Time.SYSTEM, messages);
  }

  static LogFetcher of(FetchPlan plan, TokenSource tokens, Time time, FetchMessages messages) {
    return new LogFetcher(plan, tokens, time, messages);
  }

  /**
   * Does what the plan says, once.
   *
   * @param sink takes the log, if it is to be downloaded and there is a call in it
   * @throws FetchException if something of it cannot be done; what comes after is left undone then
   */
  public void fetch(LogSink sink) throws FetchException {
    RequestLog log = log();
    boolean safe = true;
    if (plan.download()) {
      LoggingState state = log.state();
      FetchedLog fetched = log.download();
      safe = fetched.entries() == 0 || sink.take(fetched);
      tell(state, fetched);
    }
    if (plan.clear() && safe) {
      log.clear();
      messages.detail("cleared the log");
    }
    if (plan.start()) {
      tellStarted(log.start());
    }
  }

  private void tell(LoggingState state, FetchedLog fetched) {
    if (fetched.entries() == 0) {
      messages.warning("the request log holds no call" + advice(state));
    } else if (!state.on() && !plan.start()) {
      messages.warning(
          "request logging is off"
              + (fetched.entries() >= state.maxEntries()
                  ? ", since the log is full: later calls are missing; --clear empties it, and"
                      + " --start switches logging on again"
                  : "; --start switches it on again"));
    } else if (fetched.entries() >= state.maxEntries()) {
      messages.warning("the log was full: calls after the last one in it are missing");
    } else if (state.remaining().isPresent()) {
      messages.detail("the log takes " + state.remaining().getAsInt() + " more calls");
    }
  }

  private String advice(LoggingState state) {
    if (state.on()) {
      return ": logging is on, but the user of the access token has made none since; run the"
          + " integration as this user";
    }
    return plan.start()
        ? ", since logging was off; run the integration, then fetch again"
        : ", since logging is off: switch it on with --start, run the integration, then fetch"
              + " again";
  }

  private void tellStarted(LoggingState state) {
    if (!state.on()) {
      messages.warning(
          "DocuSign did not switch request logging on; ask the account administrator whether the"
              + " user may use it");
    } else if (state.isFull()) {
      messages.warning("the log is full and takes no call until it is empty; add --clear");
    } else {
      messages.warning(
          "request logging is on; the log takes "
              + (state.remaining().isPresent() ? state.remaining().getAsInt() : state.maxEntries())
              + " more calls");
    }
  }

  private RequestLog log() throws FetchException {
    RequestLog log = found;
    if (log == null) {
      Endpoint server = plan.server();
      if (server == null) {
        server = UserAccounts.server(requests, plan.authentication(), plan.account());
      }
      log = new RequestLog(requests, server);
      found = log;
    }
    return log;
  }
}

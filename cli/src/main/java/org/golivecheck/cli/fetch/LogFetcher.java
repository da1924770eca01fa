package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.golivecheck.call.DocuSignHosts;
import org.golivecheck.cli.fetch.FetchPlan.Rhythm;
import org.jspecify.annotations.Nullable;

/** Fetches the request log of a user. */
public final class LogFetcher {
  static final String NOT_SWITCHED_ON =
      "DocuSign did not switch request logging on; ask the account administrator whether the user"
          + " may use it";
  private static final String USER_INFO = "/oauth/userinfo";

  private final FetchPlan plan;
  private final Listener messages;
  private final Requests requests;
  private @Nullable RequestLog found;
  private boolean kept = true;

  private LogFetcher(FetchPlan plan, Requests requests, Listener messages) {
    this.plan = plan;
    this.requests = requests;
    this.messages = messages;
  }

  /**
   * Returns what fetches by a plan. Nothing is asked of DocuSign yet.
   *
   * @throws FetchException if what the user set up cannot be used
   */
  public static LogFetcher of(FetchPlan plan, Credentials credentials, Listener messages)
      throws FetchException {
    return of(plan, credentials, new Requests.Time(), messages);
  }

  static LogFetcher of(
      FetchPlan plan, Credentials credentials, Requests.Time time, Listener messages)
      throws FetchException {
    Requests requests = new Requests(plan.network(), credentials, time, messages);
    return new LogFetcher(plan, requests, messages);
  }

  /**
   * Does what the plan says: {@link #download}, then {@link #finish}.
   *
   * @param sink takes the log, if it is to be downloaded and there is a call in it
   * @throws FetchException if a step fails; the steps after it are then not done
   */
  public void fetch(Sink sink) throws FetchException {
    download(sink, null);
    finish(sink);
  }

  /**
   * Downloads the log, if the plan says so, and clears it as soon as all its calls are kept; by a
   * rhythm, switches logging on too.
   *
   * @param sink takes the log, if there is a call in it
   * @param integration what to run meanwhile, by a rhythm; its end is that of the rhythm
   * @throws FetchException if it cannot be downloaded
   */
  public void download(Sink sink, @Nullable Integration integration) throws FetchException {
    Rhythm rhythm = plan.rhythm();
    if (rhythm != null) {
      boolean clearFirst = plan.clear() && plan.start();
      new FetchLoop(log(), requests, rhythm, clearFirst, sink, messages, integration).run();
    } else if (plan.download()) {
      RequestLog.State state = log().state();
      FetchedLog fetched = log().save(state, plan.clear(), sink);
      if (fetched == null) {
        kept = false;
        return;
      }
      describe(state, fetched);
      reportIfStopped(state, fetched, sink);
    }
  }

  /**
   * Switches logging on unless a downloaded log could not be kept, and before that clears a log
   * that is not downloaded, each if the plan says so.
   *
   * @throws FetchException if a step fails
   */
  public void finish(Sink sink) throws FetchException {
    if (plan.rhythm() != null) {
      return;
    }
    if (plan.clear() && !plan.download()) {
      log().clear();
    }
    if (plan.start() && kept) {
      reportStarted(log().start(), sink);
    }
  }

  private void describe(RequestLog.State state, FetchedLog fetched) {
    if (fetched.entries() == 0) {
      messages.warning("the request log contains no call" + advice(state));
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
      messages.warning("the log takes " + state.remaining().getAsInt() + " more calls");
    }
  }

  private String advice(RequestLog.State state) {
    if (state.on()) {
      return ": logging is on, but the user of the access token has made none since; run the"
          + " integration as this user";
    }
    return plan.start()
        ? ", since logging was off; run the integration, then fetch again"
        : ", since logging is off: switch it on with --start, run the integration, then fetch"
            + " again";
  }

  private static void reportIfStopped(RequestLog.State state, FetchedLog fetched, Sink sink) {
    if (fetched.entries() >= state.maxEntries()) {
      sink.stopped(full(fetched.entries()));
    } else if (!state.on()) {
      sink.stopped(
          "request logging was off, so "
              + (fetched.entries() == 0 ? "no call was logged" : "later calls are missing")
              + "; switch it on with --start, run the integration, then fetch again");
    }
  }

  /** Says what is missing of a full log, and how to get it. */
  static String full(int entries) {
    return "the log was full with "
        + entries
        + " calls, so later calls are missing; empty it with --clear before the integration runs,"
        + " or fetch and empty it while the integration runs, with --every 30s --for 20m";
  }

  private void reportStarted(RequestLog.State state, Sink sink) {
    String obstacle = "";
    if (state.isFull()) {
      obstacle = "the log is full and takes no call until it is empty; add --clear";
    } else if (!state.on()) {
      obstacle = NOT_SWITCHED_ON;
    }
    if (!obstacle.isEmpty()) {
      messages.warning(obstacle);
      sink.stopped(obstacle);
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
        server = server(requests, plan.authentication(), plan.account());
      }
      log = new RequestLog(requests, server);
      found = log;
    }
    return log;
  }

  /** Lets no reply choose who gets the token: only DocuSign, or the server that has it already. */
  private static Endpoint trusted(Endpoint server, Endpoint authentication) throws FetchException {
    String host = server.uri().getHost().toLowerCase(Locale.ROOT);
    if (DocuSignHosts.isDocuSign(host) || server.host().equals(authentication.host())) {
      return server;
    }
    throw new FetchException(
        FetchException.Kind.REFUSED,
        ("%s names the server %s, which is not DocuSign's, so the access token is not "
                + "sent there; if it is right, give --base-uri %s")
            .formatted(authentication.host(), server.host(), server.uri()));
  }

  /**
   * Asks where an account is kept.
   *
   * @param account the id of the account, or null for the user's default account
   * @throws FetchException if DocuSign does not say so
   */
  private static Endpoint server(
      Requests requests, Endpoint authentication, @Nullable String account) throws FetchException {
    Reply reply = requests.ask("GET", authentication.at(USER_INFO), "application/json", null);
    for (Reply.Fields candidate : reply.fields().list("accounts")) {
      boolean wanted =
          account == null
              ? "true".equalsIgnoreCase(candidate.get("is_default"))
              : account.equalsIgnoreCase(candidate.get("account_id"));
      String server = candidate.get("base_uri");
      if (wanted && server != null) {
        return trusted(Endpoint.parse(server, "the base_uri of the account"), authentication);
      }
    }
    throw new FetchException(
        FetchException.Kind.REFUSED,
        account == null
            ? "DocuSign names no default account of the user; say which with --account, or give"
                + " --base-uri"
            : "the user of the access token is not a member of the account "
                + account
                + "; check --account and, for production, --auth-host account.docusign.com");
  }

  /** Takes logs as they are fetched. */
  public interface Sink {

    /**
     * Takes a log that contains at least one call.
     *
     * @return whether it is kept safely, so that DocuSign may forget it
     */
    boolean take(FetchedLog log);

    /**
     * Takes a log of calls that were made before the run, which are not judged.
     *
     * @return as {@link #take}
     */
    default boolean takeEarlier(FetchedLog log) {
      return take(log);
    }

    /**
     * Learns that DocuSign had stopped logging, so that calls are missing.
     *
     * @param reason which calls, and how to get them
     */
    default void stopped(String reason) {}
  }

  /** Makes the calls that are logged. */
  public interface Integration {

    /**
     * Starts, after logging is on.
     *
     * @throws IOException if it cannot be started
     */
    void start() throws IOException;

    /** Waits for its end or this long, and returns whether it has ended. */
    boolean await(Duration atMost);
  }

  /** Receives what the user should know while logs are fetched, one line per message. */
  public interface Listener {

    /** Receives what the user should know. */
    void warning(String message);

    /** Receives what is being done, for users who asked for details. */
    void detail(String message);
  }
}

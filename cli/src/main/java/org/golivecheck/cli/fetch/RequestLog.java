package org.golivecheck.cli.fetch;

import java.time.Duration;
import java.util.OptionalInt;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** The request log of one user, as DocuSign's diagnostics API offers it. */
final class RequestLog {
  private static final String SETTINGS = "/restapi/v2.1/diagnostics/settings";
  private static final String LOGS = "/restapi/v2.1/diagnostics/request_logs";
  private static final String JSON = "application/json";
  static final String ZIP = "application/zip";
  private static final String SWITCH = "apiRequestLogging";
  private static final String SWITCH_ON = "{\"" + SWITCH + "\":\"true\"}";
  private static final int NO_CONTENT = 204;
  private static final int DOWNLOADS = 3;
  private static final Duration BETWEEN_DOWNLOADS = Duration.ofSeconds(2);

  /**
   * Whether DocuSign logs the calls of the user, and how many more.
   *
   * @param on whether it does
   * @param maxEntries how many calls a log takes
   * @param remaining how many more it takes, if DocuSign says so; it also sends numbers below 0
   */
  record State(boolean on, int maxEntries, OptionalInt remaining) {
    private static final int DOCUMENTED_MAXIMUM = 50;

    /** Reads the settings as DocuSign sends them: numbers and truth values are texts. */
    static State of(Reply.Fields settings) {
      return new State(
          "true".equalsIgnoreCase(settings.get("apiRequestLogging")),
          number(settings.get("apiRequestLogMaxEntries")).orElse(DOCUMENTED_MAXIMUM),
          number(settings.get("apiRequestLogRemainingEntries")));
    }

    /** Returns whether there may be a call in the log. */
    boolean mayContainCalls() {
      return remaining.isEmpty() || remaining.getAsInt() < maxEntries;
    }

    /** Returns how many calls DocuSign counted in the log, if it says so. */
    OptionalInt entries() {
      return remaining.isPresent()
          ? OptionalInt.of(Math.min(maxEntries, maxEntries - remaining.getAsInt()))
          : remaining;
    }

    /** Returns whether it takes no further call, as far as DocuSign says. */
    boolean isFull() {
      return remaining.isPresent() && remaining.getAsInt() <= 0;
    }

    private static OptionalInt number(@Nullable String text) {
      try {
        return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.strip()));
      } catch (NumberFormatException e) {
        return OptionalInt.empty();
      }
    }
  }

  private final Requests requests;
  private final Endpoint server;

  RequestLog(Requests requests, Endpoint server) {
    this.requests = requests;
    this.server = server;
  }

  /** Returns whether calls are logged now. */
  State state() throws FetchException {
    Reply reply = requests.ask("GET", server.at(SETTINGS), JSON, null);
    if (reply.fields().get(SWITCH) == null) {
      throw unexpected("settings of request logging", reply);
    }
    return State.of(reply.fields());
  }

  /** Switches logging on, and returns the state after that. */
  State start() throws FetchException {
    Reply reply = requests.ask("PUT", server.at(SETTINGS), JSON, SWITCH_ON);
    return reply.fields().get(SWITCH) == null ? state() : State.of(reply.fields());
  }

  /** Removes all calls from the log. */
  void clear() throws FetchException {
    requests.ask("DELETE", server.at(LOGS), JSON, null);
  }

  /**
   * Downloads the log into a sink, and clears it if all calls that DocuSign counts are kept. Where
   * calls are missing, downloads again; where they stay missing, the sink learns so and nothing is
   * cleared.
   *
   * @param before the state before the download
   * @param clear whether to clear it; the calls are then counted again, directly before that
   * @return what was downloaded last, or null if the sink could not keep it
   */
  @Nullable FetchedLog save(State before, boolean clear, LogFetcher.Sink sink)
      throws FetchException {
    int kept = 0;
    for (int attempt = 1; ; attempt++) {
      FetchedLog log = download();
      if (log.entries() > kept) {
        if (!sink.take(log)) {
          return null;
        }
        kept = log.entries();
      }
      State now = clear ? state() : before;
      int counted = now.entries().orElse(Integer.MAX_VALUE);
      int earlier = Math.min(now.maxEntries(), Math.max(kept, before.entries().orElse(0)));
      if (clear && counted < earlier) {
        sink.stopped(
            "the log had %s, then %s: somebody else cleared it, so calls may be missing; let only"
                    .formatted(Words.calls(earlier), counted)
                + " one run at a time fetch the log of a user");
        return log;
      }
      if (log.entries() >= counted) {
        if (clear && counted > 0) {
          clear();
        }
        return log;
      }
      if (attempt == DOWNLOADS || now.entries().isEmpty()) {
        sink.stopped(
            (now.entries().isEmpty()
                        ? "the settings do not say how many calls were logged; the log has %2$d"
                        : "the settings counted %s, but the log has %d")
                    .formatted(Words.calls(counted), log.entries())
                + (clear ? ", so it was not cleared; run again" : "; run again"));
        return log;
      }
      requests.sleep(BETWEEN_DOWNLOADS, "calls are missing in the log");
    }
  }

  /**
   * Downloads all calls in the log.
   *
   * @throws FetchException if what comes is not, or not all of, an archive
   */
  FetchedLog download() throws FetchException {
    for (int attempt = 1; ; attempt++) {
      Reply reply = requests.ask("GET", server.at(LOGS), ZIP, null);
      byte[] body = reply.body();
      if (reply.status() == NO_CONTENT || body.length == 0) {
        return new FetchedLog(body, 0, requests.now());
      }
      OptionalInt entries = FetchedLog.countEntries(body);
      if (entries.isPresent()) {
        return new FetchedLog(body, entries.getAsInt(), requests.now());
      }
      if (body[0] != 'P') {
        throw unexpected("zip", reply);
      }
      if (attempt == DOWNLOADS) {
        throw new FetchException(
            FetchException.Kind.UNAVAILABLE,
            "the zip from %s ends too soon, %s times; nothing is cleared, so try again later"
                .formatted(server.host(), DOWNLOADS));
      }
      requests.sleep(BETWEEN_DOWNLOADS, "the zip ends too soon");
    }
  }

  private FetchException unexpected(String wanted, Reply reply) {
    return new FetchException(
        FetchException.Kind.UNAVAILABLE,
        "%s sends no %s%s; check --base-uri, and whether a proxy answers instead of DocuSign"
            .formatted(
                server.host(),
                wanted,
                reply.contentType().isEmpty() ? "" : " but " + reply.contentType()));
  }
}

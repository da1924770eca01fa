package org.golivecheck.cli.fetch;

import java.time.Duration;
import java.util.OptionalInt;

/** The request log of one user, as DocuSign's diagnostics API offers it. */
final class RequestLog {
  private static final String SETTINGS = "/restapi/v2.1/diagnostics/settings";
  private static final String LOGS = "/restapi/v2.1/diagnostics/request_logs";
  private static final String JSON = "application/json";
  private static final String ZIP = "application/zip";
  private static final String SWITCH = "apiRequestLogging";
  private static final String SWITCH_ON = "{\"" + SWITCH + "\":\"true\"}";
  private static final int NO_CONTENT = 204;
  private static final int DOWNLOADS = 3;
  private static final Duration BETWEEN_DOWNLOADS = Duration.ofSeconds(2);

  private final Requests requests;
  private final Endpoint server;

  RequestLog(Requests requests, Endpoint server) {
    this.requests = requests;
    this.server = server;
  }

  /** Returns where it is kept. */
  String host() {
    return server.host();
  }

  /** Returns whether calls are logged now. */
  LoggingState state() throws FetchException {
    Answer answer = requests.send("GET", server.at(SETTINGS), JSON, null);
    if (answer.fields().get(SWITCH) == null) {
      throw unexpected("settings of request logging", answer);
    }
    return LoggingState.of(answer.fields());
  }

  /** Switches logging on, and returns how it stands then. */
  LoggingState start() throws FetchException {
    Answer answer = requests.send("PUT", server.at(SETTINGS), JSON, SWITCH_ON);
    return answer.fields().get(SWITCH) == null ? state() : LoggingState.of(answer.fields());
  }

  /** Removes all calls from the log. */
  void clear() throws FetchException {
    requests.send("DELETE", server.at(LOGS), JSON, null);
  }

  /**
   * Downloads all calls in the log.
   *
   * @throws FetchException if what comes is not, or not all of, an archive
   */
  FetchedLog download() throws FetchException {
    for (int attempt = 1; ; attempt++) {
      Answer answer = requests.send("GET", server.at(LOGS), ZIP, null);
      byte[] body = answer.body();
      if (answer.status() == NO_CONTENT || body.length == 0) {
        return new FetchedLog(body, 0, requests.attempts().now());
      }
      OptionalInt entries = FetchedLog.countEntries(body);
      if (entries.isPresent()) {
        return new FetchedLog(body, entries.getAsInt(), requests.attempts().now());
      }
      if (body[0] != 'P') {
        throw unexpected("zip", answer);
      }
      if (attempt == DOWNLOADS) {
        throw new FetchException(
            FetchException.Kind.UNAVAILABLE,
            "the zip from "
                + server.host()
                + " ends too soon, "
                + DOWNLOADS
                + " times; nothing is cleared, so try again later");
      }
      requests.attempts().sleep(BETWEEN_DOWNLOADS, "the zip ends too soon");
    }
  }

  private FetchException unexpected(String wanted, Answer answer) {
    return new FetchException(
        FetchException.Kind.REFUSED,
        server.host()
            + " sends no "
            + wanted
            + (answer.contentType().isEmpty() ? "" : " but " + answer.contentType())
            + "; check --base-uri, and whether a proxy answers in place of DocuSign");
  }
}

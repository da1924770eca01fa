package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests, and sends them again where that may help: after a broken connection, a fault of
 * the server, or a limit that ends soon enough. All that we send may be sent twice.
 */
final class Requests {
  private static final int ATTEMPTS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long FIRST_BACKOFF_MILLIS = 1_000;

  /** The clock, and waiting by it, which takes no time in tests. */
  static class Time {
    /** Returns the current moment. */
    Instant now() {
      return Instant.now();
    }

    /**
     * Waits.
     *
     * @throws InterruptedException if the run is to end
     */
    void sleep(Duration duration) throws InterruptedException {
      Thread.sleep(duration.toMillis());
    }
  }

  /** Makes a new request for every attempt. */
  @FunctionalInterface
  interface Preparation {
    /** Makes it. */
    HttpRequest.Builder request() throws FetchException;
  }

  private final Connection connection;
  private final Credentials credentials;
  private final int maxLogBytes;
  private final Time time;
  private final LogFetcher.Listener messages;
  private Reply.Limits limits = Reply.Limits.UNKNOWN;

  /**
   * Prepares requests.
   *
   * @throws FetchException if what the user set up for the network cannot be used
   */
  Requests(
      FetchPlan.Network network, Credentials credentials, Time time, LogFetcher.Listener messages)
      throws FetchException {
    this.connection = Connection.open(network);
    this.credentials = credentials;
    this.maxLogBytes = network.maxLogBytes();
    this.time = time;
    this.messages = messages;
  }

  /** Returns what the last reply said of the limits on calls. */
  Reply.Limits limits() {
    return limits;
  }

  /** Returns the current moment. */
  Instant now() {
    return time.now();
  }

  /**
   * Asks the API in the name of the user.
   *
   * @param accept the type that the response should have
   * @param json what to send, or null for nothing
   * @return a success
   * @throws FetchException if it is refused, or fails
   */
  Reply ask(String method, URI uri, String accept, @Nullable String json) throws FetchException {
    Preparation preparation = () -> request(method, uri, accept, json);
    int maxBytes = accept.equals(RequestLog.ZIP) ? maxLogBytes : Connection.SMALL;
    Reply reply = send(uri, maxBytes, preparation);
    if (!reply.ok() && refusal(reply, uri).isOfToken() && credentials.renew()) {
      reply = send(uri, maxBytes, preparation);
    }
    if (!reply.ok()) {
      throw refusal(reply, uri).failure();
    }
    return reply;
  }

  private HttpRequest.Builder request(String method, URI uri, String accept, @Nullable String json)
      throws FetchException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .header("Accept", accept)
            .header("Authorization", credentials.token(this).authorization());
    return json == null ? request : request.header("Content-Type", "application/json");
  }

  /**
   * Sends a request until trying again makes no sense.
   *
   * @param maxBytes how many bytes the body of the response may have
   * @return a success, or a refusal that is final
   * @throws FetchException if no response comes, or only that the server is unavailable
   */
  Reply send(URI uri, int maxBytes, Preparation preparation) throws FetchException {
    for (int attempt = 1; ; attempt++) {
      Duration pause;
      FetchException failure;
      try {
        Reply reply = connection.send(preparation.request(), maxBytes);
        limits = reply.limits();
        messages.detail(uri.getPath() + " answers " + reply.status());
        Refusal refusal = refusal(reply, uri);
        pause = reply.ok() ? null : refusal.pause(backoff(attempt));
        if (pause == null) {
          return reply;
        }
        failure = refusal.failure();
      } catch (IOException e) {
        failure = Refusal.unreachable(e, uri.getAuthority(), attempt);
        pause = Refusal.isTemporary(e) ? backoff(attempt) : null;
      } catch (InterruptedException e) {
        throw interrupted();
      }
      if (pause == null || attempt == ATTEMPTS || pause.compareTo(PATIENCE) > 0) {
        throw failure;
      }
      sleep(pause, failure.getMessage());
    }
  }

  private Refusal refusal(Reply reply, URI uri) {
    return new Refusal(reply, uri.getAuthority(), now());
  }

  /**
   * Waits.
   *
   * @param reason why, for users who asked for details
   * @throws FetchException if the run is to end
   */
  void sleep(Duration pause, String reason) throws FetchException {
    messages.detail("waiting " + pause.toSeconds() + " s: " + reason);
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Twice as long each time, with a random part, so that several runs do not ask at once. */
  private static Duration backoff(int attempt) {
    long millis = FIRST_BACKOFF_MILLIS << (attempt - 1);
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2));
  }

  private static FetchException interrupted() {
    Thread.currentThread().interrupt();
    return new FetchException(FetchException.Kind.UNAVAILABLE, "fetching was interrupted");
  }
}

package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with the user's token, again where that may help: after a broken connection, a
 * fault of the server, or a limit that ends soon enough. All of them may be sent twice.
 */
final class Requests {
  private static final int ATTEMPTS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long FIRST_BACKOFF_MILLIS = 1_000;

  private final Connection connection;
  private final TokenSource tokens;
  private final Time time;
  private final FetchMessages messages;
  private CallLimits limits = CallLimits.UNKNOWN;

  Requests(Connection connection, TokenSource tokens, Time time, FetchMessages messages) {
    this.connection = connection;
    this.tokens = tokens;
    this.time = time;
    this.messages = messages;
  }

  /** Returns what the last answer told of the limits on calls. */
  CallLimits limits() {
    return limits;
  }

  /**
   * Sends a request until it succeeds.
   *
   * @param accept the type that the answer should have
   * @param json what to send, or null for nothing
   * @return a success
   * @throws FetchException if it fails for good, or for longer than it is worth to wait
   */
  Answer send(String method, URI uri, String accept, @Nullable String json) throws FetchException {
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      Duration pause;
      FetchException failure;
      try {
        Answer answer = connection.send(request(method, uri, accept, json));
        limits = answer.limits();
        messages.detail(method + " " + uri.getPath() + ": " + answer.status());
        if (answer.ok()) {
          return answer;
        }
        Refusal refusal = new Refusal(answer, uri.getAuthority(), time.now());
        if (refusal.isOfToken() && !renewed && tokens.renew()) {
          renewed = true;
          continue;
        }
        failure = refusal.failure();
        pause = refusal.pause(backoff(attempt));
      } catch (IOException e) {
        failure = Unreachable.explain(e, uri.getAuthority(), attempt);
        pause = Unreachable.isTemporary(e) ? backoff(attempt) : null;
      } catch (InterruptedException e) {
        throw interrupted();
      }
      if (pause == null || attempt == ATTEMPTS || pause.compareTo(PATIENCE) > 0) {
        throw failure;
      }
      sleep(pause, failure.getMessage());
    }
  }

  /**
   * Waits.
   *
   * @param reason why, for whoever asked for details
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

  /** Returns the moment. */
  Instant now() {
    return time.now();
  }

  private HttpRequest.Builder request(String method, URI uri, String accept, @Nullable String json)
      throws FetchException {
    BodyPublisher body =
        json == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(json, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(method, body)
            .header("Accept", accept)
            .header("Authorization", tokens.token().authorization());
    return json == null ? request : request.header("Content-Type", "application/json");
  }

  /** Twice as long every time, and not the same for everybody. */
  private static Duration backoff(int attempt) {
    long millis = FIRST_BACKOFF_MILLIS << (attempt - 1);
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2));
  }

  private static FetchException interrupted() {
    Thread.currentThread().interrupt();
    return new FetchException(FetchException.Kind.UNAVAILABLE, "fetching was interrupted");
  }
}

package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends requests again where that may help: after a broken connection, a fault of the server, or a
 * limit that ends soon enough. All that we send may be sent twice.
 */
final class Attempts {
  private static final int ATTEMPTS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long FIRST_BACKOFF_MILLIS = 1_000;

  /** Makes a new request for every attempt. */
  @FunctionalInterface
  interface Preparation {
    /** Makes it. */
    HttpRequest.Builder request() throws FetchException;
  }

  private final Connection connection;
  private final Time time;
  private final LogFetcher.Listener messages;
  private Reply.Limits limits = Reply.Limits.UNKNOWN;

  Attempts(Connection connection, Time time, LogFetcher.Listener messages) {
    this.connection = connection;
    this.time = time;
    this.messages = messages;
  }

  /** Returns what the last reply said of the limits on calls. */
  Reply.Limits limits() {
    return limits;
  }

  /** Returns the moment. */
  Instant now() {
    return time.now();
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
        Refusal refusal = new Refusal(reply, uri.getAuthority(), time.now());
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

  /** Twice as long every time, and not the same for everybody. */
  private static Duration backoff(int attempt) {
    long millis = FIRST_BACKOFF_MILLIS << (attempt - 1);
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2));
  }

  private static FetchException interrupted() {
    Thread.currentThread().interrupt();
    return new FetchException(FetchException.Kind.UNAVAILABLE, "fetching was interrupted");
  }

  /** The clock, and waiting by it; the seam at which tests let time fly. */
  interface Time {
    /** The real one. */
    Time SYSTEM =
        new Time() {
          @Override
          public Instant now() {
            return Instant.now();
          }

          @Override
          public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
          }
        };

    /** Returns the moment. */
    Instant now();

    /**
     * Waits.
     *
     * @throws InterruptedException if the run is to end
     */
    void sleep(Duration duration) throws InterruptedException;
  }
}

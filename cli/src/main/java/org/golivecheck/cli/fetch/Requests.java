package org.golivecheck.cli.fetch;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks the API in the name of the user. */
final class Requests {
  private final Attempts attempts;
  private final Tokens tokens;
  private final int maxLogBytes;

  /**
   * Prepares requests.
   *
   * @param maxLogBytes how many bytes a log may have
   */
  Requests(Attempts attempts, Tokens tokens, int maxLogBytes) {
    this.attempts = attempts;
    this.maxLogBytes = maxLogBytes;
    this.tokens = tokens;
  }

  /** Returns what the requests are sent by, and the waiting between them. */
  Attempts attempts() {
    return attempts;
  }

  /**
   * Sends a request.
   *
   * @param accept the type that the response should have
   * @param json what to send, or null for nothing
   * @return a success
   * @throws FetchException if it is refused, or fails
   */
  Reply send(String method, URI uri, String accept, @Nullable String json) throws FetchException {
    Attempts.Preparation preparation = () -> request(method, uri, accept, json);
    int maxBytes = accept.equals(RequestLog.ZIP) ? maxLogBytes : Connection.SMALL;
    Reply reply = attempts.send(uri, maxBytes, preparation);
    if (!reply.ok() && refusal(reply, uri).isOfToken() && tokens.renew()) {
      reply = attempts.send(uri, maxBytes, preparation);
    }
    if (!reply.ok()) {
      throw refusal(reply, uri).failure();
    }
    return reply;
  }

  private Refusal refusal(Reply reply, URI uri) {
    return new Refusal(reply, uri.getAuthority(), attempts.now());
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

  /** Where access tokens come from. */
  interface Tokens {
    /**
     * Returns a token that should be valid.
     *
     * @throws FetchException if no token can be got
     */
    AccessToken token() throws FetchException;

    /** Forgets a token that was refused, and returns whether there may be another. */
    default boolean renew() {
      return false;
    }
  }
}

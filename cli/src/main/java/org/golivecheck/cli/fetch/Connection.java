package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The network. Follows no redirect, since that would hand the token on. */
final class Connection {
  private static final int MAX_BODY = 512 << 20;
  private static final String USER_AGENT = "golive-check";

  private final HttpClient client;
  private final Duration timeout;

  private Connection(HttpClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  /**
   * Prepares the network.
   *
   * @param timeout how long a request may take, answer included
   */
  static Connection open(Duration timeout) {
    return new Connection(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build(),
        timeout);
  }

  /**
   * Sends a request and waits for the whole answer.
   *
   * @throws IOException if there is none, or not all of it
   */
  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(
            request.header("User-Agent", USER_AGENT).build(), head -> new LimitedBody(MAX_BODY));
    try {
      // The time of the request itself would end with the head of the answer.
      HttpResponse<byte[]> response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer within " + timeout);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      sent.cancel(true);
    }
  }

  private static IOException failure(Throwable cause) {
    return cause instanceof IOException failure ? failure : new IOException(cause);
  }
}

package org.golivecheck.junit;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.CallRecording;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of a {@link HttpClient}:
 *
 * <pre>{@code
 * HttpClient client = new RecordingHttpClient(HttpClient.newHttpClient(), recorder);
 * }</pre>
 *
 * <p>Never changes a call or makes it fail. Of a request body only the size is recorded. Web
 * sockets and pushed responses are not recorded. After redirects, only the last response is
 * recorded. Thread-safe.
 */
@SuppressWarnings("exports") // Optional dependency: the module java.net.http.
public final class RecordingHttpClient extends HttpClient {
  private final HttpClient client;
  private final CallRecorder recorder;

  /**
   * Records the calls of a client.
   *
   * @param client makes the calls
   */
  public RecordingHttpClient(HttpClient client, CallRecorder recorder) {
    this.client = Objects.requireNonNull(client, "client");
    this.recorder = Objects.requireNonNull(recorder, "recorder");
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    CallRecording recording = start(request);
    boolean succeeded = false;
    try {
      HttpResponse<T> response = client.send(request, recording(handler, recording));
      succeeded = true;
      return response;
    } finally {
      if (!succeeded) {
        recording.end();
      }
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    CallRecording recording = start(request);
    return endingIfFailed(client.sendAsync(request, recording(handler, recording)), recording);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushed) {
    CallRecording recording = start(request);
    return endingIfFailed(
        client.sendAsync(request, recording(handler, recording), pushed), recording);
  }

  private static <T> CompletableFuture<T> endingIfFailed(
      CompletableFuture<T> response, CallRecording recording) {
    var unused =
        response.whenComplete(
            (received, failure) -> {
              // A body may be read after the response has arrived.
              if (failure != null) {
                recording.end();
              }
            });
    // Not the dependent one: cancelling that would not cancel the call.
    return response;
  }

  private CallRecording start(HttpRequest request) {
    CallRecording recording = recorder.request(request.method(), request.uri().toString());
    try {
      request
          .headers()
          .map()
          .forEach((name, values) -> values.forEach(v -> recording.requestHeader(name, v)));
      request.bodyPublisher().ifPresent(body -> recording.requestBytes(body.contentLength()));
    } catch (RuntimeException | LinkageError e) {
      recorder.noteFailure(e);
    }
    return recording;
  }

  private static <T> BodyHandler<T> recording(BodyHandler<T> handler, CallRecording recording) {
    if (handler == null) {
      return handler;
    }
    return response -> {
      record(response, recording);
      return new RecordedBody<>(handler.apply(response), recording);
    };
  }

  private static void record(ResponseInfo response, CallRecording recording) {
    recording.status(response.statusCode());
    response
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(v -> recording.responseHeader(name, v)));
  }

  /** Passes on the body of a response, and records it. */
  private record RecordedBody<T>(BodySubscriber<T> body, CallRecording recording)
      implements BodySubscriber<T> {
    @Override
    public CompletionStage<T> getBody() {
      return body.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      body.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
      for (ByteBuffer part : parts) {
        byte[] bytes = new byte[part.remaining()];
        part.duplicate().get(bytes);
        recording.responseBody(bytes, 0, bytes.length);
      }
      body.onNext(parts);
    }

    @Override
    public void onError(Throwable failure) {
      recording.end();
      body.onError(failure);
    }

    @Override
    public void onComplete() {
      recording.end();
      body.onComplete();
    }
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }

  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    return client.newWebSocketBuilder();
  }

  /**
   * Closes the wrapped client, on Java 21 and later. To shut it down in another way, use the
   * wrapped client.
   */
  // Not an override in Java 17.
  @SuppressWarnings({"MissingOverride", "try"})
  public void close() {
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

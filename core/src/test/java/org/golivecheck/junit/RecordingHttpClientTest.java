package org.golivecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionException;
import org.golivecheck.recorder.CallRecorder;
import org.junit.jupiter.api.Test;

class RecordingHttpClientTest extends AdapterContract {
  private final HttpClient inner = HttpClient.newHttpClient();

  @Override
  Client recorded(CallRecorder recorder) {
    return client(new RecordingHttpClient(inner, recorder));
  }

  @Override
  Client plain() {
    return client(inner);
  }

  private static Client client(HttpClient client) {
    return (method, url, headers, body) -> {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url))
              .method(
                  method,
                  body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
      headers.forEach(request::header);
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Answered(response.statusCode(), response.body());
    };
  }

  @Test
  void recordsAsynchronousCalls() {
    HttpClient client = new RecordingHttpClient(inner, recorder());

    HttpResponse<String> response =
        client.sendAsync(request(server().url("/denied")), BodyHandlers.ofString()).join();
    client.sendAsync(request(server().url("/void")), BodyHandlers.discarding(), null).join();

    assertThat(response.body()).isEqualTo(StubServer.ERROR);
    assertThat(recorder().calls()).extracting(call -> call.status()).containsExactly(403, 204);
    assertThat(recorder().calls().findFirst().orElseThrow().error().code())
        .isEqualTo("USER_LACKS_PERMISSIONS");
  }

  @Test
  void recordsABodyThatIsReadAfterTheAnswerIsThere() throws Exception {
    HttpClient client = new RecordingHttpClient(inner, recorder());

    try (InputStream body =
        client
            .sendAsync(request(server().url("/denied")), BodyHandlers.ofInputStream())
            .join()
            .body()) {
      assertThat(body.readAllBytes()).hasSize(StubServer.ERROR.length());
    }

    assertThat(onlyCall().error().code()).isEqualTo("USER_LACKS_PERMISSIONS");
  }

  @Test
  void anAsynchronousCallThatFailsHasNoAnswer() {
    HttpClient client = new RecordingHttpClient(inner, recorder());

    assertThatThrownBy(
            () ->
                client
                    .sendAsync(request("http://localhost:1/restapi"), BodyHandlers.ofString())
                    .join())
        .isInstanceOf(CompletionException.class);

    assertThat(recorder().unanswered()).isEqualTo(1);
  }

  @Test
  void aHandlerThatFailsFailsTheCallAsEver() {
    HttpClient client = new RecordingHttpClient(inner, recorder());
    HttpResponse.BodyHandler<String> failing =
        answer -> {
          throw new IllegalStateException("mine");
        };

    assertThatThrownBy(() -> client.send(request(server().url("/denied")), failing))
        .hasMessageContaining("mine");

    assertThat(onlyCall().status()).isEqualTo(403);
    assertThat(recorder().failures()).isZero();
  }

  @Test
  void isTheClientInsideInAllElse() {
    HttpClient client = new RecordingHttpClient(inner, recorder());

    assertThat(client.version()).isEqualTo(inner.version());
    assertThat(client.followRedirects()).isEqualTo(inner.followRedirects());
    assertThat(client.sslContext()).isSameAs(inner.sslContext());
    assertThat(client.executor()).isEqualTo(inner.executor());
    assertThat(client.proxy()).isEqualTo(inner.proxy());
    assertThat(client.cookieHandler()).isEqualTo(inner.cookieHandler());
    assertThat(client.authenticator()).isEqualTo(inner.authenticator());
    assertThat(client.connectTimeout()).isEqualTo(inner.connectTimeout());
    assertThat(client.sslParameters().getProtocols())
        .isEqualTo(inner.sslParameters().getProtocols());
    assertThat(client.newWebSocketBuilder()).isNotNull();
  }

  private static HttpRequest request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).build();
  }
}

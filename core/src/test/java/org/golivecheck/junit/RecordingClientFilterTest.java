package org.golivecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.golivecheck.recorder.CallRecorder;
import org.junit.jupiter.api.Test;

class RecordingClientFilterTest extends AdapterContract {
  @Override
  Client recorded(CallRecorder recorder) {
    return client(ClientBuilder.newClient().register(new RecordingClientFilter(recorder)));
  }

  @Override
  Client plain() {
    return client(ClientBuilder.newClient());
  }

  private static Client client(jakarta.ws.rs.client.Client client) {
    return (method, url, headers, body) -> {
      Invocation.Builder request = client.target(url).request();
      headers.forEach(request::header);
      Response response =
          body == null
              ? request.method(method)
              : request.method(method, Entity.entity(body, MediaType.APPLICATION_JSON_TYPE));
      try (response) {
        byte[] read = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        return new Answered(response.getStatus(), read);
      }
    };
  }

  @Test
  void tellsTheIntegrationKeyOfACallFromItsLogin() throws Exception {
    Client client = recorded(recorder());
    String form =
        "grant_type=authorization_code&code=abc&client_id=0f1e2d3c-1111-4222-8333-444455556666";

    client.call("POST", server().oauthUrl(), Map.of(), form.getBytes(StandardCharsets.UTF_8));
    client.call(
        "GET",
        server().url("/denied"),
        Map.of("Authorization", "Bearer an-access-token-of-its-own"),
        null);

    assertThat(server().bodies()).containsExactly(form, "");
    assertThat(recorder().calls())
        .extracting(call -> call.identity().integrationKey())
        .containsOnly("0f1e2d3c-1111-4222-8333-444455556666");
  }

  @Test
  void anAnswerThatNobodyReadsIsRecorded() {
    jakarta.ws.rs.client.Client client =
        ClientBuilder.newClient().register(new RecordingClientFilter(recorder()));

    client.target(server().url("/denied")).request().get().close();

    assertThat(onlyCall().status()).isEqualTo(403);
  }

  @Test
  void anAnswerReadAsAStreamIsRecorded() throws Exception {
    jakarta.ws.rs.client.Client client =
        ClientBuilder.newClient().register(new RecordingClientFilter(recorder()));

    try (Response response = client.target(server().url("/denied")).request().get();
        InputStream body = response.readEntity(InputStream.class)) {
      assertThat(body.read()).isEqualTo('{');
      assertThat(body.readAllBytes()).hasSize(StubServer.ERROR.length() - 1);
    }

    assertThat(onlyCall().error().code()).isEqualTo("USER_LACKS_PERMISSIONS");
  }
}

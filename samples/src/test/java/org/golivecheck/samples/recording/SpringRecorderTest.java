package org.golivecheck.samples.recording;

import org.golivecheck.recorder.CallRecorder;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

class SpringRecorderTest extends RecorderContract {
  @Override
  Client recorded(CallRecorder calls) {
    return client(builder().requestInterceptor(new SpringRecorder(calls)).build());
  }

  @Override
  Client plain() {
    return client(builder().build());
  }

  private static RestClient.Builder builder() {
    return RestClient.builder().requestFactory(new SimpleClientHttpRequestFactory());
  }

  private static Client client(RestClient client) {
    return (url, body) ->
        client
            .post()
            .uri(url)
            .header("X-DocuSign-SDK", "Java")
            .contentType(MediaType.APPLICATION_JSON)
            .body(body)
            .exchange(
                (request, response) ->
                    new Answered(
                        response.getStatusCode().value(), response.getBody().readAllBytes()));
  }
}

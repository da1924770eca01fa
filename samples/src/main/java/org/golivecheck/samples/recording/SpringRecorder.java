package org.golivecheck.samples.recording;

import java.io.IOException;
import java.io.InputStream;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.CallRecording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Records the calls of Spring's RestClient and RestTemplate: {@code
 * RestClient.builder().requestInterceptor(new SpringRecorder(recorder))}. Neither changes a call
 * nor makes it fail.
 */
public final class SpringRecorder implements ClientHttpRequestInterceptor {
  private final CallRecorder recorder;

  /** Records to a recorder. */
  public SpringRecorder(CallRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    CallRecording recording =
        recorder.request(request.getMethod().name(), request.getURI().toString());
    request
        .getHeaders()
        .forEach((name, values) -> values.forEach(v -> recording.requestHeader(name, v)));
    recording.requestBody(body, 0, body.length);
    ClientHttpResponse response;
    try {
      response = execution.execute(request, body);
      recording.status(response.getStatusCode().value());
    } catch (IOException | RuntimeException e) {
      recording.end();
      throw e;
    }
    response
        .getHeaders()
        .forEach((name, values) -> values.forEach(v -> recording.responseHeader(name, v)));
    return new RecordedResponse(response, recording);
  }

  /** A response, whose body is recorded as the client reads it. */
  private static final class RecordedResponse implements ClientHttpResponse {
    private final ClientHttpResponse response;
    private final CallRecording recording;
    private @Nullable InputStream body;

    RecordedResponse(ClientHttpResponse response, CallRecording recording) {
      this.response = response;
      this.recording = recording;
    }

    @Override
    public InputStream getBody() throws IOException {
      InputStream recorded = body;
      if (recorded == null) {
        recorded = recording.responseBody(response.getBody());
        body = recorded;
      }
      return recorded;
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
      return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
      return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
      return response.getHeaders();
    }

    @Override
    public void close() {
      response.close();
      recording.end();
    }
  }
}

package org.golivecheck.junit;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.InputStream;
import java.util.Objects;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.CallRecording;

/**
 * Records the calls of a Jakarta REST client, such as that of the DocuSign Java SDK from 6.0:
 *
 * <pre>{@code
 * apiClient.getHttpClient().register(new RecordingClientFilter(recorder));
 * }</pre>
 *
 * <p>{@code ApiClient.setDebugging} builds another client, so register the filter after it. The SDK
 * builds a new client for each OAuth call. These calls are not recorded, and do not count for the
 * review.
 *
 * <p>Never changes a call or makes it fail. Thread-safe; a filter may be registered with several
 * clients.
 *
 * <p>A client accepts only the first filter of this class. If several classes with {@link GoLive}
 * share a client, that filter records each call to the recorder of the class that makes it.
 */
@SuppressWarnings("exports") // Optional dependency: Jakarta REST.
public final class RecordingClientFilter implements ClientRequestFilter, ClientResponseFilter {
  private static final String RECORDING = RecordingClientFilter.class.getName();

  private final CallRecorder recorder;

  /** Records to a recorder. */
  public RecordingClientFilter(CallRecorder recorder) {
    this.recorder = Objects.requireNonNull(recorder, "recorder");
  }

  @Override
  public void filter(ClientRequestContext request) {
    try {
      CallRecording recording = recorder.request(request.getMethod(), request.getUri().toString());
      request.setProperty(RECORDING, recording);
      request
          .getStringHeaders()
          .forEach((name, values) -> values.forEach(v -> recording.requestHeader(name, v)));
      if (request.hasEntity()) {
        request.setEntityStream(recording.requestBody(request.getEntityStream()));
      }
    } catch (RuntimeException | LinkageError e) {
      recorder.noteFailure(e);
    }
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    try {
      if (request.getProperty(RECORDING) instanceof CallRecording recording) {
        record(response, recording);
      }
    } catch (RuntimeException | LinkageError e) {
      recorder.noteFailure(e);
    }
  }

  private static void record(ClientResponseContext response, CallRecording recording) {
    recording.status(response.getStatus());
    response
        .getHeaders()
        .forEach((name, values) -> values.forEach(v -> recording.responseHeader(name, v)));
    // Not hasEntity: it waits for the first byte.
    InputStream body = response.getEntityStream();
    if (body == null) {
      recording.end();
    } else {
      response.setEntityStream(recording.responseBody(body));
    }
  }
}

package org.golivecheck.samples.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.CallRecording;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of Apache HttpClient 5: {@code
 * HttpClients.custom().addExecInterceptorFirst("recorder", new HttpClient5Recorder(recorder))}.
 * Neither changes a call nor makes it fail.
 */
public final class HttpClient5Recorder implements ExecChainHandler {
  private final CallRecorder recorder;

  /** Records to a recorder. */
  public HttpClient5Recorder(CallRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    CallRecording recording = recorder.request(request.getMethod(), url(request));
    for (Header header : request.getHeaders()) {
      recording.requestHeader(header.getName(), text(header));
    }
    if (request.getEntity() != null) {
      recording.requestBytes(request.getEntity().getContentLength());
    }
    ClassicHttpResponse response;
    try {
      response = chain.proceed(request, scope);
    } catch (IOException | HttpException | RuntimeException e) {
      recording.end();
      throw e;
    }
    recording.status(response.getCode());
    for (Header header : response.getHeaders()) {
      recording.responseHeader(header.getName(), text(header));
    }
    if (response.getEntity() == null) {
      recording.end();
    } else {
      response.setEntity(new RecordedEntity(response.getEntity(), recording));
    }
    return response;
  }

  private String url(ClassicHttpRequest request) {
    try {
      return request.getUri().toString();
    } catch (URISyntaxException e) {
      recorder.noteFailure();
      return request.getRequestUri();
    }
  }

  private static String text(Header header) {
    return header.getValue() == null ? "" : header.getValue();
  }

  /** The body of a response, which is recorded as the client reads it. */
  private static final class RecordedEntity extends HttpEntityWrapper {
    private final CallRecording recording;

    RecordedEntity(HttpEntity entity, CallRecording recording) {
      super(entity);
      this.recording = recording;
    }

    @Override
    public @Nullable InputStream getContent() throws IOException {
      InputStream content = super.getContent();
      return content == null ? null : recording.responseBody(content);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      try (InputStream content = getContent()) {
        if (content != null) {
          content.transferTo(out);
        }
      }
    }

    @Override
    public void close() throws IOException {
      super.close();
      recording.end();
    }
  }
}

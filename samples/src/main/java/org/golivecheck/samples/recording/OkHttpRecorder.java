package org.golivecheck.samples.recording;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.CallRecording;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of OkHttp: {@code new OkHttpClient.Builder().addInterceptor(new
 * OkHttpRecorder(recorder))}. Neither changes a call nor makes it fail.
 */
public final class OkHttpRecorder implements Interceptor {
  private final CallRecorder recorder;

  /** Records to a recorder. */
  public OkHttpRecorder(CallRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    CallRecording recording = recorder.request(request.method(), request.url().toString());
    for (int i = 0; i < request.headers().size(); i++) {
      recording.requestHeader(request.headers().name(i), request.headers().value(i));
    }
    recording.requestBytes(size(request.body()));
    Response response;
    try {
      response = chain.proceed(request);
    } catch (IOException | RuntimeException e) {
      recording.end();
      throw e;
    }
    recording.status(response.code());
    for (int i = 0; i < response.headers().size(); i++) {
      recording.responseHeader(response.headers().name(i), response.headers().value(i));
    }
    return response.newBuilder().body(recorded(response.body(), recording)).build();
  }

  /** Returns -1 where the size is not known beforehand. */
  private long size(@Nullable RequestBody body) {
    try {
      return body == null ? -1 : body.contentLength();
    } catch (IOException | RuntimeException e) {
      recorder.noteFailure();
      return -1;
    }
  }

  private static ResponseBody recorded(ResponseBody body, CallRecording recording) {
    BufferedSource source = Okio.buffer(Okio.source(recording.responseBody(body.byteStream())));
    return ResponseBody.create(source, body.contentType(), body.contentLength());
  }
}

package org.golivecheck.samples.recording;

import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.golivecheck.recorder.CallRecorder;

class OkHttpRecorderTest extends RecorderContract {
  @Override
  Client recorded(CallRecorder calls) {
    return client(new OkHttpClient.Builder().addInterceptor(new OkHttpRecorder(calls)).build());
  }

  @Override
  Client plain() {
    return client(new OkHttpClient());
  }

  private static Client client(OkHttpClient client) {
    return (url, body) -> {
      Request request =
          new Request.Builder()
              .url(url)
              .header("X-DocuSign-SDK", "Java")
              .post(RequestBody.create(body, MediaType.get("application/json")))
              .build();
      try (Response response = client.newCall(request).execute()) {
        return new Answered(response.code(), response.body().bytes());
      }
    };
  }
}

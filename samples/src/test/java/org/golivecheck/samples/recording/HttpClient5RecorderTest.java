package org.golivecheck.samples.recording;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.golivecheck.recorder.CallRecorder;

class HttpClient5RecorderTest extends RecorderContract {
  @Override
  Client recorded(CallRecorder calls) {
    return client(
        HttpClients.custom()
            .addExecInterceptorFirst("recorder", new HttpClient5Recorder(calls))
            .disableAutomaticRetries()
            .build());
  }

  @Override
  Client plain() {
    return client(HttpClients.custom().disableAutomaticRetries().build());
  }

  private static Client client(CloseableHttpClient client) {
    return (url, body) -> {
      HttpPost request = new HttpPost(url);
      request.setHeader("X-DocuSign-SDK", "Java");
      request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
      return client.execute(
          request,
          response ->
              new Answered(
                  response.getCode(),
                  response.getEntity() == null
                      ? new byte[0]
                      : EntityUtils.toByteArray(response.getEntity())));
    };
  }
}

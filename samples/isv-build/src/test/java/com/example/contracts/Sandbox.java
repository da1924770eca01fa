package com.example.contracts;

import com.docusign.esign.client.ApiClient;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.HttpUrlConnectorProvider;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.junit.RecordingClientFilter;

/** The client of the tests: the one that the product has, and its calls are recorded. */
final class Sandbox {
  private Sandbox() {}

  static Contracts contracts(StubDocuSign docuSign, String token, CallRecorder recorder) {
    ApiClient client = new ApiClient(docuSign.basePath());
    client.addDefaultHeader("Authorization", "Bearer " + token);
    client.getHttpClient().register(new RecordingClientFilter(recorder));
    // The SDK speaks https alone, the stub does not; a real sandbox needs no such line.
    ((ClientConfig) client.getHttpClient().getConfiguration())
        .connectorProvider(new HttpUrlConnectorProvider());
    return new Contracts(client, StubDocuSign.ACCOUNT);
  }
}

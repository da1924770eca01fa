package org.golivecheck.samples;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.samples.LoggedCall.Layout;
import org.golivecheck.samples.Recorder.Answer;
import org.golivecheck.samples.Recorder.Request;

/** An integration on the Java SDK that sends envelopes and lets people sign in its own pages. */
final class Integration {
  /** The account of all samples. */
  static final String ACCOUNT = "5f2c9b1e-7a34-4d68-9c01-2b3d4e5f6a70";

  static final String REST = "https://demo.docusign.net/restapi/v2.1/accounts/" + ACCOUNT;

  private final Recorder recorder;
  private int envelopes;

  Integration(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Sends an envelope and opens its signing page a few seconds later, again and again. */
  void sendAndSign(int times) {
    for (int i = 0; i < times; i++) {
      String envelope = send();
      recorder.pass(Duration.ofSeconds(7));
      openSigning(envelope);
      recorder.pass(Duration.ofSeconds(83));
    }
  }

  /** Sends a new envelope and returns its id. */
  String send() {
    String envelope = recorder.id("envelope", envelopes);
    String body =
        "{\"envelopeId\":\"%s\",\"uri\":\"/envelopes/%s\",\"statusDateTime\":\"%s\",\"status\":\"sent\"}"
            .formatted(envelope, envelope, RequestLogText.time(recorder.now()));
    trySend(Answer.json(201, body));
    return envelope;
  }

  /** Sends an envelope, with an answer of the story's choice. */
  void trySend(Answer answer) {
    envelopes++;
    String signer = "\"recipientId\":\"1\",\"roleName\":\"Signer\",\"clientUserId\":\"1\"";
    String body =
        "{\"status\":\"sent\",\"templateId\":\"%s\",\"templateRoles\":[{\"email\":\"signer%d@example.com\",\"name\":\"Signer %d\",%s}]}"
            .formatted(recorder.id("template", 0), envelopes, envelopes, signer);
    // Logs leave the name of this operation empty.
    call("POST", "/envelopes", "", body, answer);
  }

  /** Asks for the page on which the recipient signs. */
  void openSigning(String envelope) {
    String url = "https://demo.docusign.net/Signing/MTRedeem/v1/" + recorder.id("view", envelopes);
    openSigning(envelope, Answer.json(201, "{\"url\":\"" + url + "\"}"));
  }

  void openSigning(String envelope, Answer answer) {
    String body =
        "{\"authenticationMethod\":\"none\",\"clientUserId\":\"1\",\"email\":\"signer%d@example.com\",\"returnUrl\":\"https://isv.example.com/signed\",\"userName\":\"Signer %d\"}"
            .formatted(envelopes, envelopes);
    String path = "/envelopes/" + envelope + "/views/recipient";
    call("POST", path, "RequestRecipientToken", body, answer);
  }

  /** Reads the status of an envelope. */
  void readStatus(String envelope) {
    String body =
        "{\"status\":\"sent\",\"envelopeId\":\"%s\",\"recipientsUri\":\"/envelopes/%s/recipients\"}"
            .formatted(envelope, envelope);
    get("/envelopes/" + envelope, "GetEnvelope", Answer.json(200, body));
  }

  void readDocument(String envelope, String document) {
    String path = "/envelopes/" + envelope + "/documents/" + document;
    get(path, "", new Answer(200, "application/pdf", "%PDF-1.7 (a sample holds no document)"));
  }

  void get(String path, String operation, Answer answer) {
    call("GET", path, operation, "", answer);
  }

  void put(String path, String operation, String body, Answer answer) {
    call("PUT", path, operation, body, answer);
  }

  void call(String method, String path, String operation, String body, Answer answer) {
    List<String> headers = new ArrayList<>();
    headers.add("Accept: application/json");
    headers.add("Authorization: Bearer [omitted]");
    if (!body.isEmpty()) {
      headers.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
      headers.add("Content-Type: application/json");
    }
    headers.add("Host: demo.docusign.net");
    headers.add("User-Agent: Swagger-Codegen/v2.1/6.8.0/Java/17.0.21");
    headers.add("X-DocuSign-SDK: Java");
    headers.add("X-SecurityProtocol-Version: TLSv1.3");
    headers.add("x-forwarded-for: 203.0.113.10");
    recorder.record(
        new Request(method, REST + path, operation, headers, body, Layout.STATUS_APART), answer);
  }
}

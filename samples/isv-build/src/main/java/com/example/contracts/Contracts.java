package com.example.contracts;

import com.docusign.esign.api.EnvelopesApi;
import com.docusign.esign.client.ApiClient;
import com.docusign.esign.client.ApiException;
import com.docusign.esign.model.Document;
import com.docusign.esign.model.EnvelopeDefinition;
import com.docusign.esign.model.RecipientViewRequest;
import com.docusign.esign.model.Recipients;
import com.docusign.esign.model.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** What a product does with DocuSign: has contracts signed in its own pages. */
public final class Contracts {
  private static final String CLIENT_USER = "1";

  private final EnvelopesApi envelopes;
  private final String account;

  public Contracts(ApiClient client, String account) {
    this.envelopes = new EnvelopesApi(client);
    this.account = account;
  }

  /** Sends a contract and returns the id of its envelope. */
  public String send(String text, String name, String email) throws ApiException {
    Document document =
        new Document()
            .documentId("1")
            .name("Contract.txt")
            .fileExtension("txt")
            .documentBase64(
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    Signer signer = new Signer().recipientId("1").clientUserId(CLIENT_USER).name(name).email(email);
    EnvelopeDefinition envelope =
        new EnvelopeDefinition()
            .emailSubject("Please sign your contract")
            .documents(List.of(document))
            .recipients(new Recipients().signers(List.of(signer)))
            .status("sent");
    return envelopes.createEnvelope(account, envelope).getEnvelopeId();
  }

  /** Returns the page where a contract is signed. */
  public String signingPage(String envelope, String name, String email) throws ApiException {
    RecipientViewRequest view =
        new RecipientViewRequest()
            .authenticationMethod("none")
            .returnUrl("https://contracts.example.com/signed")
            .clientUserId(CLIENT_USER)
            .userName(name)
            .email(email);
    return envelopes.createRecipientView(account, envelope, view).getUrl();
  }

  /** Waits until a contract is signed, and returns whether it was. This is what polling is. */
  public boolean awaitSignature(String envelope, int attempts, Duration pause)
      throws ApiException, InterruptedException {
    for (int i = 0; i < attempts; i++) {
      if (envelopes.getEnvelope(account, envelope).getStatus().equals("completed")) {
        return true;
      }
      Thread.sleep(pause.toMillis());
    }
    return false;
  }

  /** Takes what DocuSign sends by Connect, instead of polling; returns whether it was signed. */
  public boolean signed(String connectEvent) {
    return connectEvent.contains("\"envelope-completed\"");
  }
}

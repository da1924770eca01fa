package org.golivecheck.cli.fetch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** By what a user lets us ask DocuSign: a token, or what it takes to get one. */
public sealed interface Credentials permits AccessToken, Credentials.Jwt {
  /**
   * How an integration gets a token to act for a user, by DocuSign's JWT grant.
   *
   * @param integrationKey the integration
   * @param userId the user
   * @param privateKey the file with the integration's private key
   * @param scopes what the integration wants to do, separated by spaces
   * @param redirectUri where a browser goes after consent, one of those registered for the
   *     integration; or null if unknown
   */
  record Jwt(
      String integrationKey,
      String userId,
      Path privateKey,
      String scopes,
      @Nullable String redirectUri)
      implements Credentials {
    /** What the eSignature API needs. */
    public static final String DEFAULT_SCOPES = "signature impersonation";
  }
}

package org.golivecheck.cli.fetch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accounts of the user, by which the server of an account is found. */
final class UserAccounts {
  private static final String USER_INFO = "/oauth/userinfo";

  private UserAccounts() {}

  /**
   * Asks where an account is kept.
   *
   * @param account the id of the account, or null for the user's default account
   * @throws FetchException if nobody knows
   */
  static Endpoint server(Requests requests, Endpoint authentication, @Nullable String account)
      throws FetchException {
    Answer answer = requests.send("GET", authentication.at(USER_INFO), "application/json", null);
    List<JsonFields> accounts = JsonFields.listOf(answer.body(), "accounts");
    for (JsonFields candidate : accounts) {
      boolean wanted =
          account == null
              ? "true".equalsIgnoreCase(candidate.get("is_default"))
              : account.equalsIgnoreCase(candidate.get("account_id"));
      String server = candidate.get("base_uri");
      if (wanted && server != null) {
        return Endpoint.parse(server, "the base_uri of the account");
      }
    }
    throw new FetchException(
        FetchException.Kind.REFUSED,
        account == null
            ? "DocuSign names no default account of the user; say which with --account, or give"
                + " --base-uri"
            : "the user of the access token is no member of the account "
                + account
                + "; check --account and, for production, --auth-host account.docusign.com");
  }
}

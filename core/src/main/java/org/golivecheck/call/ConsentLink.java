package org.golivecheck.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.jspecify.annotations.Nullable;

/**
 * The link that opens the consent of a user to an integration. An unknown part is a placeholder in
 * capital letters, such as {@code redirect_uri=REDIRECT_URI}.
 *
 * <p>The parameters are those of DocuSign's page on obtaining consent.
 *
 * @param account the address of the account server, such as {@code https://account.docusign.com},
 *     or null
 * @param integrationKey the integration key, or null
 * @param scopes scopes separated by spaces, or null
 * @param redirectUri a redirect URI that is registered with the key, or null
 */
public record ConsentLink(
    @Nullable String account,
    @Nullable String integrationKey,
    @Nullable String scopes,
    @Nullable String redirectUri) {

  /** A link with placeholders only. */
  public static final ConsentLink UNKNOWN = new ConsentLink(null, null, null, null);

  /** The placeholder for an unknown redirect URI. */
  public static final String REDIRECT_URI = "REDIRECT_URI";

  private static final String IMPERSONATION = "impersonation";
  private static final String HOST = "ACCOUNT_HOST";
  private static final String INTEGRATION_KEY = "INTEGRATION_KEY";
  private static final String SCOPES = "SCOPES";

  private static final Pattern COMPLETE =
      Pattern.compile(
          "https://account(-[a-z0-9]+)?\\.docusign\\.com/oauth/auth\\?response_type=code"
              + "(&(scope|admin_consent_scope|client_id|redirect_uri)=[A-Za-z0-9%._~*-]++)+");

  /** Returns this link, with what is unknown taken from another one. */
  public ConsentLink or(ConsentLink other) {
    return new ConsentLink(
        account == null ? other.account : account,
        integrationKey == null ? other.integrationKey : integrationKey,
        scopes == null ? other.scopes : scopes,
        redirectUri == null ? other.redirectUri : redirectUri);
  }

  /**
   * Returns this link for an integration that uses JWT Grant. Its assertion need not name the scope
   * {@value #IMPERSONATION}, but the consent must include it, according to DocuSign's page on
   * consent.
   */
  public ConsentLink forJwt() {
    boolean lacks = scopes != null && !(" " + scopes + " ").contains(" " + IMPERSONATION + " ");
    return lacks
        ? new ConsentLink(account, integrationKey, scopes + " " + IMPERSONATION, redirectUri)
        : this;
  }

  /** Returns the link for a user's own consent. */
  public String forUser() {
    return (account == null ? "https://" + HOST : account)
        + "/oauth/auth?response_type=code&scope="
        + (scopes == null ? SCOPES : encode(scopes))
        + "&client_id="
        + (integrationKey == null ? INTEGRATION_KEY : encode(integrationKey))
        + "&redirect_uri="
        + (redirectUri == null ? REDIRECT_URI : encode(redirectUri));
  }

  /** Returns the address of the account server of an environment, or null for an unknown one. */
  public static @Nullable String account(@Nullable Environment environment) {
    if (environment == null) {
      return null;
    }
    return environment == Environment.DEMO
        ? "https://account-d.docusign.com"
        : "https://account.docusign.com";
  }

  /**
   * Returns the link for an administrator of another organization, who consents for its users.
   *
   * @param link a link for a user's own consent
   */
  public static String forAdministrators(String link) {
    return link.replace("&scope=", "&scope=openid&admin_consent_scope=");
  }

  /** Returns whether a link leads to DocuSign and has no placeholder. */
  public static boolean isComplete(String link) {
    return COMPLETE.matcher(link).matches()
        && !link.contains("=" + SCOPES)
        && !link.contains("=" + INTEGRATION_KEY)
        && !link.contains("=" + REDIRECT_URI);
  }

  /** Encodes a text for a query. DocuSign wants a space as %20. */
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

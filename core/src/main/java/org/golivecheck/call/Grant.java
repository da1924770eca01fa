package org.golivecheck.call;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in call asks for, as far as the log shows it.
 *
 * @param scopes the scopes, separated by single spaces, or null
 * @param redirectUri the address to which the browser is redirected, without query and fragment, or
 *     null
 * @param kind the OAuth grant that the call belongs to, or null
 */
public record Grant(@Nullable String scopes, @Nullable String redirectUri, @Nullable Kind kind) {

  /** Nothing is known; also used for all calls that do not sign in. */
  public static final Grant UNKNOWN = new Grant(null, null, null);

  /** The OAuth grants that DocuSign offers. */
  public enum Kind {
    /** Authorization Code Grant: a user signs in, the integration has a secret. */
    AUTHORIZATION_CODE("authorization-code"),
    /** The same with PKCE, which needs no secret. */
    PKCE("authorization-code-pkce"),
    /** JWT Grant: the integration acts for a user and signs with an RSA key. */
    JWT("jwt"),
    /** Implicit Grant: the browser gets the token. */
    IMPLICIT("implicit");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** Returns the name used in listings and in the configuration. */
    public String id() {
      return id;
    }

    /** Returns the grant with a name, or null if there is none. */
    public static @Nullable Kind of(@Nullable String id) {
      for (Kind kind : values()) {
        if (kind.id.equals(id)) {
          return kind;
        }
      }
      return null;
    }

    /**
     * Returns the grant of a sign-in, or null if its parameters do not say. A consent link for JWT
     * Grant asks for a code too, so a code that is asked for shows no grant.
     *
     * @param grantType the parameter {@code grant_type}, or null
     * @param responseType the parameter {@code response_type}, or null
     * @param pkce whether a code challenge or its verifier is sent
     */
    public static @Nullable Kind of(
        @Nullable String grantType, @Nullable String responseType, boolean pkce) {
      if ("urn:ietf:params:oauth:grant-type:jwt-bearer".equals(grantType)) {
        return JWT;
      }
      if (pkce) {
        return PKCE;
      }
      if ("authorization_code".equals(grantType) || "refresh_token".equals(grantType)) {
        return AUTHORIZATION_CODE;
      }
      return "token".equals(responseType) ? IMPLICIT : null;
    }
  }

  // Spelled out for a quick start, see Operation.
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Grant that
            && kind == that.kind
            && Objects.equals(scopes, that.scopes)
            && Objects.equals(redirectUri, that.redirectUri));
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(scopes) + Objects.hashCode(redirectUri);
  }

  /** Loaded with the first such call: most logs have none. */
  private static final class Forms {
    static final Pattern SCOPES =
        Pattern.compile("[A-Za-z0-9_.]{1,80}(?: [A-Za-z0-9_.]{1,80}){0,40}+");
    static final Pattern URI =
        Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{1,40}://[A-Za-z0-9._~:/-]{1,300}+)(?:[?#].*+)?+");
  }

  /** Accepts values as logged. A value that is masked, or is not a scope or URI, becomes null. */
  public static Grant of(
      @Nullable String scopes, @Nullable String redirectUri, @Nullable Kind kind) {
    if (scopes == null && redirectUri == null && kind == null) {
      return UNKNOWN;
    }
    Matcher uri = Forms.URI.matcher(redirectUri == null ? "" : redirectUri);
    String names = scopes == null ? "" : scopes.strip().replaceAll("[ +]+", " ");
    boolean hasScopes = Forms.SCOPES.matcher(names).matches();
    boolean hasUri = uri.matches();
    return hasScopes || hasUri || kind != null
        ? new Grant(hasScopes ? names : null, hasUri ? uri.group(1) : null, kind)
        : UNKNOWN;
  }
}

package org.golivecheck.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in call asks for, as far as the log shows it.
 *
 * @param scopes the scopes, separated by single spaces, or null
 * @param redirectUri the address to which the browser is redirected, without query and fragment, or
 *     null
 */
public record Grant(@Nullable String scopes, @Nullable String redirectUri) {

  /** Nothing is known; also used for all calls that do not sign in. */
  public static final Grant UNKNOWN = new Grant(null, null);

  /** Loaded with the first such call: most logs have none. */
  private static final class Forms {
    static final Pattern SCOPES =
        Pattern.compile("[A-Za-z0-9_.]{1,80}(?: [A-Za-z0-9_.]{1,80}){0,40}+");
    static final Pattern URI =
        Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{1,40}://[A-Za-z0-9._~:/-]{1,300}+)(?:[?#].*+)?+");
  }

  /** Accepts values as logged. A value that is masked, or is not a scope or URI, becomes null. */
  public static Grant of(@Nullable String scopes, @Nullable String redirectUri) {
    if (scopes == null && redirectUri == null) {
      return UNKNOWN;
    }
    Matcher uri = Forms.URI.matcher(redirectUri == null ? "" : redirectUri);
    String names = scopes == null ? "" : scopes.strip().replaceAll("[ +]+", " ");
    boolean hasScopes = Forms.SCOPES.matcher(names).matches();
    boolean hasUri = uri.matches();
    return hasScopes || hasUri
        ? new Grant(hasScopes ? names : null, hasUri ? uri.group(1) : null)
        : UNKNOWN;
  }
}

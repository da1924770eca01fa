package org.golivecheck.cli.fetch;

import static org.golivecheck.cli.fetch.FetchException.Kind.REFUSED;
import static org.golivecheck.cli.fetch.FetchException.Kind.UNAVAILABLE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.golivecheck.call.ConsentLink;
import org.jspecify.annotations.Nullable;

/** Gets tokens by DocuSign's JWT grant, a new one before the last expires. */
public final class JwtGrant extends Credentials {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Duration EARLY = Duration.ofMinutes(5);

  /** What the eSignature API needs. */
  public static final String DEFAULT_SCOPES = "signature impersonation";

  private static final long USUAL_LIFE_SECONDS = 3_600;
  private static final long LONGEST_LIFE_SECONDS = 86_400;
  private static final Duration ASSERTION_LIFE = Duration.ofHours(1);
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

  private final Settings settings;
  private final PrivateKey key;
  private @Nullable AccessToken token;
  private Instant renewal = Instant.MIN;

  /**
   * How an integration gets a token to act for a user.
   *
   * @param authentication where the user signs in
   * @param integrationKey the integration
   * @param userId the user
   * @param privateKey the file with the integration's private key
   * @param scopes what the integration wants to do, separated by spaces
   * @param redirectUri where a browser goes after consent, one of those registered for the
   *     integration; or null if unknown
   */
  public record Settings(
      Endpoint authentication,
      String integrationKey,
      String userId,
      Path privateKey,
      String scopes,
      @Nullable String redirectUri) {}

  /**
   * Reads the key.
   *
   * @throws FetchException if it cannot be read
   */
  public JwtGrant(Settings settings, LogFetcher.Listener messages) throws FetchException {
    this.settings = settings;
    this.key = SecretFile.privateKey(settings.privateKey(), messages);
  }

  @Override
  AccessToken token(Requests requests) throws FetchException {
    AccessToken current = token;
    if (current == null || !requests.now().isBefore(renewal)) {
      current = request(requests);
      token = current;
    }
    return current;
  }

  @Override
  boolean renew() {
    token = null;
    return true;
  }

  private AccessToken request(Requests requests) throws FetchException {
    Instant now = requests.now();
    String form = "grant_type=" + encode(GRANT) + "&assertion=" + encode(assertion(now));
    URI uri = settings.authentication().at("/oauth/token");
    Reply reply = requests.send(uri, Connection.SMALL, () -> post(uri, form));
    if (!reply.ok()) {
      throw new FetchException(REFUSED, words(reply));
    }
    Reply.Fields fields = reply.fields();
    String text = fields.get("access_token");
    String host = settings.authentication().host();
    if (text == null) {
      throw new FetchException(UNAVAILABLE, host + " sends no access token");
    }
    renewal = now.plusSeconds(life(fields.get("expires_in"))).minus(EARLY);
    return AccessToken.of(text, "the token from " + host);
  }

  /** Returns what the integration signs: a JSON Web Token by RFC 7519, signed with RS256. */
  private String assertion(Instant now) {
    String text = base64(utf8(HEADER)) + '.' + base64(utf8(claims(now)));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + '.' + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java cannot sign with an RSA key", e);
    }
  }

  private String claims(Instant now) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("iss", settings.integrationKey())
        .put("sub", settings.userId())
        .put("aud", settings.authentication().uri().getHost())
        .put("iat", now.getEpochSecond())
        .put("exp", now.plus(ASSERTION_LIFE).getEpochSecond())
        .put("scope", settings.scopes())
        .toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static HttpRequest.Builder post(URI uri, String form) {
    return HttpRequest.newBuilder(uri)
        .POST(BodyPublishers.ofString(form, StandardCharsets.US_ASCII))
        .header("Accept", "application/json")
        .header("Content-Type", "application/x-www-form-urlencoded");
  }

  private static long life(@Nullable String seconds) {
    try {
      long life = seconds == null ? USUAL_LIFE_SECONDS : Long.parseLong(seconds);
      return Math.max(0, Math.min(life, LONGEST_LIFE_SECONDS));
    } catch (NumberFormatException e) {
      return USUAL_LIFE_SECONDS;
    }
  }

  private String words(Reply reply) {
    String host = settings.authentication().host();
    String reason = reply.fields().get("error_description");
    String said = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
    if (reply.errorSays("CONSENT_REQUIRED")) {
      return consent();
    }
    if (said.contains("issuer_not_found")) {
      return ("%s does not know the integration key %s (issuer_not_found); check "
              + "--integration-key, and --auth-host for the environment that the key is of")
          .formatted(host, settings.integrationKey());
    }
    if (said.contains("user_not_found") || said.contains("invalid_subject")) {
      return ("%s does not know the user %s (%s); --user-id must be the API user id, a GUID, of "
              + "an active user of this environment")
          .formatted(
              host,
              settings.userId(),
              said.contains("user_not_found") ? "user_not_found" : "invalid_subject");
    }
    if (said.contains("no_valid_keys_or_signatures")) {
      return "the private key file "
          + settings.privateKey()
          + " does not belong to the integration (no_valid_keys_or_signatures); add its public"
          + " key to the integration, or use the private key that DocuSign showed for it";
    }
    if (said.contains("expired_grant")) {
      return host
          + " says that the request for a token is outdated (expired_grant); set the clock of this"
          + " machine right";
    }
    return ("%s returns no access token (%s); check --integration-key, --user-id and "
            + "--private-key-file, and that all are of the environment of --auth-host")
        .formatted(host, reply.summary());
  }

  private String consent() {
    String redirect = settings.redirectUri();
    String url =
        new ConsentLink(
                settings.authentication().uri().toString(),
                settings.integrationKey(),
                settings.scopes(),
                redirect)
            .forJwt()
            .forUser();
    return "the user has not consented to the integration (consent_required); as this user open "
        + url
        + " once and accept, then run again"
        + (redirect == null
            ? ("; replace %s by a redirect URI that is registered for the integration, or "
                    + "give it with --redirect-uri")
                .formatted(ConsentLink.REDIRECT_URI)
            : "");
  }

  /** Encodes for a query, in which DocuSign shows a space as %20. */
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

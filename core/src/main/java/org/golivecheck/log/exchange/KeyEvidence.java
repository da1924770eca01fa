package org.golivecheck.log.exchange;

import java.nio.charset.StandardCharsets;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.Grant;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange shows of the integration key it was made with. Credentials are looked at and
 * dropped: of each header the key or the key of its token stays, of each body a bounded beginning
 * until the exchange ends. Reused; not thread-safe.
 */
final class KeyEvidence {
  /** Room for a JWT assertion or an access token, and what stands before it. */
  private static final int HEAD_BYTES = 4 * 1024;

  private static final String AUTHORIZATION = "authorization";
  private static final byte[] NAME = Ascii.bytes(AUTHORIZATION);

  private final IntegrationKeys keys;
  private final byte[] requestHead = new byte[HEAD_BYTES];
  private final byte[] responseHead = new byte[HEAD_BYTES];
  private int requestLength;
  private int responseLength;
  private @Nullable String ofLegacyHeader;
  private @Nullable String ofBasic;
  private IntegrationKeys.@Nullable Trace token;
  private @Nullable String ofParameter;
  private @Nullable String scopes;
  private @Nullable String redirectUri;
  private @Nullable String grantType;
  private boolean pkce;

  KeyEvidence(IntegrationKeys keys) {
    this.keys = keys;
  }

  void start() {
    requestLength = 0;
    responseLength = 0;
    ofLegacyHeader = null;
    ofBasic = null;
    token = null;
    ofParameter = null;
    scopes = null;
    redirectUri = null;
    grantType = null;
    pkce = false;
  }

  /** Returns whether the name of a header is that of credentials, in any case. */
  static boolean isAuthorization(byte[] bytes, int from, int to) {
    return to - from == NAME.length && Ascii.startsWithIgnoringCase(bytes, from, to, NAME);
  }

  void requestHeader(String name, String value) {
    if (name.equalsIgnoreCase(AUTHORIZATION)) {
      authorization(value);
    } else if (name.equalsIgnoreCase(FieldName.AUTHENTICATION.label())) {
      ofLegacyHeader = KeyText.key(KeyText.labelled(value, "IntegratorKey"));
    }
  }

  private void authorization(String value) {
    int blank = value.indexOf(' ');
    String credentials = value.substring(blank + 1).strip();
    if (value.regionMatches(true, 0, "Bearer ", 0, 7)) {
      token = keys.trace(credentials);
    } else if (value.regionMatches(true, 0, "Basic ", 0, 6)) {
      ofBasic = KeyText.keyOfBasic(credentials);
    }
  }

  void requestBody(byte[] bytes, int from, int to) {
    int count = Math.min(to - from, HEAD_BYTES - requestLength);
    System.arraycopy(bytes, from, requestHead, requestLength, count);
    requestLength += count;
  }

  void requestBody(String text) {
    // Only ASCII matters, and all of a large document need not be encoded.
    int count = Math.min(text.length(), HEAD_BYTES - requestLength);
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      requestHead[requestLength++] = (byte) (c < 0x80 ? c : '?');
    }
  }

  void requestParameter(String name, String value) {
    String key = null;
    if (name.equalsIgnoreCase("client_id")) {
      key = KeyText.key(value);
    } else if (name.equalsIgnoreCase("assertion")) {
      key = KeyText.keyOfAssertion(value);
      scopes = KeyText.scopesOfAssertion(value);
    } else if (name.equalsIgnoreCase("scope")) {
      scopes = value;
    } else if (name.equalsIgnoreCase("redirect_uri")) {
      redirectUri = value;
    } else if (name.equalsIgnoreCase("grant_type")) {
      grantType = value;
    } else if (name.equalsIgnoreCase("code_verifier")) {
      pkce = true;
    }
    ofParameter = key == null ? ofParameter : key;
  }

  void responseBody(byte[] bytes, int from, int to) {
    int count = Math.min(to - from, HEAD_BYTES - responseLength);
    System.arraycopy(bytes, from, responseHead, responseLength, count);
    responseLength += count;
  }

  /** Returns the key of the exchange, or null where it shows none, and learns from it. */
  @Nullable String key(String url, int status) {
    if (!hasOauth(url) || !hasOauth(CallUrl.parse(url).path())) {
      return ofLegacyHeader != null ? ofLegacyHeader : keys.ofToken(token);
    }
    String key = oauthKey(CallUrl.parse(url));
    if (key != null && status >= 200 && status <= 299) {
      String given = KeyText.labelled(text(responseHead, responseLength), "access_token");
      if (given != null) {
        keys.learn(given, key);
      }
    }
    return key != null ? key : keys.ofToken(token);
  }

  /** Returns what a call that signs in asks for. */
  Grant grant(String address) {
    if (!hasOauth(address) || !hasOauth(CallUrl.parse(address).path())) {
      return Grant.UNKNOWN;
    }
    CallUrl url = CallUrl.parse(address);
    String body = text(requestHead, requestLength);
    String query = url.query() == null ? "" : url.query();
    String asked = KeyText.scopesOfAssertion(KeyText.labelled(body, "assertion"));
    if (asked == null) {
      asked = KeyText.parameter(body, query, "scope");
    }
    String target = KeyText.parameter(body, query, "redirect_uri");
    String type = KeyText.parameter(body, query, "grant_type");
    boolean challenged =
        pkce || body.contains("code_verifier") || query.contains("code_challenge=");
    return Grant.of(
        asked == null ? scopes : asked,
        target == null ? redirectUri : target,
        Grant.Kind.of(
            type == null ? grantType : type,
            KeyText.parameter("", query, "response_type"),
            challenged));
  }

  private @Nullable String oauthKey(CallUrl url) {
    String body = text(requestHead, requestLength);
    String key = KeyText.keyOfAssertion(KeyText.labelled(body, "assertion"));
    if (key == null) {
      key = KeyText.key(KeyText.labelled(body, "client_id"));
    }
    if (key == null) {
      key = ofParameter;
    }
    String query = url.query();
    if (key == null && query != null) {
      key = KeyText.key(KeyText.labelled(query, "client_id"));
    }
    return key != null ? key : ofBasic;
  }

  private static String text(byte[] head, int length) {
    return new String(head, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** Returns whether a text has a segment {@code oauth} or {@code oauth2}, in any case. */
  private static boolean hasOauth(String url) {
    for (int at = url.indexOf('/'); at >= 0; at = url.indexOf('/', at + 1)) {
      // Nearly no segment begins with this letter, and to compare ignoring case is slow.
      boolean mayBe = at + 1 < url.length() && (url.charAt(at + 1) | 0x20) == 'o';
      if (mayBe
          && (url.regionMatches(true, at + 1, "oauth/", 0, 6)
              || url.regionMatches(true, at + 1, "oauth2/", 0, 7))) {
        return true;
      }
    }
    return false;
  }
}

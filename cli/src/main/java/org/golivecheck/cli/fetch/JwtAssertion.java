package org.golivecheck.cli.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * What an integration signs to act for a user: a JSON Web Token by RFC 7519, signed with RS256.
 *
 * @param integrationKey the integration
 * @param userId the user
 * @param audience the host that shall believe it
 * @param scopes what the integration wants to do, separated by spaces
 */
record JwtAssertion(String integrationKey, String userId, String audience, String scopes) {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
  private static final JsonFactory JSON = new JsonFactory();

  /** Returns the signed text. */
  String signed(PrivateKey key, Instant now) {
    String text = encode(utf8(HEADER)) + '.' + encode(utf8(claims(now)));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + '.' + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java cannot sign with an RSA key", e);
    }
  }

  private String claims(Instant now) {
    StringWriter text = new StringWriter();
    try (JsonGenerator claims = JSON.createGenerator(text)) {
      claims.writeStartObject();
      claims.writeStringField("iss", integrationKey);
      claims.writeStringField("sub", userId);
      claims.writeStringField("aud", audience);
      claims.writeNumberField("iat", now.getEpochSecond());
      claims.writeNumberField("exp", now.plus(LIFE).getEpochSecond());
      claims.writeStringField("scope", scopes);
      claims.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
